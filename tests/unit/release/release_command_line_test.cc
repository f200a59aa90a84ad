// release_command_line_test.cc - command lines and what they mean.
#include "release/release_command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;

std::optional<ReleaseCommand> parse(std::vector<const char*> words, int& exit_code) {
  words.insert(words.begin(), "signpost-index");
  return parse_release_command(static_cast<int>(words.size()), words.data(), exit_code);
}

template <typename Options>
Options parsed(const std::vector<const char*>& words) {
  int exit_code = 0;
  return std::get<Options>(parse(words, exit_code).value());
}

TEST(ReleaseOptions, KnowTheirCommands) {
  for (const char* word : {"diff", "pack", "publish", "urls"}) EXPECT_TRUE(is_release_command(word)) << word;
  for (const char* word : {"", "--source", "check", "Diff"}) EXPECT_FALSE(is_release_command(word)) << word;
}

TEST(ReleaseOptions, AreRead) {
  const auto diff = parsed<DiffOptions>({"diff", "a", "b.tar.zst", "--queries", "q.yaml", "--queries",
                                         "r.tsv", "--format", "markdown", "--top", "9", "--depth", "3"});
  EXPECT_EQ(diff.before, "a");
  EXPECT_EQ(diff.after, "b.tar.zst");
  EXPECT_THAT(diff.queries, ElementsAre("q.yaml", "r.tsv"));
  EXPECT_EQ(diff.format, DiffFormat::markdown);
  EXPECT_EQ(diff.top, 9u);
  EXPECT_EQ(diff.depth, 3u);
  // A file of queries is one word; what follows is an index.
  EXPECT_EQ(parsed<DiffOptions>({"diff", "--queries", "q.yaml", "a", "b"}).after, "b");

  const auto pack = parsed<PackOptions>({"pack", "--index", "i", "-o", "f", "--revision", "abc"});
  EXPECT_EQ(pack.index, "i");
  EXPECT_EQ(pack.output, "f");
  EXPECT_EQ(pack.revision, "abc");
  EXPECT_THAT(pack.program, ::testing::StartsWith("signpost-index "));

  const std::string sum(64, '0');
  const auto publish =
      parsed<PublishOptions>({"publish", "f", "--sha256", sum.c_str(), "--max-bytes", "2G", "--force"});
  EXPECT_EQ(publish.file, "f");
  EXPECT_EQ(publish.index, "index");
  EXPECT_EQ(publish.sha256, sum);
  EXPECT_EQ(publish.max_bytes, uint64_t{2} << 30);
  EXPECT_TRUE(publish.force);

  const auto urls = parsed<UrlsOptions>({"urls", "--format", "json", "--files"});
  EXPECT_EQ(urls.format, UrlFormat::json);
  EXPECT_TRUE(urls.files);
}

TEST(ReleaseOptions, WrongOnesEndWithTwoAndHelpWithZero) {
  const std::vector<std::vector<const char*>> wrong = {
      {"diff"},
      {"diff", "a"},
      {"diff", "a", "b", "c"},
      {"diff", "a", "b", "--format", "html"},
      {"diff", "a", "b", "--depth", "0"},
      {"pack"},
      {"publish"},
      {"publish", "f", "--sha256", "abc"},
      {"publish", "f", "--max-bytes", "0"},
      {"publish", "f", "--max-bytes", "-1"},
      {"publish", "f", "--max-bytes", "99999999999999999999"},
      {"publish", "f", "--max-bytes", "99999999999G"},
      {"diff", "a", "b", "--top", "0"},
      {"diff", "a", "b", "--top", "-1"},
      {"urls", "extra"},
      {"urls", "--no-such-option"}};
  for (const auto& words : wrong) {
    int exit_code = 0;
    EXPECT_FALSE(parse(words, exit_code)) << words[0];
    EXPECT_EQ(exit_code, 2) << words[0];
  }
  int exit_code = 7;
  EXPECT_FALSE(parse({"publish", "--help"}, exit_code));
  EXPECT_EQ(exit_code, 0);
}

}  // namespace
}  // namespace signpost
