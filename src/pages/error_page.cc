// error_page.cc - see error_page.h.
#include "pages/error_page.h"

#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/search_operation.h"
#include "api/short_texts.h"
#include "base/ascii.h"
#include "base/escape.h"
#include "base/shown_text.h"
#include "content/text_direction.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

Json error_view(const Strings& strings, int status) {
  // Statuses without texts of their own borrow those of the closest one that has them.
  const std::string own = std::to_string(status);
  const bool has_own = is_one_of(own, {"404", "410", "414", "429", "431", "503"});
  const std::string group = has_own ? own : status == 408 || status >= 500 ? "500" : "400";
  return {{"status", status},
          {"title", strings.text("error_" + group + "_title")},
          {"detail", strings.text("error_" + group + "_detail")}};
}

// "/en/articles/reset-your_password.html" -> "reset your password".
std::string words_of_path(const std::string& path) {
  std::string last = path;
  while (!last.empty() && last.back() == '/') last.pop_back();
  last.erase(0, last.rfind('/') + 1);
  for (const char* ending : {".html", ".htm", ".md", ".php", ".aspx"}) {
    if (last.ends_with(ending)) last.resize(last.size() - std::string_view(ending).size());
  }
  for (char& letter : last) {
    if (letter == '-' || letter == '_' || letter == '.' || letter == '+') letter = ' ';
  }
  return last;
}

Json suggested_results(const PageContext& context) {
  SearchRequest request;
  request.text = words_of_path(context.request.path);
  request.lang = context.lang;
  request.per_page = 5;
  const SearchResponse found = search(context.operation(), request).response;
  Json hits = Json::array();
  for (const Hit& hit : found.hits) {
    hits.push_back({{"lang", hit.lang},
                    {"dir", text_direction(hit.lang)},
                    {"url", page_url(hit.url)},
                    {"title", short_title(hit.title)},
                    {"category_name", short_name(hit.category_name)}});
  }
  return {{"q", without_bidi_controls(found.query.text)}, {"hits", std::move(hits)}};
}

Response page_without_index(const PageContext& context, int status) {
  const Site site;
  const Strings& strings = context.services.i18n.strings(context.lang);
  const TemplateData shared(shared_values(site, strings, context.lang, context.services.assets));
  const Json view = {{"site", {{"languages", Json::array()}}},
                     {"page",
                      {{"lang", strings.lang()},
                       {"dir", text_direction(strings.lang())},
                       {"title", strings.text("error_503_title")},
                       {"home_url", "/"},
                       {"is_error", true},
                       {"noindex", true},
                       {"og_type", "website"}}},
                     {"search", {{"q", ""}}},
                     {"error", error_view(strings, status)}};
  Response response;
  response.body = context.services.templates.render("error", shared, view);
  return response;
}

}  // namespace

Response error_page(const PageContext& context, int status) {
  Response response;
  if (!context.generation) {
    response = page_without_index(context, status);
  } else {
    PageInfo info;
    info.kind = "error";
    info.noindex = true;
    for (const Language& language : context.site().languages) {
      info.in_language[language.code] = home_path(context.site(), language.code);
    }
    const Json error = error_view(context.strings(), status);
    info.title = error["title"];
    Json view = page_view(context, info);
    view["error"] = error;
    if (status == 404) {
      view["search"] = suggested_results(context);
      view["has_suggestions"] = !view["search"]["hits"].empty();
    }
    response = page_response(context, "error", view);
  }
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.cache = CachePolicy::no_store;
  return response;
}

Response bare_error_page(int status, const std::string& detail) {
  const std::string title(reason_phrase(status));
  Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.body =
      "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + title +
      "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\n<body><h1>" +
      title + "</h1><p>" + html_escaped(detail) + "</p><p><a href=\"/\">/</a></p></body>\n</html>\n";
  response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
