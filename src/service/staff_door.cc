// staff_door.cc - see staff_door.h.
#include "service/staff_door.h"

#include <algorithm>

#include "api/http_response.h"
#include "net/url.h"
#include "pages/staff_view.h"
#include "staff/session_token.h"

namespace signpost {
namespace {

// A second header of the same name is the visitor's, or the proxy's: nobody can tell.
std::string only_value(const Request& request, const std::string& name) {
  const auto is_it = [&](const auto& header) { return header.first == name; };
  const auto& headers = request.headers;
  return std::count_if(headers.begin(), headers.end(), is_it) == 1 ? request.header(name) : "";
}

}  // namespace

bool is_for_staff(const Door& door) {
  return door.audience == Audience::staff || door.path.starts_with(kStaffPath);
}

bool says_staff(const Request& request, const std::string& header) {
  return !request.cookie(kSessionCookie).empty() ||
         (!header.empty() && request.by_proxy && !request.header(header).empty());
}

std::optional<StaffIdentity> identify_staff(StaffEntrance& entrance, const std::string& header,
                                            const Request& request, int64_t now) {
  if (!header.empty() && request.by_proxy) {
    if (auto vouched = entrance.vouched_for(only_value(request, header))) return vouched;
  }
  return entrance.find_session(request.cookie(kSessionCookie), now);
}

bool has_form_token(const Request& request, const StaffIdentity& staff) {
  const auto sent = parse_query_string(request.body).get(kFormTokenField);
  return sent && is_same_token(*sent, staff.form_token);
}

Response turn_away(const PageContext& context, const Door& door, bool is_page) {
  if (door.reader == Reader::programs) {
    Response refused = problem_response({401, "This is for staff who have signed in."});
    refused.headers.emplace_back("WWW-Authenticate", "Session");
    return refused;
  }
  const Request& request = context.request;
  const std::string here = with_query(request.raw_path, request.query);
  // A browser keeps the cookie back where another site's link leads here. From a page of ours it comes along.
  const bool is_led_here = is_page && request.header("sec-fetch-site") == "cross-site";
  if (is_led_here) return staff_onward_page(context, here);
  return redirect(303, sign_in_path(is_page ? here : ""));
}

void keep_to_staff(Response& response) {
  response.cache = CachePolicy::no_store;
  response.etag.clear();
  add_header(response, "X-Robots-Tag", "noindex");
  add_header(response, "Referrer-Policy", "same-origin");
}

}  // namespace signpost
