// presence_operation.cc - see presence_operation.h.
#include "api/presence_operation.h"

#include <nlohmann/json.hpp>

#include "api/channels_operation.h"
#include "api/signed_message.h"
#include "base/dates.h"

namespace signpost {
namespace {

constexpr std::string_view kTakesJson[] = {"application/json"};

int64_t number_in(const Json& json, const char* name, int64_t least, int64_t most,
                  std::vector<FieldError>& errors) {
  const auto found = json.find(name);
  if (found != json.end() && found->is_number_integer()) {
    const auto number = found->get<int64_t>();
    if (number >= least && number <= most) return number;
  }
  errors.push_back(
      {name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most)});
  return 0;
}

Answer take_heartbeat(const OperationContext& context, const Parameters& arguments) {
  if (auto refused = refuse_unsigned(context, arguments)) return std::move(*refused);
  const Channel* channel = find_channel(context.site().contact, arguments.get("channel").value_or(""));
  if (channel == nullptr || !channel->presence || context.presence == nullptr)
    return problem_answer({404, "There is no channel of this name that asks for presence."});
  std::vector<FieldError> errors;
  const Heartbeat heartbeat = parse_heartbeat(context.sent.bytes, errors);
  if (!errors.empty()) return problem_answer({400, "This is no heartbeat.", errors});
  context.presence->hear(channel->id, heartbeat, context.now);
  return json_answer({{"channel", channel->id}, {"until", format_time(context.now + heartbeat.life)}});
}

}  // namespace

Heartbeat parse_heartbeat(std::string_view text, std::vector<FieldError>& errors) {
  const Json json = parse_signed_json(text);
  if (!json.is_object()) {
    errors.push_back({"", "must be a JSON object with free, waiting and ttl_s"});
    return {};
  }
  for (const auto& [name, value] : json.items()) {
    if (name != "free" && name != "waiting" && name != "ttl_s")
      errors.push_back({name, "is not known; known are free, waiting and ttl_s"});
  }
  Heartbeat heartbeat;
  heartbeat.free = static_cast<uint32_t>(number_in(json, "free", 0, kMostPeople, errors));
  heartbeat.waiting = static_cast<uint32_t>(number_in(json, "waiting", 0, kMostPeople, errors));
  heartbeat.life = number_in(json, "ttl_s", kMinHeartbeatLife, kMaxHeartbeatLife, errors);
  return heartbeat;
}

Operation presence_operation() {
  return {.door = {.name = "api_presence",
                   .path = "/api/v1/presence/{channel}",
                   .method = Method::post,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs},
          .parameters = {kWebhookId, kWebhookTimestamp, kWebhookSignature},
          .answer = take_heartbeat,
          .takes = kTakesJson};
}

}  // namespace signpost
