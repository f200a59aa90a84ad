// signed_message.h - the frame of an operation that believes only what is signed: its parameters, and the
// refusal of what is not. Tested by tests/unit/api/presence_operation_test.cc.
#pragma once

#include <optional>

#include "api/operation.h"

namespace signpost {

// Of Standard Webhooks 1.0; an operation that takes signed messages declares all three.
inline constexpr Parameter kWebhookId{.name = "webhook-id", .place = ParameterPlace::header};
inline constexpr Parameter kWebhookTimestamp{.name = "webhook-timestamp", .place = ParameterPlace::header};
inline constexpr Parameter kWebhookSignature{.name = "webhook-signature", .place = ParameterPlace::header};

// What was sent is marked as received. nullopt where it is believed; else what the sender is told: 401, of
// one that was there before 409.
std::optional<Answer> refuse_unsigned(const OperationContext& context, const Parameters& arguments);
// It was not taken after all: the same one is believed again.
void take_back_signed(const OperationContext& context, const Parameters& arguments);

// Signed messages are small. Null for what is no JSON, or too much of it.
Json parse_signed_json(std::string_view text);

}  // namespace signpost
