// ranks.h - gmock matchers of what an index finds, which say why when they fail.
//
//   EXPECT_THAT(index, ranks("reset password", "reset-password", "sign-in"));
//   EXPECT_THAT(index, ranks(in("ko", "비밀번호"), "reset-password"));
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "test_index.h"

namespace signpost {

MATCHER_P2(RanksFirst, request, ids,
           "\"" + request.text + "\" finds first " + ::testing::PrintToString(ids)) {
  const std::string found = difference(arg, request, ids);
  *result_listener << found;
  return found.empty();
}

// The first hits of the query are documents with these ids, in this order; others may follow.
template <typename... Ids>
auto ranks(const SearchRequest& request, const Ids&... ids) {
  return RanksFirst(request, std::vector<std::string>{ids...});
}
template <typename... Ids>
auto ranks(const std::string& text, const Ids&... ids) {
  return ranks(in("", text), ids...);
}

}  // namespace signpost
