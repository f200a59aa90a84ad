// signed_message.cc - see signed_message.h.
#include "api/signed_message.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_limits.h"
#include "net/webhook.h"

namespace signpost {
namespace {

constexpr JsonLimits kSignedLimits{4096, 4, 64};

Problem problem_of(WebhookVerdict verdict) {
  switch (verdict) {
    case WebhookVerdict::no_keys:
      return {401, "This service has no secrets, so nothing that is sent here can be believed."};
    case WebhookVerdict::incomplete:
      return {401, "It needs the headers webhook-id, webhook-timestamp and webhook-signature."};
    case WebhookVerdict::untimely:
      return {401,
              "Its webhook-timestamp is not of the last five minutes, or of before this service started."};
    case WebhookVerdict::replayed:
      return {409, "A message with this webhook-id was received already."};
    case WebhookVerdict::busy:
      return {503, "There are more messages than can be told apart at this moment."};
    default:
      return {401, "Its webhook-signature is by none of the secrets of this service."};
  }
}

}  // namespace

std::optional<Answer> refuse_unsigned(const OperationContext& context, const Parameters& arguments) {
  const std::string id = arguments.get(kWebhookId.name).value_or("");
  const std::string timestamp = arguments.get(kWebhookTimestamp.name).value_or("");
  const std::string signature = arguments.get(kWebhookSignature.name).value_or("");
  const WebhookVerdict verdict =
      context.webhooks == nullptr
          ? WebhookVerdict::no_keys
          : context.webhooks->receive({id, timestamp, signature}, context.sent.bytes, context.now);
  if (verdict == WebhookVerdict::good) return std::nullopt;
  return problem_answer(problem_of(verdict));
}

void take_back_signed(const OperationContext& context, const Parameters& arguments) {
  context.webhooks->take_back(arguments.get(kWebhookId.name).value_or(""));
}

Json parse_signed_json(std::string_view text) {
  try {
    check_json(text, kSignedLimits);
  } catch (const Error&) {
    return nullptr;
  }
  return Json::parse(text, nullptr, false);
}

}  // namespace signpost
