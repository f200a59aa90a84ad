// answer_operation.h - asking for the one quotation that answers a question.
// Tested by tests/unit/api/answer_operation_test.cc.
#pragma once

#include "answer/answer.h"
#include "api/operation.h"

namespace signpost {

// As answer() has it; a model is asked as for a search.
AnswerResponse find_answer(const OperationContext& context, const AnswerRequest& request);

// The page of a source, at its section; percent-encoded.
std::string source_url(const AnswerSource& source);

Operation answer_operation();

}  // namespace signpost
