// noticing.cc - see noticing.h.
#include "service/noticing.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "net/address.h"
#include "net/url.h"
#include "search/query_syntax.h"
#include "service/staff_door.h"

namespace signpost {
namespace {

// Names by which programs say that nobody looks at what they get.
constexpr std::string_view kRobots[] = {"bot",     "crawl",   "spider",  "slurp", "facebookexternalhit",
                                        "preview", "monitor", "pingdom", "uptime"};
constexpr std::string_view kRequestFormEnd = "/requests/new";

bool is_robot(std::string_view agent) {
  const std::string name = lower_case(agent);
  return std::any_of(std::begin(kRobots), std::end(kRobots),
                     [&](std::string_view robot) { return name.find(robot) != std::string::npos; });
}

// Perhaps nobody ever looks at it (whatwg.org's Sec-Purpose, and Purpose before it).
bool is_looking_ahead(const Request& request) {
  return request.header("sec-purpose").find("prefetch") != std::string::npos ||
         request.header("purpose").find("prefetch") != std::string::npos;
}

// The visitor wants to be no part of statistics (w3.org/TR/gpc, w3.org/TR/tracking-dnt).
bool wants_to_be_left_out(const Request& request) {
  return request.header("sec-gpc") == "1" || request.header("dnt") == "1";
}

// The page of this site that led here; its path is "" for none.
Request page_before(const Request& request) {
  Request before;
  const std::string referer = request.header("referer");
  const size_t scheme = referer.find("://");
  if (scheme == std::string::npos) return before;
  const size_t path = std::min(referer.find('/', scheme + 3), referer.size());
  const std::string host = lower_case(std::string_view(referer).substr(scheme + 3, path - scheme - 3));
  if (host != lower_case(request.header("host")) ||
      !parse_target(std::string_view(referer).substr(path, referer.find('#') - path), before))
    before.path.clear();
  return before;
}

bool has_results(std::string_view path) {
  return path == "/search" || path == "/ask" || path.ends_with("/ask");
}

}  // namespace

void notice(EventCounter& counter, const Request& request, const Response& response,
            const std::string& staff_header) noexcept {
  if (!response.noticed || !counter.is_on() || request.method == "HEAD") return;
  try {
    const std::string agent = request.header("user-agent");
    if (is_looking_ahead(request) || is_robot(agent)) return;
    // Who only says so is not counted, which costs nobody else.
    if (says_staff(request, staff_header)) return;
    if (wants_to_be_left_out(request)) return counter.leave_out(response.noticed->lang);
    const bool is_search = response.noticed->kind == Noticed::Kind::search;
    const bool is_article = response.noticed->kind == Noticed::Kind::article;
    const Request before = is_search || is_article ? page_before(request) : Request();
    // What somebody writes to people is no search, though answers are looked for in it.
    if (is_search && before.path.ends_with(kRequestFormEnd)) return;
    // A program says itself from which search it opens one.
    const bool by_program = is_article && request.path.starts_with("/api/");
    const bool is_opened = is_article && has_results(before.path);
    const Request& searched = by_program ? request : before;
    std::string typed = by_program || is_opened ? searched.query.get("q").value_or("") : "";
    if (typed.size() > kMaxQueryBytes) typed.clear();  // no page of results was of that
    counter.notice(response.noticed, client_name(request.client), agent, std::move(typed));
  } catch (const std::exception&) {
    // One that isn't counted.
  }
}

}  // namespace signpost
