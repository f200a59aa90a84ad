// post_file_test.cc - tests importer/post_file.
#include "importer/post_file.h"

#include <gtest/gtest.h>

#include "content/front_matter.h"
#include "content/post_origin.h"
#include "content/split_source.h"

namespace signpost {
namespace {

ImportedPost question() {
  ImportedPost post;
  post.attribution = {.author = "Ann \"A\" \\ O'Neil: #1",
                      .author_url = "https://tea.example.com/users/1",
                      .post_url = "https://tea.example.com/questions/7",
                      .license = "CC BY-SA 4.0",
                      .closed_on = "2020-02-01"};
  post.date = "2020-01-02";
  post.updated = "2020-03-04";
  post.votes = -3;
  post.body = "Body";
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
  EXPECT_EQ(matter.origin.author_url, "https://tea.example.com/users/1");
  EXPECT_EQ(matter.origin.url, "https://tea.example.com/questions/7");
  EXPECT_EQ(matter.origin.license, "CC BY-SA 4.0");
  EXPECT_EQ(matter.origin.license_url, "https://creativecommons.org/licenses/by-sa/4.0/");
  EXPECT_EQ(matter.origin.closed, "2020-02-01");
  for (const auto& [key, value] : matter.extra)
    EXPECT_TRUE(is_origin_key(key)) << key << ": the indexer would report it";
  EXPECT_EQ(split.body, "\nBody\n");
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

// What is unknown has no line, and neither has a licence without a deed an address.
TEST(PostFile, SaysOnlyWhatIsKnown) {
  ImportedPost post = question();
  post.attribution = Attribution();
  post.attribution.post_url = "https://tea.example.com/a/1";
  post.attribution.license = "Terms of Acme";
  post.body.clear();
  const std::string bytes = post_file(post, "tea.example.com");
  EXPECT_NE(bytes.find("\nsource: \"https://tea.example.com/a/1\"\nlicense: \"Terms of Acme\"\ndate: "),
            std::string::npos);
  EXPECT_TRUE(bytes.ends_with("\n---\n\n"));
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
