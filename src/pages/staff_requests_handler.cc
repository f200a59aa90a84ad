// staff_requests_handler.cc - the requests, for staff (/staff/): those first that somebody waits for.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "api/addresses.h"
#include "api/dead_letters.h"
#include "api/staff_requests.h"
#include "base/ascii.h"
#include "base/shown_text.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

constexpr int64_t kPerPage = 50;
constexpr Parameter kRequestsPage{
    .name = "page", .type = ParameterType::number, .least = 1, .most = 1'000'000, .otherwise = 1};

RequestQuery query_of(const Parameters& asked) {
  RequestQuery query;
  query.state = request_state_named(asked.get("state").value_or(""));
  query.product = asked.get("product").value_or("");
  query.lang = asked.get("language").value_or("");  // `lang` is that of the page
  query.assignee = asked.get("assignee").value_or("");
  query.text = asked.get("q").value_or("");
  query.most = kPerPage;
  return query;
}

Json state_choices(const PageContext& context, const RequestQuery& query) {
  Json choices = Json::array();
  choices.push_back(staff_choice("", context.strings().text("staff_all"), !query.state));
  for (const RequestState state : kRequestStates)
    choices.push_back(
        staff_choice(std::string(name_of(state)), state_label(context, state), query.state == state));
  return choices;
}

// What is asked for is among them, though no request has it any more.
Json value_choices(const PageContext& context, std::vector<std::string> values, const std::string& chosen,
                   std::string (*label)(const PageContext&, const std::string&)) {
  if (!chosen.empty() && std::find(values.begin(), values.end(), chosen) == values.end())
    values.push_back(chosen);
  Json choices = Json::array();
  if (values.empty()) return choices;
  choices.push_back(staff_choice("", context.strings().text("staff_all"), chosen.empty()));
  for (const std::string& value : values)
    choices.push_back(staff_choice(value, label(context, value), value == chosen));
  return choices;
}

// "" where all was taken.
std::string undelivered_label(const PageContext& context) {
  const auto found = dead_letters(context.operation(), 1);
  const auto* letters = std::get_if<DeadLetters>(&found);
  if (letters == nullptr || letters->total == 0) return "";
  return context.strings().plural("staff_undelivered", letters->total);
}

std::string label_itself(const PageContext&, const std::string& value) { return value; }

Json row_view(const PageContext& context, const FoundRequest& request) {
  Json row = moment_view(context, request.received_at);
  const bool is_over = request.state == RequestState::answered || request.state == RequestState::closed;
  row.update({{"code", request.code},
              {"url", staff_request_url(request.code)},
              {"state_label", state_label(context, request.state)},
              {"is_over", is_over},
              {"beginning", trimmed(request.beginning)},
              {"who", request.reply_to.empty() ? request.name : request.reply_to},
              {"product", request.product},
              {"assignee", request.assignee},
              {"is_merged", request.is_merged},
              {"language_name", language_label(context, request.lang)}});
  return row;
}

// Somebody reads out a code, and staff see all of that request, without a list of one.
std::optional<Response> led_by_code(const PageContext& context, const std::string& text) {
  const auto found = find_whole_request(context.operation(), text);
  const auto* request = std::get_if<StoredRequest>(&found);
  if (request == nullptr) return std::nullopt;
  return redirect(303, staff_request_url(request->code));
}

}  // namespace

Response draw_staff_requests(const PageContext& context) {
  const Parameters& asked = context.request.query;
  if (auto led = led_by_code(context, asked.get("q").value_or(""))) return *led;
  std::vector<FieldError> ignored;  // a page that is no number is the first
  const uint32_t page = read_number(asked, kRequestsPage, ignored);
  RequestQuery query = query_of(asked);
  query.first = (int64_t{page} - 1) * kPerPage;
  const auto all = find_requests(context.operation(), query);
  if (std::holds_alternative<Problem>(all)) return staff_error_page(context, 503);
  const auto& [found, values, assignees] = std::get<RequestsFound>(all);
  Json view = staff_view(context, context.strings().text("staff_requests"));
  Json rows = Json::array();
  for (const FoundRequest& request : found.requests) rows.push_back(row_view(context, request));
  view["has_requests"] = !rows.empty();
  view["requests"] = std::move(rows);
  view["count_label"] = context.strings().plural("staff_requests", found.total);
  view["undelivered_label"] = undelivered_label(context);
  view["q"] = without_bidi_controls(query.text);
  view["states"] = state_choices(context, query);
  view["products"] = value_choices(context, values.products, query.product, label_itself);
  view["languages"] = value_choices(context, values.languages, query.lang, language_label);
  view["assignees"] = value_choices(context, assignees, query.assignee, label_itself);
  for (const char* list : {"products", "languages", "assignees"})
    view["has_" + std::string(list)] = !view[list].empty();
  const auto url = [&](uint64_t number) {
    return with_query(std::string(kStaffPath), asked.without("page").with("page", std::to_string(number)));
  };
  add_pages(page, static_cast<uint64_t>((found.total + kPerPage - 1) / kPerPage), url, view);
  return staff_page(context, "staff_requests", view);
}

Response staff_without_slash(const PageContext& context) {
  return redirect(301, with_query(std::string(kStaffPath), context.request.query));
}

}  // namespace signpost
