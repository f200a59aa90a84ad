// post_file_test.cc - tests importer/post_file.
#include "importer/post_file.h"

#include <gtest/gtest.h>

#include "content/front_matter.h"
#include "content/split_source.h"

namespace signpost {
namespace {

ImportedPost question() {
  ImportedPost post;
  post.author = "Ann \"A\" \\ O'Neil: #1";
  post.date = "2020-01-02";
  post.updated = "2020-03-04";
  post.votes = -3;
  post.body = "Body";
  post.attribution = "*By Ann*";
  post.id = "tea.example.com-7";
  post.title = "Why: \"#no\"\n---\nid: x";
  post.category = "search";
  post.tags = {"c#", "no", "a, b"};
  return post;
}

TEST(PostFile, IsReadBackByOurOwnReader) {
  const std::string bytes = post_file(question(), "tea.example.com");
  std::vector<Diagnostic> diagnostics;
  const SplitSource split = split_source(bytes);
  const FrontMatter matter = read_front_matter(split, "question.md", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(matter.title, "Why: \"#no\" --- id: x");
  EXPECT_EQ(matter.id, "tea.example.com-7");
  EXPECT_EQ(matter.fields.one(Field::category), "search");
  EXPECT_EQ(matter.fields[Field::tag], (std::vector<std::string>{"c#", "no", "a, b"}));
  EXPECT_EQ(matter.author, "Ann \"A\" \\ O'Neil: #1");
  EXPECT_EQ(matter.date, "2020-01-02");
  EXPECT_EQ(matter.updated, "2020-03-04");
  EXPECT_EQ(matter.votes, -3);
  EXPECT_TRUE(matter.extra.empty()) << "a key that the indexer would report";
  EXPECT_EQ(split.body, "\nBody\n\n*By Ann*\n");
}

TEST(PostFile, OfAnAnswer) {
  ImportedPost post = question();
  post.question = false;
  post.accepted = true;
  post.updated = post.date;
  const std::string bytes = post_file(post, "tea.example.com");
  EXPECT_EQ(bytes.find("title"), std::string::npos);
  EXPECT_EQ(bytes.find("updated"), std::string::npos);
  EXPECT_NE(bytes.find("\naccepted: true\n"), std::string::npos);
}

// Somebody's Markdown may end inside of a code block, which would swallow what comes behind it.
TEST(PostFile, AttributionComesBeforeForeignMarkdown) {
  ImportedPost post = question();
  post.raw_body = true;
  post.body = "```\nnever closed";
  const std::string bytes = post_file(post, "tea.example.com");
  EXPECT_LT(bytes.find("*By Ann*"), bytes.find("never closed"));
}

TEST(PostFile, IsKnownAgain) {
  const std::string bytes = post_file(question(), "tea.example.com");
  EXPECT_TRUE(is_post_file(bytes.substr(0, kPostHeadBytes), "tea.example.com"));
  EXPECT_FALSE(is_post_file(bytes, "tea.example.co"));
  EXPECT_FALSE(is_post_file(bytes, "example.com"));
  EXPECT_FALSE(is_post_file("---\ntitle: x\n---\n", "tea.example.com"));
  EXPECT_FALSE(is_post_file("", "tea.example.com"));
}

}  // namespace
}  // namespace signpost
