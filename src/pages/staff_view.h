// staff_view.h - what all pages of staff have in common, and where they are.
// Tested by tests/unit/service/staff_pages_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/json.h"
#include "pages/page_context.h"
#include "store/request.h"

namespace signpost {

inline constexpr std::string_view kStaffPath = "/staff/";
inline constexpr std::string_view kLettersPath = "/staff/dead-letters";
inline constexpr std::string_view kComplaintsPath = "/staff/complaints";
inline constexpr std::string_view kFindPath = "/staff/find-page";
inline constexpr std::string_view kAuditPath = "/staff/audit";
inline constexpr std::string_view kGapsPath = "/staff/gaps";
inline constexpr std::string_view kInsightsPath = "/staff/insights";
inline constexpr std::string_view kTranslationsPath = "/staff/translations";
inline constexpr std::string_view kReviewPath = "/staff/review";
// Browsers take a cookie of this name only with Secure, for this host and all of it.
inline constexpr std::string_view kSessionCookie = "__Host-signpost-staff";
// Of each form of theirs.
inline constexpr std::string_view kFormTokenField = "form_token";

// "/staff/sign-in?back=..."; `back`: as sent, "" for none.
std::string sign_in_path(const std::string& back);

// {"site", "page", "search", "staff"}; handlers add their own parts.
Json staff_view(const PageContext& context, const std::string& title);
Response staff_page(const PageContext& context, const std::string& template_name, const Json& view);
// What is wrong, with the way back to the requests. `missing`: the key of the text that says what there is
// not, "" for that of a request.
Response staff_error_page(const PageContext& context, int status, const std::string& missing = "");

// Leads a browser on by itself: to `to`, an address of this site as it was sent.
Response staff_onward_page(const PageContext& context, const std::string& to);

// An entry of a list to choose from: {"value", "choice_label", "current"}; no element can stand in it.
Json staff_choice(const std::string& value, const std::string& label, bool current);
// All languages of the site, and all of them together, which is "".
Json staff_languages(const PageContext& context, const std::string& chosen);
// All who look after something, and all of them together, which is "". One who looks after nothing of it
// stays chosen, so that the page says what it shows.
Json staff_owners(const PageContext& context, std::vector<std::string> owners, const std::string& chosen);
// To be saved under this name; `media_type` of text.
Response staff_file(const std::string& name, const std::string& media_type, std::string bytes);

std::string state_label(const PageContext& context, RequestState state);
// {"time", "time_label"} of seconds since 1970.
Json moment_view(const PageContext& context, int64_t at);
// As the site calls it, else its code.
std::string language_label(const PageContext& context, const std::string& lang);

}  // namespace signpost
