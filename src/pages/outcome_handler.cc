// outcome_handler.cc - a visitor says what became of their question (/{lang}/outcomes): a button of a form or
// of an answer, or what the browser says when the form to people is left. Counted, and of nobody.
#include <nlohmann/json.hpp>

#include "api/feedback_operation.h"
#include "api/noticed_search.h"
#include "contact/request_guard.h"
#include "net/address.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "store/outcome_table.h"

namespace signpost {
namespace {

// The visitor wants to be no part of statistics that they did not press a button for
// (w3.org/TR/gpc, w3.org/TR/tracking-dnt).
bool wants_no_count(const Request& request) {
  return request.header("sec-gpc") == "1" || request.header("dnt") == "1";
}

void count(const PageContext& context, Outcome outcome) {
  RequestGuard* const guard = context.services.guard;
  if (context.services.outcomes == nullptr) return;
  if (guard != nullptr && !guard->admit_word(client_name(context.request.client))) return;
  context.services.outcomes->add(outcome, context.lang, context.now);
}

// The section that was quoted, as answer.html names it ("en/install#on-debian"): what is none counts nowhere.
void count_as_helpful(const PageContext& context, const std::string& source) {
  const size_t slash = source.find('/');
  const size_t hash = source.find('#');
  if (context.services.store == nullptr || slash == std::string::npos || hash == std::string::npos ||
      hash < slash)
    return;
  SentFeedback sent;
  sent.helpful = true;
  sent.place = {source.substr(slash + 1, hash - slash - 1), source.substr(0, slash), source.substr(hash + 1)};
  take_feedback(context.operation(), sent);
}

// Of this site, as it stands in an address.
bool is_own_path(std::string_view path) {
  if (!path.starts_with('/') || path.starts_with("//")) return false;
  return path.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/?&=%+-._~#") ==
         std::string_view::npos;
}

Response thanks_page(const PageContext& context) {
  PageInfo info;
  info.kind = "solved";
  info.noindex = true;
  info.title = context.strings().text("solved_title");
  for (const Language& language : context.site().languages)
    info.in_language[language.code] = home_path(context.site(), language.code);
  return page_response(context, "solved", page_view(context, info));
}

}  // namespace

Response take_outcome(const PageContext& context) {
  const Parameters fields = parse_query_string(context.request.body);
  const auto outcome = outcome_named(fields.get("outcome").value_or(""));
  if (outcome == Outcome::left) {
    if (!wants_no_count(context.request)) count(context, Outcome::left);
    return text_response(204, "");
  }
  if (outcome != Outcome::solved) return text_response(400, "");
  count(context, Outcome::solved);
  count_as_helpful(context, fields.get("source").value_or(""));
  const std::string to = fields.get("to").value_or("");
  Response response = is_own_path(to) ? redirect(303, to) : thanks_page(context);
  response.noticed = noticed_deed(context.operation(), Noticed::Kind::solved);
  return response;
}

}  // namespace signpost
