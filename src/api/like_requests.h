// like_requests.h - requests that are about the same, of those that are still kept, with what was answered
// there. Tested by tests/unit/api/like_requests_test.cc; what it costs: BENCHMARKS.md.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "api/operation.h"
#include "api/problem.h"
#include "store/request.h"

namespace signpost {

// The newest ones are looked at, however many are kept.
inline constexpr int64_t kMostCompared = 2000;
inline constexpr size_t kMostLike = 5;
// Of 1; below that two requests have some words in common, and little more.
inline constexpr double kLeastLikeness = 0.2;

struct LikeRequest {
  StoredRequest request;
  double likeness = 0;  // kLeastLikeness to 1
};

// The likest first. They are compared by the words of what was asked and written and by the articles that
// were read and tried, in whatever language, each by how few requests have it. A problem (503) where nothing
// can be read at the moment.
std::variant<std::vector<LikeRequest>, Problem> like_requests(const OperationContext& context,
                                                              const StoredRequest& request);

}  // namespace signpost
