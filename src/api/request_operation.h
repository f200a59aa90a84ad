// request_operation.h - a request to the people behind the help centre: sending one, and what has become of
// it. Without a store neither is there. Tested by tests/unit/api/request_operation_test.cc.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "api/operation.h"
#include "api/request_body.h"
#include "store/request_table.h"

namespace signpost {

// Keeps what was sent; it is on the disk then. The same `key` ("" for none) with the same draft gives the
// same request. A problem with the fields that are wrong (400), with a key that was used for another (422),
// because too many come from this address or, with a challenge, from everywhere (429), or because nothing can
// be kept at the moment (503) or nothing more (507). REQUIRES: there is a store.
std::variant<KeptRequest, Problem> take_request(const OperationContext& context, const SentRequest& sent,
                                                std::string_view key);

// The states of the request that this code names, however it is typed; nothing of what it says. A problem
// where they can't be read at the moment (503), or this address has named too many that there are not (429).
// REQUIRES: there is a store.
std::variant<std::optional<StoredRequest>, Problem> find_request_of(const OperationContext& context,
                                                                    std::string_view code);

// What whoever sent it says of the last answer: a problem of somebody who says too much (429), where it can't
// be kept (503), or there is no answer (404).
std::optional<Problem> judge_answer_of(const OperationContext& context, std::string_view code,
                                       AnswerVerdict verdict);

Operation send_request_operation();
Operation request_operation();

}  // namespace signpost
