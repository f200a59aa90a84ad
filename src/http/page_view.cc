// page_view.cc - see page_view.h.
#include "http/page_view.h"

#include <nlohmann/json.hpp>

#include "http/url.h"
#include "index/schema.h"

namespace signpost {
namespace {

Json language_views(const Context& context, const PageInfo& info) {
  Json languages = Json::array();
  for (const Language& language : context.site().languages) {
    const auto found = info.in_language.find(language.code);
    const Parameters query =
        context.request.query.without("lang").with("lang", language.code).with(kKeepParameter, "1");
    const std::string url =
        found == info.in_language.end()
            ? with_query(encode_path(context.request.path), query)
            : with_query(found->second, Parameters({{"lang", language.code}, {kKeepParameter, "1"}}));
    languages.push_back({{"code", language.code},
                         {"name", language.name},
                         {"current", language.code == context.lang},
                         {"url", url}});
  }
  return languages;
}

}  // namespace

std::string theme_of(const Request& request) {
  const std::string theme = request.cookie("theme");
  return theme == "light" || theme == "dark" ? theme : "";
}

std::string home_path(const Site& site, const std::string& lang) {
  return home_url(site.default_language, lang);
}

std::string absolute_url(const Site& site, const std::string& path) { return site.base_url + path; }

std::string language_name(const Site& site, const std::string& lang) {
  for (const Language& language : site.languages) {
    if (language.code == lang) return language.name;
  }
  return lang;
}

Json page_view(const Context& context, const PageInfo& info) {
  const Site& site = context.site();
  Json alternates = Json::array();
  for (const auto& [lang, path] : info.alternates) {
    alternates.push_back({{"lang", lang}, {"url", absolute_url(site, path)}});
  }
  Json page = {{"lang", context.lang},
               {"title", info.title},
               {"description", info.description},
               {"canonical", info.canonical.empty() ? "" : absolute_url(site, info.canonical)},
               {"path", context.request.path},
               {"home_url", home_path(site, context.lang)},
               {"alternates", std::move(alternates)},
               {"og_type", info.og_type},
               {"theme", theme_of(context.request)},
               {"noindex", info.noindex}};
  if (context.services.live_reload) page["live_generation"] = context.generation->content();
  for (const char* kind : {"home", "search", "article", "thread", "category", "error"}) {
    page[std::string("is_") + kind] = info.kind == kind;
  }
  // The pages whose main part has no search box of its own.
  page["in_header_search"] = info.kind == "article" || info.kind == "thread" || info.kind == "category";
  return {{"site", {{"languages", language_views(context, info)}}},
          {"page", std::move(page)},
          {"search", {{"q", ""}}}};
}

Response page_response(const Context& context, const std::string& template_name, const Json& view) {
  Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = context.services.templates.render(template_name, context.shared(), view);
  return response;
}

Json ref_views(const Context& context, const std::vector<ArticleRef>& refs) {
  const Strings& strings = context.strings();
  Json views = Json::array();
  for (const ArticleRef& ref : refs) {
    Json view = ref_json(ref);
    view["updated_label"] = strings.date(ref.updated);
    view["votes_label"] = strings.plural("votes", ref.votes);
    view["answers_label"] = strings.plural("answers", ref.answers);
    view["kind_label"] = strings.text("kind_" + ref.kind);
    view["lang_name"] = language_name(context.site(), ref.lang);
    view["is_community"] = ref.kind == "community";
    view["is_help"] = ref.kind == "help";
    views.push_back(std::move(view));
  }
  return views;
}

Json category_views(const Context& context, const std::string& current) {
  Json views = Json::array();
  for (const CategoryInfo& category : context.searcher().categories(context.lang)) {
    Json view = category_json(category, context.lang);
    view["count_label"] = context.strings().plural("articles", category.count);
    view["current"] = category.id == current;
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace signpost
