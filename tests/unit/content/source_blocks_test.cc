#include "content/source_blocks.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

TEST(SourceBlocks, TellsCodeAndHtmlFromText) {
  const std::string text = "a\n\n    code\n\n- b\n\n  ~~~\n  code\n  ~~~\n<div>\nhtml\n\nc `code`";
  const SourceBlocks blocks(text);
  std::string kinds;
  for (size_t pos = 0; pos < text.size(); pos = std::min(text.find('\n', pos), text.size() - 1) + 1)
    kinds += "thc"[static_cast<size_t>(blocks.kind_at(pos))];
  EXPECT_EQ(kinds, "ttccttccchhtt");
  EXPECT_EQ(SourceBlocks("").kind_at(0), SourceBlocks::Kind::text);
}

}  // namespace
}  // namespace signpost
