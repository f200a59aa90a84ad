// home_operation.cc - see home_operation.h.
#include "api/home_operation.h"

#include <algorithm>

namespace signpost {
namespace {

std::vector<ArticleRef> of_kind(const std::vector<ArticleRef>& refs, const std::string& kind, size_t limit) {
  std::vector<ArticleRef> kept;
  for (const ArticleRef& ref : refs) {
    if (ref.kind == kind && kept.size() < limit) kept.push_back(ref);
  }
  return kept;
}

// What the reader's language has comes first, and others fill the list: threads are not translated, and new
// articles not yet.
void put_own_language_first(const std::string& lang, std::vector<ArticleRef>& refs) {
  std::stable_partition(refs.begin(), refs.end(),
                        [&lang](const ArticleRef& ref) { return ref.lang == lang; });
}

}  // namespace

HomeLists home_lists(const OperationContext& context, size_t length) {
  // Recent ones of both kinds come from one list; it must be long enough to hold a few of the rarer kind.
  constexpr size_t kLookAt = 200;
  std::vector<ArticleRef> recent = context.searcher().recent(context.lang, kLookAt);
  put_own_language_first(context.lang, recent);
  return {of_kind(context.searcher().popular(context.lang, kLookAt), "help", length),
          of_kind(recent, "help", length), of_kind(recent, "community", length)};
}

}  // namespace signpost
