// dead_letters.h - what other systems were to be told of requests, and did not take: for staff, who have it
// tried again. Without a store none may be called. Tested by tests/unit/api/dead_letters_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "api/operation.h"
#include "api/problem.h"
#include "store/outbox_table.h"

namespace signpost {

struct DeadLetters {
  int64_t total = 0;
  std::vector<OutboxEntry> first;  // the oldest ones
};

// All of them: a problem (503) where nothing can be read, or kept, at the moment.
std::variant<DeadLetters, Problem> dead_letters(const OperationContext& context, int most);
// (404) where it is no dead letter any more.
std::optional<Problem> retry_letter(const OperationContext& context, int64_t row);
std::optional<Problem> retry_all_letters(const OperationContext& context);

}  // namespace signpost
