// markdown_table_test.cc - tests importer/markdown_table.
#include "importer/markdown_table.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(MarkdownTable, RowsAreFilledUp) {
  EXPECT_EQ(markdown_table({{{"A", true, 'c'}, {"B", true, ' '}}, {{"1", false, ' '}}}),
            "| A | B |\n| :---: | --- |\n| 1 | |");
  EXPECT_EQ(markdown_table({{{"1", false, 'r'}}}), "| |\n| ---: |\n| 1 |");
  EXPECT_EQ(markdown_table({}), "");
  EXPECT_EQ(markdown_table({{}}), "");
}

}  // namespace
}  // namespace signpost
