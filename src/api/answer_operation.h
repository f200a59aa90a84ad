// answer_operation.h - asking for the one quotation that answers a question.
// Tested by tests/unit/api/answer_operation_test.cc.
#pragma once

#include "answer/answer.h"
#include "api/operation.h"

namespace signpost {

// Of what was considered, the likeliest that an explanation shows: each may be as long as a quotation.
inline constexpr size_t kMostConsidered = 10;

AnswerResponse find_answer(const OperationContext& context, const AnswerRequest& request);

// The page of a source, at its section; percent-encoded.
std::string source_url(const AnswerSource& source);

Operation answer_operation();

}  // namespace signpost
