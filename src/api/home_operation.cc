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

// Threads are not translated: those that the reader's language has come first, and others fill the list.
std::vector<ArticleRef> threads_for(const std::string& lang, std::vector<ArticleRef> refs, size_t limit) {
  std::stable_partition(refs.begin(), refs.end(),
                        [&lang](const ArticleRef& ref) { return ref.lang == lang; });
  return of_kind(refs, "community", limit);
}

}  // namespace

HomeLists home_lists(const OperationContext& context, size_t length) {
  // Recent ones of both kinds come from one list; it must be long enough to hold a few of the rarer kind.
  constexpr size_t kLookAt = 200;
  const std::vector<ArticleRef> recent = context.searcher().recent(context.lang, kLookAt);
  return {of_kind(context.searcher().popular(context.lang, kLookAt), "help", length),
          of_kind(recent, "help", length), threads_for(context.lang, recent, length)};
}

}  // namespace signpost
