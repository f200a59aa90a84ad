// suggest_operation_test.cc - titles and sections while somebody types.
#include "api/suggest_operation.h"

#include <gtest/gtest.h>

#include "open_test_generation.h"

namespace signpost {
namespace {

using testing::operation_context;

TEST(SuggestOperation, GivesAtMostAsManyAsAsked) {
  const auto few = suggest(operation_context("en"), {.text = "in", .limit = 1});
  ASSERT_EQ(few.size(), 1u);
  EXPECT_EQ(few[0].title, "Install the desktop app");
  EXPECT_TRUE(suggest(operation_context("en"), {.text = ""}).empty());
}

TEST(SuggestOperation, TheLimitHasLimits) {
  const Operation operation = suggest_operation();
  const auto status = [&](const char* limit) {
    Parameters arguments;
    arguments.add("limit", limit);
    return operation.answer(operation_context("en"), arguments).status;
  };
  for (const char* limit : {"0", "21", "x"}) EXPECT_EQ(status(limit), 400) << limit;
  for (const char* limit : {"", "1", "20"}) EXPECT_EQ(status(limit), 200) << limit;
}

}  // namespace
}  // namespace signpost
