// home_operation.h - what a visitor may want who asks for nothing yet: articles that are read much, recent
// ones, and threads. Tested by tests/unit/service/app_test.cc.
#pragma once

#include <vector>

#include "api/operation.h"
#include "search/catalog_types.h"

namespace signpost {

struct HomeLists {
  std::vector<ArticleRef> popular;  // help articles
  std::vector<ArticleRef> recent;   // help articles
  std::vector<ArticleRef> threads;  // recent ones; those in the visitor's language first
};

// At most `length` in each list.
HomeLists home_lists(const OperationContext& context, size_t length);

}  // namespace signpost
