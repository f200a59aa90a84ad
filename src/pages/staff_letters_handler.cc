// staff_letters_handler.cc - what other systems did not take, for staff, who have it tried again
// (/staff/dead-letters).
#include <charconv>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/dead_letters.h"
#include "net/url.h"
#include "pages/pages.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

constexpr int kMostLetters = 100;

Json letter_view(const PageContext& context, const OutboxEntry& letter) {
  Json view = moment_view(context, letter.change.at);
  view.update({{"row", letter.row},
               {"code", letter.code},
               {"url", staff_request_url(letter.code)},
               {"state_label", state_label(context, letter.change.state)},
               {"delivery", letter.delivery},
               {"attempts_label", context.strings().plural("staff_attempts", letter.attempts)},
               {"failure", letter.last_failure}});
  return view;
}

// 0, which no row has, for what is no number.
int64_t row_of(const std::string& text) {
  int64_t row = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row);
  return error == std::errc() && end == text.data() + text.size() ? row : 0;
}

}  // namespace

Response draw_dead_letters(const PageContext& context) {
  const auto found = dead_letters(context.operation(), kMostLetters);
  if (std::holds_alternative<Problem>(found)) return staff_error_page(context, 503);
  const DeadLetters& letters = std::get<DeadLetters>(found);
  Json view = staff_view(context, context.strings().text("staff_letters"));
  Json rows = Json::array();
  for (const OutboxEntry& letter : letters.first) rows.push_back(letter_view(context, letter));
  view["has_letters"] = !rows.empty();
  view["count_label"] = context.strings().plural("staff_undelivered", letters.total);
  view["letters"] = std::move(rows);
  return staff_page(context, "staff_letters", view);
}

// One that is none any more was tried again by somebody else.
Response retry_dead_letters(const PageContext& context) {
  const Parameters form = parse_query_string(context.request.body);
  const auto problem = form.get("row") ? retry_letter(context.operation(), row_of(*form.get("row")))
                                       : retry_all_letters(context.operation());
  if (problem && problem->status != 404) return staff_error_page(context, problem->status);
  return redirect(303, std::string(kLettersPath));
}

}  // namespace signpost
