// request_state_operation.cc - see request_state_operation.h.
#include "api/request_state_operation.h"

#include <nlohmann/json.hpp>

#include "api/signed_message.h"
#include "base/error.h"
#include "store/request_code.h"
#include "store/store.h"

namespace signpost {
namespace {

constexpr std::string_view kTakesStates[] = {"application/json"};

std::optional<StoredRequest> change_state(Store& store, std::string_view code, RequestState state,
                                          int64_t now) {
  std::optional<StoredRequest> changed;
  store.write([&](SqliteDatabase& database) {
    if (set_request_state(database, code, state, now)) changed = find_request_state(database, code);
  });
  return changed;
}

Answer answer_state_change(const OperationContext& context, const Parameters& arguments) {
  if (auto refused = refuse_unsigned(context, arguments)) return std::move(*refused);
  std::vector<FieldError> errors;
  const auto state = parse_state_change(context.sent.bytes, errors);
  if (!state) return problem_answer({400, "This is no change of a state.", errors});
  const auto code = parse_request_code(arguments.get("code").value_or(""));
  if (!code) return nothing_there();
  try {
    const auto request = change_state(*context.store, *code, *state, context.now);
    if (!request) return nothing_there();
    Answer answer = json_answer(request_state_json(*request));
    answer.of_this_moment = true;
    return answer;
  } catch (const Error&) {
    // It may come again, and is not to be taken for a repetition then.
    take_back_signed(context, arguments);
    return problem_answer({503, "The state could not be kept. Try again in a moment."});
  }
}

}  // namespace

std::optional<RequestState> parse_state_change(std::string_view text, std::vector<FieldError>& errors) {
  const Json json = parse_signed_json(text);
  const auto found = json.is_object() && json.size() == 1 ? json.find("state") : json.end();
  const auto state = found != json.end() && found->is_string()
                         ? request_state_named(found->get<std::string>())
                         : std::nullopt;
  if (!state) errors.push_back({"state", "must be received, passed_on, answered or closed, and stand alone"});
  return state;
}

Operation request_state_operation() {
  return {.door = {.name = "api_request_state",
                   .path = "/api/v1/requests/{code}/state",
                   .method = Method::post,
                   .effect = Effect::uses_store,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs},
          .parameters = {kWebhookId, kWebhookTimestamp, kWebhookSignature},
          .answer = answer_state_change,
          .takes = kTakesStates};
}

}  // namespace signpost
