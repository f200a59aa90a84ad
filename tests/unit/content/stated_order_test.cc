#include "content/stated_order.h"

#include <gtest/gtest.h>

#include "content/front_matter.h"
#include "content/identity.h"

namespace signpost {
namespace {

TEST(StatedOrder, IsReadFromTheKeysOfTools) {
  const struct {
    const char* line;
    double want;  // -1 for none
  } cases[] = {
      {"sidebar_position: 2", 2},
      {"sidebar_position: 1.5", 1.5},
      {"nav_order: 10", 10},
      {"order: 0", 0},
      {"order: first", -1},
      {"order: nan", -1},
      {"order:", -1},
      {"sidebar:\n  order: 3\n  label: x", 3},
      {"sidebar: auto", -1},
      {"weight: 4", -1},
      {"title: 5", -1},
  };
  for (const auto& c : cases) {
    const Identity identity = read_identity("---\n" + std::string(c.line) + "\n---\nText\n");
    EXPECT_EQ(identity.position.value_or(-1), c.want) << c.line;
    EXPECT_EQ(identity.weight, c.line == std::string("weight: 4") ? 4 : 0);
  }
}

}  // namespace
}  // namespace signpost
