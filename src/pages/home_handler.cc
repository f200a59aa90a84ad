// home_handler.cc - the page that everything starts from (/).
#include <nlohmann/json.hpp>

#include "api/home_operation.h"
#include "net/url.h"
#include "pages/answer_view.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

constexpr size_t kListLength = 6;
constexpr uint32_t kHomeTopics = 60;  // the others are on a page of their own

PageInfo home_info(const PageContext& context) {
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

Response draw_home(const PageContext& context) {
  const HomeLists lists = home_lists(context.operation(), kListLength);
  PageInfo info = home_info(context);
  info.incidents = active_incidents(context.operation());
  Json view = page_view(context, info);
  view["ask_url"] = asking_url(context);
  add_categories(context, kHomeTopics, "", view);
  view["popular"] = ref_views(context, lists.popular);
  view["recent"] = ref_views(context, lists.recent);
  view["threads"] = ref_views(context, lists.threads);
  for (const char* list : {"popular", "recent", "threads"}) {
    view[std::string("has_") + list] = !view[list].empty();
  }
  return page_response(context, "home", view);
}

Response home_without_slash(const PageContext& context) {
  return redirect(301, with_query(home_path(context.site(), context.lang), context.request.query));
}

}  // namespace signpost
