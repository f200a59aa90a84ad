// staff_view.h - what all pages of staff have in common, and where they are.
// Tested by tests/unit/service/staff_pages_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "api/article_file.h"
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
// What the fields of a list of articles (staff_owner_field.html, staff_language_field.html) and its address
// ask for: `language` is the articles', since `lang` is that of the page. A page that is no number is the
// first.
struct StaffList {
  uint32_t page = 1;
  ArticleListQuestion question = {};
};
StaffList read_staff_list(const PageContext& context, size_t per_page);
// The fields again, and the pages of such a list at `path`, of which there are `total` entries.
void add_staff_list(const PageContext& context, const StaffList& list, std::string_view path, size_t total,
                    const std::vector<std::string>& owners, Json& view);
// To be saved under this name; `media_type` of text.
Response staff_file(const std::string& name, const std::string& media_type, std::string bytes);

std::string state_label(const PageContext& context, RequestState state);
// {"time", "time_label"} of seconds since 1970.
Json moment_view(const PageContext& context, int64_t at);
// As the site calls it, else its code.
std::string language_label(const PageContext& context, const std::string& lang);

}  // namespace signpost
