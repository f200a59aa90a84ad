// staff_view.cc - see staff_view.h.
#include "pages/staff_view.h"

#include <nlohmann/json.hpp>

#include "base/zoned_time.h"
#include "net/url.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

// The menu of each page, and which of its places this is.
Json staff_links(const PageContext& context) {
  static constexpr std::pair<std::string_view, const char*> kLinks[] = {{kStaffPath, "staff_requests"},
                                                                        {kLettersPath, "staff_letters"},
                                                                        {kInsightsPath, "staff_insights"},
                                                                        {kGapsPath, "staff_gaps"}};
  Json links = Json::array();
  for (const auto& [path, text] : kLinks)
    links.push_back({{"url", path},
                     {"link_label", context.strings().text(text)},
                     {"current", context.request.path == path}});
  return links;
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
  view["staff"] = {{"home", kStaffPath}, {"letters", kLettersPath}, {"links", staff_links(context)}};
  if (context.staff) {
    view["staff"]["name"] = context.staff->name;
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
