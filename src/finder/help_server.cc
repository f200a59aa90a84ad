// help_server.cc - see help_server.h.
#include "finder/help_server.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "net/address.h"
#include "net/url.h"

namespace signpost {
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr size_t kMostBytes = 4 << 20;
constexpr std::string_view kCookieName = "__Host-signpost-staff";

constexpr std::string_view kSecure = "https://";
constexpr std::string_view kOpen = "http://";

bool is_this_machine(std::string_view host) {
  static const Network kHere[] = {*parse_network("127.0.0.0/8"), *parse_network("::1")};
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const auto address = parse_address(host);
  return host == "localhost" || (address && (kHere[0].contains(*address) || kHere[1].contains(*address)));
}

std::string_view host_of(std::string_view authority) {
  const size_t colon = authority.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos;
  return has_port ? authority.substr(0, colon) : authority;
}

// The value of that cookie, where one of these lines sets it.
std::string token_in(const std::vector<std::string>& cookies) {
  for (const std::string_view cookie : cookies) {
    const size_t equals = cookie.find('=');
    if (equals == std::string_view::npos || trimmed(cookie.substr(0, equals)) != kCookieName) continue;
    const size_t end = std::min(cookie.find(';'), cookie.size());
    return std::string(trimmed(cookie.substr(equals + 1, end - equals - 1)));
  }
  return "";
}

std::string wait_text(const HttpAnswer& answer) {
  const auto seconds = answer.retry_after.count();
  return seconds > 0 ? "; try again in " + std::to_string(seconds) + " s" : "; try again in a moment";
}

}  // namespace

std::string server_origin(const std::string& typed) {
  const bool is_secure = typed.starts_with(kSecure);
  if (!is_secure && !typed.starts_with(kOpen))
    throw Error(ErrorKind::usage, "the server is not an address that begins with https://");
  const size_t begin = (is_secure ? kSecure : kOpen).size();
  const size_t end = std::min(typed.find_first_of("/?#", begin), typed.size());
  const std::string authority = lower_case(typed.substr(begin, end - begin));
  const bool is_plain = std::all_of(authority.begin(), authority.end(), [](char c) {
    return is_alnum(c) || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
  });
  if (authority.empty() || !is_plain)
    throw Error(ErrorKind::usage, "the server is not a host, with a port or not");
  if (!is_secure && !is_this_machine(host_of(authority)))
    throw Error(ErrorKind::usage, "passwords are sent to another machine by https:// only");
  return std::string(is_secure ? kSecure : kOpen) + authority;
}

HelpServer::HelpServer(std::string origin, std::string language, std::string ca_file)
    : origin_(std::move(origin)), language_(std::move(language)), ca_file_(std::move(ca_file)) {}

std::string HelpServer::sign_in(const std::string& name, const std::string& password) const {
  HttpPost post{.url = origin_ + "/staff/sign-in",
                .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                .body = format_query(Parameters({{"name", name}, {"password", password}})),
                .deadline = kPatience,
                .max_answer_bytes = kMostBytes,
                .ca_file = ca_file_};
  const HttpAnswer answer = client_.post(post);
  if (const std::string token = token_in(answer.cookies); answer.status == 303 && !token.empty())
    return token;
  if (answer.status == 403) throw Error(ErrorKind::usage, "the name or the password is not right");
  if (answer.status == 429)
    throw Error(ErrorKind::io, "there were too many wrong passwords" + wait_text(answer));
  if (answer.status == 503) throw Error(ErrorKind::io, "the server has too much to do" + wait_text(answer));
  throw Error(ErrorKind::usage,
              origin_ + ": nobody can sign in there (status " + std::to_string(answer.status) + ")");
}

std::string HelpServer::find(const std::string& token, const FindWords& words) const {
  Parameters query({{"q", words.text}});
  if (!words.lang.empty()) query.add("lang", words.lang);
  if (!words.from.empty()) query.add("from", words.from);
  HttpGet get{.url = origin_ + with_query("/staff/find", query),
              .headers = {{"Accept", "application/json"}, {"Cookie", std::string(kCookieName) + "=" + token}},
              .deadline = kPatience,
              .max_answer_bytes = kMostBytes,
              .ca_file = ca_file_};
  if (!language_.empty()) get.headers.emplace_back("Accept-Language", language_);
  HttpAnswer answer = client_.get(get);
  if (answer.status == 200) return std::move(answer.body);
  if (answer.status == 401) throw Error(ErrorKind::usage, "you are signed out; use: signpost sign-in NAME");
  throw Error(ErrorKind::io,
              origin_ + ": nothing can be found there (status " + std::to_string(answer.status) + ")");
}

std::string language_of_locale(const char* locale) {
  std::string code = locale == nullptr ? "" : locale;
  code.resize(std::min(code.find_first_of(".@"), code.size()));
  std::replace(code.begin(), code.end(), '_', '-');
  const bool is_plain = std::all_of(code.begin(), code.end(), [](char c) { return is_alnum(c) || c == '-'; });
  return is_plain && code != "C" && code != "POSIX" ? code : "";
}

}  // namespace signpost
