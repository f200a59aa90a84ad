#include "content/dialects/mkdocs_marks.h"

#include <gtest/gtest.h>

#include "pass_helpers.h"

namespace signpost {
namespace {

using testing::left_by;
using testing::passed;

TEST(MkdocsMarks, KeysAndIcons) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"Press ++ctrl+c++.\n", "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>.\n"},
      {":material-check: Done\n", "Done\n"},
      {"a :octicons-arrow-right-24: b\n", "a b\n"},
      {"C++ and C++17\n", "C++ and C++17\n"},
      {"i++ + ++j\n", "i++ + ++j\n"},
      {"`:material-check:` `++a++`\n", "`:material-check:` `++a++`\n"},
      {":smile: :material\n", ":smile: :material\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kMkdocsMarks, c.in, {Dialect::mkdocs}), c.want) << c.in;
  EXPECT_EQ(passed(kMkdocsMarks, "++a++ :material-check:\n"), "++a++ :material-check:\n");
}

TEST(MkdocsMarks, FilesAreLeftovers) {
  const char* text = "--8<-- \"a.md\"\n\n```\n--8<-- \"b.py\"\n```\n\n--8<--\nc.md\n--8<--\nx\n";
  EXPECT_EQ(passed(kMkdocsMarks, text, {Dialect::mkdocs}), "\n\n```\n\n```\n\n\n\n\nx\n");
  EXPECT_EQ(left_by(kMkdocsMarks, text, {Dialect::mkdocs}), "--8<--:1 --8<--:4 --8<--:8");
}

}  // namespace
}  // namespace signpost
