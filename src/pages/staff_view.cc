// staff_view.cc - see staff_view.h.
#include "pages/staff_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown_text.h"
#include "base/zoned_time.h"
#include "net/url.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

// The script of the palette, which pages for everybody have loaded by a browser that was told of it here.
// Without its fingerprint it stays there; what stands behind "#" is where it asks.
constexpr std::string_view kToolsModule = "/assets/js/palette.js#/staff/";

// What aria-current says: the page itself, one that lies below it, or another.
std::string place_in_menu(std::string_view shown, std::string_view path) {
  if (shown == path) return "page";
  const std::string below =
      path == kStaffPath ? std::string(kStaffPath) + "requests/" : std::string(path) + "/";
  return shown.starts_with(below) ? "true" : "";
}

// The menu of each page, and which of its places this is.
Json staff_links(const PageContext& context) {
  static constexpr std::pair<std::string_view, const char*> kLinks[] = {
      {kStaffPath, "staff_requests"},
      {kLettersPath, "staff_letters"},
      {kComplaintsPath, "staff_complaints"},
      {kInsightsPath, "staff_insights"},
      {kGapsPath, "staff_gaps"},
      {kReviewPath, "staff_review"},
      {kTranslationsPath, "staff_translations"},
      {kFindPath, "palette_title"},
      {kAuditPath, "staff_audit"}};
  Json links = Json::array();
  for (const auto& [path, text] : kLinks)
    links.push_back({{"url", path},
                     {"link_label", context.strings().text(text)},
                     {"current", place_in_menu(context.request.path, path)}});
  return links;
}

// All who look after something, and all of them together, which is "". One who looks after nothing of it
// stays chosen, so that the page says what it shows.
Json staff_owners(const PageContext& context, std::vector<std::string> owners, const std::string& chosen) {
  const bool is_known = chosen.empty() || std::find(owners.begin(), owners.end(), chosen) != owners.end();
  if (!is_known) owners.push_back(chosen);
  Json choices = Json::array();
  choices.push_back(staff_choice("", context.strings().text("staff_all"), chosen.empty()));
  for (const std::string& owner : owners) choices.push_back(staff_choice(owner, owner, owner == chosen));
  return choices;
}

}  // namespace

std::string sign_in_path(const std::string& back) {
  return with_query("/staff/sign-in", back.empty() ? Parameters() : Parameters({{"back", back}}));
}

Json staff_view(const PageContext& context, const std::string& title) {
  PageInfo info;
  info.kind = "staff";
  info.title = title;
  info.noindex = true;
  info.carried = context.request.query;
  Json view = page_view(context, info);
  view["staff"] = {{"home", kStaffPath},
                   {"letters", kLettersPath},
                   {"tools", kToolsModule},
                   {"links", staff_links(context)}};
  if (context.staff) {
    view["staff"]["name"] = context.staff->name;
    view["staff"]["account"] = context.staff->name;  // for scripts
    view["staff"]["form_token"] = context.staff->form_token;
    view["staff"]["has_session"] = context.staff->has_session;
  }
  return view;
}

Response staff_page(const PageContext& context, const std::string& template_name, const Json& view) {
  Response response = page_response(context, template_name, view);
  response.cache = CachePolicy::no_store;
  return response;
}

Response staff_error_page(const PageContext& context, int status, const std::string& missing) {
  const std::string text =
      context.strings().text(status == 404   ? missing.empty() ? "staff_no_request" : missing
                             : status == 503 ? "staff_not_now"
                                             : "staff_wrong");
  Json view = staff_view(context, text);
  view["error"] = text;
  Response response = staff_page(context, "staff_error", view);
  response.status = status;
  return response;
}

Response staff_onward_page(const PageContext& context, const std::string& to) {
  Json view = staff_view(context, context.strings().text("staff_title"));
  view["to"] = to;
  return staff_page(context, "staff_onward", view);
}

Json staff_choice(const std::string& value, const std::string& label, bool current) {
  return {{"value", value}, {"choice_label", without_bidi_controls(label)}, {"current", current}};
}

Json staff_languages(const PageContext& context, const std::string& chosen) {
  Json choices = Json::array();
  choices.push_back(staff_choice("", context.strings().text("staff_all"), chosen.empty()));
  for (const Language& language : context.site().languages)
    choices.push_back(staff_choice(language.code, language.name, language.code == chosen));
  return choices;
}

StaffList read_staff_list(const PageContext& context, size_t per_page) {
  static constexpr Parameter kListPage{
      .name = "page", .type = ParameterType::number, .least = 1, .most = 1'000'000, .otherwise = 1};
  const Parameters& asked = context.request.query;
  std::vector<FieldError> ignored;
  StaffList list;
  list.page = read_number(asked, kListPage, ignored);
  list.question = {.lang = asked.get("language").value_or(""),
                   .owner = asked.get("owner").value_or(""),
                   .first = (size_t{list.page} - 1) * per_page,
                   .most = per_page};
  return list;
}

void add_staff_list(const PageContext& context, const StaffList& list, std::string_view path, size_t total,
                    const std::vector<std::string>& owners, Json& view) {
  const auto url = [&](uint64_t number) {
    const Parameters& asked = context.request.query;
    return with_query(std::string(path), asked.without("page").with("page", std::to_string(number)));
  };
  view["owners"] = staff_owners(context, owners, list.question.owner);
  view["languages"] = staff_languages(context, list.question.lang);
  view["has_languages"] = context.site().languages.size() > 1;
  const size_t per_page = list.question.most;
  add_pages(list.page, (total + per_page - 1) / per_page, url, view);
}

Response staff_file(const std::string& name, const std::string& media_type, std::string bytes) {
  // Spreadsheets that are given a file without it take its letters for those of another century.
  static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  Response response;
  response.content_type = media_type + "; charset=utf-8";
  response.body = media_type == "text/csv" ? std::string(kByteOrderMark) + bytes : std::move(bytes);
  response.cache = CachePolicy::no_store;
  add_header(response, "Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response;
}

std::string state_label(const PageContext& context, RequestState state) {
  return context.strings().text("request_" + std::string(name_of(state)));
}

Json moment_view(const PageContext& context, int64_t at) {
  const ZonedTime time{at, 0};
  return {{"time", to_rfc3339(time)}, {"time_label", moment_label(context, time)}};
}

std::string language_label(const PageContext& context, const std::string& lang) {
  for (const Language& language : context.site().languages) {
    if (language.code == lang) return language.name;
  }
  return lang;
}

}  // namespace signpost
