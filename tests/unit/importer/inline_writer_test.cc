// inline_writer_test.cc - tests importer/inline_writer.
#include "importer/inline_writer.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

using Mark = InlineWriter::Mark;

TEST(InlineWriter, SpacesCollapseAndStayOutsideOfMarks) {
  InlineWriter line;
  line.text("  a ");
  line.open(Mark::strong);
  line.text(" b \n ");
  line.close(Mark::strong);
  line.text("c  ");
  EXPECT_EQ(line.finish(true), "a **b** c");
  EXPECT_EQ(line.finish(true), "");
}

TEST(InlineWriter, MarksGoOnInTheNextParagraph) {
  InlineWriter line;
  line.open(Mark::link, "https://a.example/");
  line.open(Mark::emphasis);
  line.text("a");
  EXPECT_EQ(line.finish(true), "[*a*](https://a.example/)");
  EXPECT_TRUE(line.is_open(Mark::link));
  line.text("b");
  line.close(Mark::emphasis);
  line.close(Mark::link);
  EXPECT_EQ(line.finish(true), "[*b*](https://a.example/)");
}

TEST(InlineWriter, LineBreaks) {
  InlineWriter line;
  line.line_break();
  line.text("a");
  line.line_break();
  line.text(" - b");
  line.line_break();
  EXPECT_TRUE(line.ends_with_break());
  EXPECT_EQ(line.finish(true), "a\\\n\\- b");
  line.text("a");
  line.line_break();
  line.text("b");
  EXPECT_EQ(line.finish(false), "a b");
}

TEST(InlineWriter, EmphasisThatNobodyWouldReadAsSuchIsLeftOut) {
  InlineWriter line;
  line.text("a");
  line.open(Mark::emphasis);
  line.text("(b)");
  line.close(Mark::emphasis);
  line.text("c");
  EXPECT_EQ(line.finish(true), "a(b)c");
  line.markdown("`a`");
  line.open(Mark::strong);
  line.markdown("`b`");
  line.close(Mark::strong);
  line.text("c");
  EXPECT_EQ(line.finish(true), "`a` `b`c");
}

}  // namespace
}  // namespace signpost
