// integrations_handler.cc - how this help centre comes onto pages of other sites (/{lang}/integrations): the
// lines to copy, with its own address, version and sums, and the widget as such a page shows it. No other
// page leads there: it is for those who build such pages.
#include <nlohmann/json.hpp>

#include "api/home_operation.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

std::string integrations_path(const std::string& lang) { return "/" + lang + "/integrations"; }

// What a page says so that it runs these very files and no others.
std::string import_map(const Site& site, const Json& sums) {
  Json all = Json::object();
  for (const auto& [path, sum] : sums.items()) all[absolute_url(site, path)] = sum;
  Json map = Json::object();
  map["integrity"] = std::move(all);
  return map.dump(2);
}

PageInfo integrations_info(const PageContext& context) {
  PageInfo info;
  info.kind = "integrations";
  info.title = context.strings().text("integrations_title");
  info.description = context.strings().text("integrations_lead");
  info.noindex = true;
  for (const Language& language : context.site().languages)
    info.in_language[language.code] = integrations_path(language.code);
  return info;
}

}  // namespace

Response draw_integrations(const PageContext& context) {
  const Site& site = context.site();
  const WidgetFiles& widget = context.services.assets.widget();
  if (widget.entry() == nullptr) return text_response(404, "");
  const WebFile& script = *widget.find("widget.js");
  const Json sums = Json::parse(widget.find("integrity.json")->bytes)["integrity"];
  const std::vector<ArticleRef> popular = home_lists(context.operation(), 1).popular;
  Json view = page_view(context, integrations_info(context));
  view["widget"] = {{"src", widget.entry()->url},
                    {"url", absolute_url(site, widget.entry()->url)},
                    {"fixed_url", absolute_url(site, script.url)},
                    {"import_map", import_map(site, sums)},
                    {"article", popular.empty() ? "" : popular.front().id}};
  return page_response(context, "integrations", view);
}

}  // namespace signpost
