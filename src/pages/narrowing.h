// narrowing.h - the one thing to ask back: what sources that may answer a question differ in.
// Tested by tests/unit/service/ask_page_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "api/operation.h"

namespace signpost {

struct Narrowing {
  std::string_view parameter;  // of the question: that of a facet, or kAskedVersion
  // Two at least, each for the parameter; in the field's order, else the likeliest source's first, versions
  // the newest first.
  std::vector<std::string> values;
};

// A product, platform or version that only some of them are about, else, where the answer is not sure, a
// level. Nothing that the question says, or has been narrowed to already.
std::optional<Narrowing> narrowing(const OperationContext& context, const AnswerRequest& request,
                                   const AnswerResponse& response);

}  // namespace signpost
