// short_handler.cc - where a short address leads: to the article in the reader's language, as somebody may
// have copied it in another. What was given out once and is gone says so.
#include "api/noticed_search.h"
#include "net/url.h"
#include "pages/error_page.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {

namespace {

// Programs that look what a link leads to say none, and show people what was copied.
bool says_language(const Request& request) {
  return !request.header("accept-language").empty() || !request.cookie("lang").empty() ||
         request.query.get("lang").has_value();
}

}  // namespace

Response follow_short(const PageContext& context) {
  const ShortLead lead = context.generation->searcher().follow_short_address(
      context.arguments.back(), says_language(context.request) ? context.lang : "");
  if (lead.state == ShortLead::State::unknown) return text_response(404, "");
  if (lead.state == ShortLead::State::gone) return error_page(context, 410);
  // Where it leads depends on who follows it, and may change.
  Response response =
      redirect(302, page_url(with_query(lead.url, context.request.query.without("lang")), lead.anchor));
  response.cache = CachePolicy::no_store;
  response.headers.emplace_back("X-Robots-Tag", "noindex");
  response.noticed = noticed_deed(context.operation(), Noticed::Kind::short_address, lead.id, lead.lang);
  return response;
}

}  // namespace signpost
