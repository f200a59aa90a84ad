// staff_sign_in_handler.cc - where staff sign in and out (/staff/sign-in, /staff/sign-out). Who forges a form
// of it gets nothing by that: the frame takes it from pages of this site alone.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/shown_text.h"
#include "net/address.h"
#include "net/url.h"
#include "pages/pages.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

constexpr size_t kMaxBackBytes = 2000;

// An address of staff on this site, as it is sent; else that of the requests.
std::string safe_way_back(const std::string& back) {
  const auto is_plain = [](char c) { return c > 0x20 && c < 0x7F && c != '\\'; };
  const bool is_ours = back.starts_with(kStaffPath) && back.size() <= kMaxBackBytes &&
                       std::all_of(back.begin(), back.end(), is_plain);
  return is_ours ? back : std::string(kStaffPath);
}

// What counts as one client; "" for this machine, from which a proxy brings everybody.
std::string client_of(const Request& request) {
  static const Network kHere[] = {*parse_network("127.0.0.0/8"), *parse_network("::1")};
  const auto address = parse_address(request.client);
  if (!address || kHere[0].contains(*address) || kHere[1].contains(*address)) return "";
  return to_string(client_prefix(*address));
}

std::string refusal_text(const PageContext& context, const NotSignedIn& refused) {
  switch (refused.why) {
    case SignInRefusal::later:
      return context.strings().plural("staff_sign_in_later", refused.wait);
    case SignInRefusal::busy:
      return context.strings().text("staff_sign_in_busy");
    case SignInRefusal::wrong:
      break;
  }
  return context.strings().text("staff_sign_in_wrong");
}

Response draw_form(const PageContext& context, const std::string& name, const std::string& back,
                   const std::string& error) {
  Json view = staff_view(context, context.strings().text("staff_sign_in"));
  view["form"] = {{"name", without_bidi_controls(name)}, {"back", back}, {"error", error}};
  return staff_page(context, "staff_sign_in", view);
}

Response with_cookie(Response response, const std::string& value, const std::string& more) {
  response.headers.emplace_back("Set-Cookie", std::string(kSessionCookie) + "=" + value +
                                                  "; Path=/; Secure; HttpOnly; SameSite=Strict" + more);
  return response;
}

}  // namespace

Response draw_sign_in(const PageContext& context) {
  const std::string back = safe_way_back(context.request.query.get("back").value_or(""));
  if (context.staff) return redirect(303, back);
  return draw_form(context, "", back, "");
}

Response take_sign_in(const PageContext& context) {
  const Parameters form = parse_query_string(context.request.body);
  const std::string name(trimmed(form.get("name").value_or("")));
  const std::string back = safe_way_back(form.get("back").value_or(""));
  const auto done = context.services.staff->sign_in(name, form.get("password").value_or(""),
                                                    client_of(context.request), context.now);
  if (const auto* token = std::get_if<std::string>(&done))
    return with_cookie(redirect(303, back), *token, "");
  const auto& refused = std::get<NotSignedIn>(done);
  Response response = draw_form(context, name, back, refusal_text(context, refused));
  response.status = refused.why == SignInRefusal::wrong   ? 403
                    : refused.why == SignInRefusal::later ? 429
                                                          : 503;
  if (refused.wait > 0) response.headers.emplace_back("Retry-After", std::to_string(refused.wait));
  return response;
}

Response take_sign_out(const PageContext& context) {
  context.services.staff->sign_out(context.request.cookie(kSessionCookie));
  return with_cookie(redirect(303, sign_in_path("")), "", "; Max-Age=0");
}

}  // namespace signpost
