// page_view.h - what all pages have in common: head, language menu, lists of articles.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "api/addresses.h"
#include "api/incidents_operation.h"
#include "api/json.h"
#include "base/zoned_time.h"
#include "net/message.h"
#include "pages/page_context.h"

namespace signpost {

// Parameter of the language menu's links: this language is the visitor's choice, to be kept in a cookie.
inline constexpr char kKeepParameter[] = "keep";

// What one page says of itself. All paths are percent-encoded.
struct PageInfo {
  std::string kind;  // "home", "search", "article", "thread", "category", "contact" ...: page.is_<kind>
  std::string title;
  std::string description;
  std::string canonical;                                        // path, "" for none
  std::vector<std::pair<std::string, std::string>> alternates;  // hreflang -> path
  std::map<std::string, std::string> in_language;  // language -> path of this page in it; else as a parameter
  std::string og_type = "website";
  std::string image;  // path of what announces it elsewhere, "" for none
  bool noindex = false;
  Parameters carried;                    // of the address, what the same page in another language has too
  std::string previous, next;            // of a list in pages: paths, "" for none
  std::vector<IncidentEntry> incidents;  // that readers of this page are told of
  bool is_internal = false;              // as a whole: readers' complaints are of what everybody sees
};

// The badge of what is for staff alone; "" for what is not.
std::string internal_label(const Strings& strings, Internal internal);

// {"site": ..., "page": ..., "search": {"q": ""}}; handlers add their own parts.
Json page_view(const PageContext& context, const PageInfo& info);

// Adds to a view what page_links.html shows: has_pages, pages, previous_url, next_url. `current` from 1,
// perhaps beyond the end.
void add_pages(uint64_t current, uint64_t pages, const std::function<std::string(uint64_t page)>& url,
               Json& view);

// Renders a page as the response.
Response page_response(const PageContext& context, const std::string& template_name, const Json& view);

// Articles as lists show them: with date, votes and answers in words.
Json ref_views(const PageContext& context, const std::vector<ArticleRef>& refs);
// The first categories, the one with the id `current` marked: `categories`, `has_categories`, and
// `topics_url` of the page that lists all where there are more.
void add_categories(const PageContext& context, uint32_t limit, const std::string& current, Json& view);
Json category_view(const PageContext& context, const CategoryInfo& category);
// [{"text": ..., "match": ...}]
Json run_views(const Runs& runs);

// "29 November 2026, 14:05 UTC", in the zone that the time is written in.
std::string moment_label(const PageContext& context, const ZonedTime& time);

// "light" or "dark" as the visitor's cookie keeps it, "" for that of the system.
std::string theme_of(const Request& request);
// What marks an article of another language than the page's: that language, named in the page's; "" for none.
std::string language_badge(const PageContext& context, const std::string& lang);

}  // namespace signpost
