// narrowing.h - the one thing to ask back: what sources that may answer a question differ in.
// Tested by tests/unit/service/ask_page_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "api/operation.h"

namespace signpost {

struct Narrowing {
  Field field = Field::product;
  std::vector<std::string> values;  // two at least, in the field's order, else the likeliest source's first
};

// A product that only some of them are about, else, where the answer is not sure, a level. Nothing that the
// question has been narrowed to already.
std::optional<Narrowing> narrowing(const OperationContext& context, const AnswerRequest& request,
                                   const AnswerResponse& response);

}  // namespace signpost
