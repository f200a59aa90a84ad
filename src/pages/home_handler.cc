// home_handler.cc - the page that everything starts from (/).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "net/url.h"
#include "pages/handlers.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

constexpr size_t kListLength = 6;
constexpr size_t kHomeTopics = 60;  // the others are on a page of their own

// The first few of one kind.
std::vector<ArticleRef> of_kind(const std::vector<ArticleRef>& refs, const std::string& kind) {
  std::vector<ArticleRef> kept;
  for (const ArticleRef& ref : refs) {
    if (ref.kind == kind && kept.size() < kListLength) kept.push_back(ref);
  }
  return kept;
}

// Threads are not translated: those that the reader's language has come first, and others fill the list.
std::vector<ArticleRef> threads_for(const std::string& lang, std::vector<ArticleRef> refs) {
  std::stable_partition(refs.begin(), refs.end(),
                        [&lang](const ArticleRef& ref) { return ref.lang == lang; });
  return of_kind(refs, "community");
}

PageInfo home_info(const Context& context) {
  const Site& site = context.site();
  PageInfo info;
  info.kind = "home";
  info.title = pick(site.title, context.lang, site);
  info.description = pick(site.description, context.lang, site);
  info.canonical = home_path(site, context.lang);
  for (const Language& language : site.languages) {
    const std::string path = home_path(site, language.code);
    info.in_language[language.code] = path;
    if (site.languages.size() > 1) info.alternates.emplace_back(language.code, path);
  }
  if (site.languages.size() > 1) info.alternates.emplace_back("x-default", "/");
  return info;
}

}  // namespace

Response handle_home_page(const Context& context) {
  // Recent ones of both kinds come from one list; it must be long enough to hold a few of the rarer kind.
  constexpr size_t kLookAt = 200;
  const std::vector<ArticleRef> recent = context.searcher().recent(context.lang, kLookAt);
  Json view = page_view(context, home_info(context));
  add_categories(context, kHomeTopics, "", view);
  view["popular"] = ref_views(context, of_kind(context.searcher().popular(context.lang, kLookAt), "help"));
  view["recent"] = ref_views(context, of_kind(recent, "help"));
  view["threads"] = ref_views(context, threads_for(context.lang, recent));
  for (const char* list : {"popular", "recent", "threads"}) {
    view[std::string("has_") + list] = !view[list].empty();
  }
  return page_response(context, "home", view);
}

Response handle_home_without_slash(const Context& context) {
  return redirect(301, with_query(home_path(context.site(), context.lang), context.request.query));
}

}  // namespace signpost
