// contact_handler.cc - the ways to people at this moment (/{lang}/contact).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/answer_parameters.h"
#include "api/channels_operation.h"
#include "api/noticed_search.h"
#include "api/short_texts.h"
#include "net/url.h"
#include "pages/contact_view.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

constexpr const char* kProductParameter = "product";

PageInfo contact_info(const PageContext& context, const std::string& product) {
  PageInfo info;
  info.kind = "contact";
  info.title = context.strings().text("contact_title");
  info.description = context.strings().text("contact_lead");
  info.canonical = contact_path(context.lang);
  if (!product.empty()) info.carried.add(kProductParameter, product);
  const auto& languages = context.site().languages;
  for (const Language& language : languages) {
    info.in_language[language.code] = contact_path(language.code);
    if (languages.size() > 1) info.alternates.emplace_back(language.code, contact_path(language.code));
  }
  return info;
}

// What the address narrows it to, where a channel names that: "" else.
std::string known_product(const PageContext& context) {
  const std::string asked = context.request.query.get(kProductParameter).value_or("");
  const std::vector<std::string> products = products_of_channels(context.operation());
  return std::find(products.begin(), products.end(), asked) == products.end() ? "" : asked;
}

// All, and each product that channels name.
Json product_views(const PageContext& context, const std::string& chosen) {
  const std::string path = contact_path(context.lang);
  Json views = Json::array();
  const std::vector<std::string> products = products_of_channels(context.operation());
  if (products.empty()) return views;
  views.push_back({{"label", context.strings().text("contact_all_products")},
                   {"url", path},
                   {"current", chosen.empty()}});
  for (const std::string& product : products)
    views.push_back({{"label", short_name(product)},
                     {"url", with_query(path, Parameters({{kProductParameter, product}}))},
                     {"current", product == chosen}});
  return views;
}

// What the address says of the question goes on to the form, as without scripts nothing else knows of it.
std::vector<ChannelEntry> with_question(const PageContext& context, std::vector<ChannelEntry> entries) {
  Parameters told;
  for (const auto& [name, value] : context.request.query.items()) {
    for (const std::string_view known :
         {std::string_view("q"), kRejected.name, std::string_view("product"), std::string_view("level")}) {
      if (name == known) told.add(name, value);
    }
  }
  for (ChannelEntry& entry : entries) {
    if (entry.channel->kind == ChannelKind::form && !entry.url.empty() && !told.items().empty())
      entry.url = with_query(entry.url, told);
  }
  return entries;
}

}  // namespace

Response draw_contact(const PageContext& context) {
  if (!has_channels(context.operation())) return text_response(404, "");
  const std::string product = known_product(context);
  const std::vector<ChannelEntry> entries = channels(context.operation(), product);
  Json view = page_view(context, contact_info(context, product));
  view["channels"] = channel_views(context, with_question(context, entries));
  view["has_channels"] = !entries.empty();
  view["products"] = product_views(context, product);
  view["has_products"] = !view["products"].empty();
  view["json_ld"] = contact_data(context, entries);
  Response response = page_response(context, "contact", view);
  response.noticed = noticed_deed(context.operation(), Noticed::Kind::contact_begun);
  // Of this minute, and a heartbeat may change it in the next.
  response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
