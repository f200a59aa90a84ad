// page_view.cc - see page_view.h.
#include "pages/page_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/categories_operation.h"
#include "api/channels_operation.h"
#include "api/improvement_list.h"
#include "api/short_texts.h"
#include "base/ascii.h"
#include "base/shown_text.h"
#include "content/language.h"
#include "content/text_direction.h"
#include "net/url.h"
#include "pages/incident_view.h"
#include "store/complaint.h"

namespace signpost {
namespace {

constexpr uint64_t kPageLinks = 7;
// Of what the head says of a page, as shortened() counts them.
constexpr size_t kDescriptionBytes = 900;

Json language_views(const PageContext& context, const PageInfo& info) {
  Json languages = Json::array();
  for (const Language& language : context.site().languages) {
    const auto found = info.in_language.find(language.code);
    const std::string path =
        found == info.in_language.end() ? encode_path(context.request.path) : found->second;
    const std::string url =
        with_query(path, info.carried.without("lang").with("lang", language.code).with(kKeepParameter, "1"));
    languages.push_back({{"code", language.code},
                         {"name", language.name},
                         {"current", language.code == context.lang},
                         {"url", url}});
  }
  return languages;
}

// As the site calls it, else its code.
std::string own_name(const Site& site, const std::string& lang) {
  for (const Language& language : site.languages) {
    if (language.code == lang) return language.name;
  }
  return lang;
}

// Nothing where none is known. What a search finds changes in place, and its banner with it, so there is a
// place for one on every page of results.
void add_incidents(const PageContext& context, const PageInfo& info, Json& page) {
  const bool any = has_incidents(context.operation());
  page["incidents_url"] = any || info.kind == "incident" ? incidents_path(context.lang) : "";
  page["incident_feed"] = any || info.kind == "incident" ? incident_feed_path(context.lang) : "";
  page["tells_incidents"] = !info.incidents.empty() || (any && info.kind == "search");
  page["incidents"] = incident_views(context, info.incidents);
}

// Below an article, and of answers that did not help, where it can be kept.
void add_feedback(const PageContext& context, const PageInfo& info, Json& page) {
  if (info.is_internal) return;
  if (context.services.store == nullptr || !is_one_of(info.kind, {"article", "search", "ask"})) return;
  page["feedback_url"] = feedback_path(context.lang);
  Json reasons = Json::array();
  for (const ComplaintReason reason : kComplaintReasons) {
    const std::string name(name_of(reason));
    reasons.push_back({{"value", name}, {"choice_label", context.strings().text("feedback_reason_" + name)}});
  }
  page["feedback_reasons"] = std::move(reasons);
}

}  // namespace

std::string theme_of(const Request& request) {
  const std::string theme = request.cookie("theme");
  return theme == "light" || theme == "dark" ? theme : "";
}

std::string language_badge(const PageContext& context, const std::string& lang) {
  if (lang == context.lang) return "";
  return language_name_in(lang, context.strings().lang(), NamePlace::list);
}

std::string moment_label(const PageContext& context, const ZonedTime& time) {
  const ClockTime clock = clock_time(time);
  const Strings& strings = context.strings();
  return strings.fill("moment",
                      {{"day", strings.date(clock.day)}, {"time", clock.time}, {"zone", clock.zone}});
}

std::string internal_label(const Strings& strings, Internal internal) {
  return internal == Internal::no ? "" : strings.text("internal_" + std::string(to_string(internal)));
}

Json page_view(const PageContext& context, const PageInfo& info) {
  const Site& site = context.site();
  Json alternates = Json::array();
  for (const auto& [lang, path] : info.alternates) {
    alternates.push_back({{"lang", lang}, {"url", absolute_url(site, path)}});
  }
  Json page = {{"lang", context.lang},
               {"dir", text_direction(context.lang)},
               {"title", shortened(without_bidi_controls(info.title), kTitleBytes)},
               {"description", shortened(without_bidi_controls(info.description), kDescriptionBytes)},
               {"canonical", info.canonical.empty() ? "" : absolute_url(site, info.canonical)},
               {"home_url", home_path(site, context.lang)},
               {"previous", info.previous},
               {"next", info.next},
               {"alternates", std::move(alternates)},
               {"og_type", info.og_type},
               {"image", info.image.empty() ? "" : absolute_url(site, info.image)},
               {"theme", theme_of(context.request)},
               {"noindex", info.noindex}};
  if (context.sees_internal) page["sees_internal"] = context.staff->name;
  if (context.services.live_reload) page["live_generation"] = context.generation->content();
  for (const char* kind :
       {"home", "search", "article", "thread", "category", "incident", "contact", "error", "ask", "request",
        "request_form", "solved", "feedback", "improvements", "integrations"}) {
    page[std::string("is_") + kind] = info.kind == kind;
  }
  // The pages whose main part has no search box of its own.
  page["in_header_search"] =
      is_one_of(info.kind, {"article", "thread", "category", "incident", "contact", "request", "request_form",
                            "solved", "feedback", "improvements", "integrations"});
  page["contact_url"] = has_channels(context.operation()) ? contact_path(context.lang) : "";
  page["request_form_url"] = context.services.store != nullptr ? new_request_path(context.lang) : "";
  const bool tells = tells_improvements(context.operation());
  page["improvements_url"] = tells ? improvements_path(context.lang) : "";
  page["improvement_feed"] = tells && info.kind == "improvements" ? improvement_feed_path(context.lang) : "";
  add_feedback(context, info, page);
  add_incidents(context, info, page);
  return {{"site", {{"languages", language_views(context, info)}}},
          {"page", std::move(page)},
          {"search", {{"q", ""}}}};
}

Response page_response(const PageContext& context, const std::string& template_name, const Json& view) {
  Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = context.services.templates.render(template_name, context.shared(), view);
  return response;
}

Json run_views(const Runs& runs) {
  Json views = Json::array();
  for (const Run& run : runs) views.push_back({{"text", run.text}, {"match", run.match}});
  return views;
}

Json ref_views(const PageContext& context, const std::vector<ArticleRef>& refs) {
  const Strings& strings = context.strings();
  Json views = Json::array();
  for (const ArticleRef& ref : refs) {
    views.push_back({{"lang", ref.lang},
                     {"dir", text_direction(ref.lang)},
                     {"own_lang_name", own_name(context.site(), ref.lang)},
                     {"lang_badge", language_badge(context, ref.lang)},
                     {"title", short_title(ref.title)},
                     {"url", page_url(ref.url)},
                     {"summary", short_text(ref.summary)},
                     {"category_name", short_name(ref.category_name)},
                     {"updated_label", strings.date(ref.updated)},
                     {"answers", std::to_string(ref.answers)},
                     {"answers_label", strings.plural("answers", ref.answers)},
                     {"votes_label", strings.plural("votes", ref.votes)},
                     {"solved", ref.solved},
                     {"internal_label", internal_label(strings, ref.internal)}});
  }
  return views;
}

Json category_view(const PageContext& context, const CategoryInfo& category) {
  return {{"name", short_name(category.name)},
          {"description", short_text(category.description)},
          {"icon", category.icon},
          {"url", category_url(category.id, context.lang)},
          {"count_label", context.strings().plural("articles", category.count)}};
}

void add_categories(const PageContext& context, uint32_t limit, const std::string& current, Json& view) {
  const CategoryList list = categories(context.operation(), {.page = 1, .per_page = limit});
  Json views = Json::array();
  for (const CategoryInfo& category : list.categories) {
    Json one = category_view(context, category);
    one["current"] = category.id == current;
    views.push_back(std::move(one));
  }
  view["has_categories"] = !views.empty();
  view["categories"] = std::move(views);
  view["topics_url"] = list.pages > 1 ? topics_path(context.lang) : "";
}

void add_pages(uint64_t current, uint64_t pages, const std::function<std::string(uint64_t page)>& url,
               Json& view) {
  const uint64_t half = kPageLinks / 2;
  const uint64_t first = std::max<uint64_t>(
      1, std::min(current > half ? current - half : 1, pages > kPageLinks ? pages - kPageLinks + 1 : 1));
  Json links = Json::array();
  for (uint64_t page = first; page <= pages && page < first + kPageLinks; ++page) {
    links.push_back({{"number", page}, {"url", url(page)}, {"current", page == current}});
  }
  view["has_pages"] = pages > 1;
  view["pages"] = std::move(links);
  view["previous_url"] = current > 1 && pages > 0 ? url(std::min(current - 1, pages)) : "";
  view["next_url"] = current < pages ? url(current + 1) : "";
}

}  // namespace signpost
