// markdown_text_test.cc - tests importer/markdown_text.
#include "importer/markdown_text.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

struct TextCase {
  const char* in;
  const char* want;
};

TEST(MarkdownText, Escapes) {
  const TextCase cases[] = {
      {"plain (text), 100% - #1", "plain (text), 100% - #1"},
      {"*_`[]<~|\\", "\\*\\_\\`\\[\\]\\<\\~\\|\\\\"},
      {"snake_case _x", "snake_case \\_x"},
      {"&amp; & &#1;", "\\&amp; & \\&#1;"},
      {"https://a.example", "https\\://a.example"},
      {"www.a.example", "www\\.a.example"},
      {"a! b!", "a! b\\!"},
      {"{{x}} {%y%} {z}", "\\{{x}} \\{%y%} {z}"},
      {"한국어", "한국어"},
  };
  for (const TextCase& each : cases) EXPECT_EQ(escaped_markdown(each.in), each.want);
}

TEST(MarkdownText, LineStarts) {
  const TextCase cases[] = {
      {"# a", "\\# a"},   {"#a", "\\#a"},   {"> a", "\\> a"},     {"- a", "\\- a"},
      {"-a", "-a"},       {"---", "\\---"}, {"- - -", "\\- - -"}, {"+", "\\+"},
      {"===", "\\==="},   {"=a", "=a"},     {":-:", "\\:-:"},     {":a", ":a"},
      {"1. a", "1\\. a"}, {"1.5", "1.5"},   {"12) a", "12\\) a"}, {"1234567890. a", "1234567890. a"},
      {"", ""},
  };
  for (const TextCase& each : cases) {
    std::string line = each.in;
    protect_line_start(line);
    EXPECT_EQ(line, each.want);
  }
}

TEST(MarkdownText, HeadingEnds) {
  const TextCase cases[] = {{"C#", "C\\#"}, {"\\#", "\\#"}, {"\\\\#", "\\\\\\#"}, {"a", "a"}, {"", ""}};
  for (const TextCase& each : cases) {
    std::string heading = each.in;
    protect_heading_end(heading);
    EXPECT_EQ(heading, each.want);
  }
}

TEST(MarkdownText, Code) {
  EXPECT_EQ(code_span(" a\n b ", false), "`a b`");
  EXPECT_EQ(code_span("a`b", false), "``a`b``");
  EXPECT_EQ(code_span("``", false), "``` `` ```");
  EXPECT_EQ(code_span("a|b", true), "`a\\|b`");
  EXPECT_EQ(code_span("a\\|b", true), "a\\\\\\|b");
  EXPECT_EQ(code_span("  ", false), "");
  EXPECT_EQ(code_block("\na\r\nb\rc\n\n", "js"), "```js\na\nb\nc\n```");
  EXPECT_EQ(code_block("````", ""), "`````\n````\n`````");
  EXPECT_EQ(code_block("\n\n", ""), "");
}

TEST(MarkdownText, Links) {
  EXPECT_EQ(link_target("https://a.example/(b) <c>|&d;\\"), "https://a.example/\\(b\\)%20%3Cc%3E%7C\\&d;%5C");
  EXPECT_EQ(autolink("https://a.example/b"), "<https://a.example/b>");
  EXPECT_EQ(autolink("https://a.example/b c"), "");
  EXPECT_EQ(autolink("javascript:x"), "");
}

}  // namespace
}  // namespace signpost
