// staff_review.h - which articles are to be looked at again, for staff: their day of review is past or near.
// The pages of staff call it, and it has no row in the table of operations. Tested by
// tests/unit/api/staff_review_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "api/article_file.h"
#include "api/operation.h"
#include "api/problem.h"
#include "search/catalog_types.h"

namespace signpost {

inline constexpr uint32_t kReviewDaysAhead = 30;  // what is due within so many days is near
inline constexpr int kReviewReadDays = 90;        // reading is counted over so many

struct ArticleToReview {
  ArticleRef article;
  uint32_t review_by = 0;  // days since 1970
  bool is_past = false;
  ArticleFile file = {};
  int64_t visits = 0;      // that opened it
  int64_t complaints = 0;  // of readers, that are open
};

struct ReviewQueue {
  std::vector<ArticleToReview> articles;  // the earliest day first; of one day what is read most
  size_t total = 0;
  std::vector<std::string> owners;  // of all in this language, in order
};

// Of what staff may read, internal articles included. A problem (503) where nothing can be read at the
// moment.
std::variant<ReviewQueue, Problem> staff_review(const OperationContext& context,
                                                const ArticleListQuestion& question);

}  // namespace signpost
