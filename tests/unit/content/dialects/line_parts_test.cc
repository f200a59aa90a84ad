#include "content/dialects/line_parts.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(LineParts, Indents) {
  EXPECT_EQ(prefix_length("  > x"), 4u);
  EXPECT_EQ(indent_of("\t x"), 5u);
  EXPECT_EQ(without_indent("\tx", 4), "x");
  EXPECT_EQ(without_indent("      x", 4), "  x");
  EXPECT_EQ(without_indent("  x", 4), "x");
  EXPECT_EQ(without_indent("", 4), "");
}

TEST(LineParts, WordsOfTags) {
  const TagWords words = tag_words(R"(note "A title" open=true color='red', x)");
  EXPECT_EQ(word_at(words, 0), "note");
  EXPECT_EQ(word_at(words, 1), "A title");
  EXPECT_EQ(word_at(words, 2), "x");
  EXPECT_EQ(word_at(words, 3), "");
  EXPECT_EQ(named_word(words, {"none", "color"}), "red");
  EXPECT_EQ(named_word(words, {"open"}), "true");
  EXPECT_EQ(named_word(words, {"none"}), "");
  EXPECT_EQ(named_word(tag_words("title=\"unclosed"), {"title"}), "\"unclosed");
}

TEST(LineParts, AttributeLists) {
  struct Case {
    const char* in;
    size_t length;
    const char* id;
  };
  const Case cases[] = {
      {"{#a}", 4, "a"},
      {"{ #a .b }x", 9, "a"},
      {"{: #a-b }", 9, "a-b"},
      {"{:.no_toc}", 10, ""},
      {"{:toc}", 6, ""},
      {"{/*a*/}", 7, "a"},
      {"{ width=\"50%\" }", 15, ""},
      {"{target=_blank rel=noopener}", 28, ""},
      {"{:style=\"width:{x}\"}", 20, ""},
      {"{id=\"a\"}", 8, "a"},
      {"{.md-button .md-button--primary}", 32, ""},
      {"{a}", 0, ""},
      {"{a, b}", 0, ""},
      {"{ \"a\": 1 }", 0, ""},
      {"{}", 0, ""},
      {"{#a", 0, ""},
      {"{{x}}", 0, ""},
      {"{:x: 1}", 0, ""},
  };
  for (const Case& c : cases) {
    const AttributeList list = read_attribute_list(c.in);
    EXPECT_EQ(list.length, c.length) << c.in;
    EXPECT_EQ(list.length > 0 ? list.id : "", c.id) << c.in;
  }
}

TEST(LineParts, SpansOfCode) {
  EXPECT_EQ(behind_code_span("`a` b", 0), 3u);
  EXPECT_EQ(behind_code_span("``a ` b`` c", 0), 9u);
  EXPECT_EQ(behind_code_span("`a b", 0), 1u);
}

}  // namespace
}  // namespace signpost
