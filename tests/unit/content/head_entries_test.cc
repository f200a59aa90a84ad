#include "content/head_entries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/front_matter.h"
#include "content/split_source.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

// "key=scalar", "key=[item|item]", "key={name=text}", with the line.
std::vector<std::string> entries_of(const std::string& bytes) {
  const HeadEntries head = read_head_entries(split_source(bytes));
  std::vector<std::string> all;
  if (!head.error.empty()) all.push_back("error in line " + std::to_string(head.error_line));
  for (const HeadEntry& entry : head.entries) {
    std::string text = std::to_string(entry.line) + " " + entry.key + "=" + entry.scalar;
    for (const std::string& item : entry.items) text += "[" + item + "]";
    for (const auto& [name, value] : entry.members) text += "{" + name + "=" + value + "}";
    all.push_back(text);
  }
  return all;
}

TEST(HeadEntries, AreTheSameInEveryLanguage) {
  EXPECT_THAT(
      entries_of("---\ntitle: A b\ndraft: true\nweight: 3\ntags: [x, 'y z']\nbuild:\n  render: never\n---\n"),
      ElementsAre("1 title=A b", "2 draft=true", "3 weight=3", "4 tags=[x][y z]", "5 build={render=never}"));
  EXPECT_THAT(
      entries_of("+++\ntitle = \"A b\"\ndraft = true\nweight = 3\ntags = [\"x\", 'y z']\n\n[build]\nrender = "
                 "\"never\"\n+++\n"),
      ElementsAre("1 title=A b", "2 draft=true", "3 weight=3", "4 tags=[x][y z]", "6 build={render=never}"));
  EXPECT_THAT(
      entries_of("{\n\"title\": \"A b\",\n\"draft\": true,\n\"weight\": 3,\n\"tags\": [\"x\", \"y z\"],\n"
                 "\"build\": {\"render\": \"never\"}\n}\n"),
      ElementsAre("2 title=A b", "3 draft=true", "4 weight=3", "5 tags=[x][y z]", "6 build={render=never}"));
  EXPECT_THAT(entries_of(";;;\n\"title\": \"A b\",\n\"draft\": true\n;;;\n"),
              ElementsAre("1 title=A b", "2 draft=true"));
}

TEST(HeadEntries, HaveDaysAsTheyAreWritten) {
  EXPECT_THAT(
      entries_of(
          "+++\ndate = 2024-02-29\npublishDate = 2024-02-29T10:00:00+09:00\nbuild.list = \"never\"\n+++\n"),
      ElementsAre("1 date=2024-02-29", "2 publishDate=2024-02-29T10:00:00+09:00", "3 build={list=never}"));
}

TEST(HeadEntries, SayWhereAHeadIsBroken) {
  EXPECT_THAT(entries_of("+++\ntitle = \"A\"\ndraft = maybe\n+++\n"), ElementsAre("error in line 2"));
  EXPECT_THAT(entries_of("{\n\"title\": \"A\"\n\"draft\": true\n}\n"), ElementsAre("error in line 3"));
  EXPECT_THAT(entries_of("---\ntitle: a: b\ndraft: true\n---\n"),
              ElementsAre("error in line 1", "1 title=a: b", "2 draft=true"));
}

// Regression: each part of a dotted key is a call of the parser, and what is too deep ended the program.
TEST(HeadEntries, HaveLimits) {
  std::string dots = "a";
  for (int i = 0; i < 20'000; ++i) dots += ".a";
  const std::string lists = std::string(20'000, '[') + std::string(20'000, ']');
  for (const std::string& bytes :
       {"+++\ntitle = \"A\"\n" + dots + " = 1\n+++\n", "+++\ntitle = \"A\"\n[" + dots + "]\n+++\n"})
    EXPECT_THAT(entries_of(bytes), ElementsAre("error in line 2"));
  EXPECT_THAT(entries_of("{\n\"a\": " + lists + "\n}\n"), ElementsAre("error in line 1"));
  EXPECT_THAT(entries_of("+++\na = \"" + std::string(999, '.') + "\"\n+++\n"),
              ElementsAre("1 a=" + std::string(999, '.')));
}

TEST(HeadEntries, OfTomlAndJsonFillADocument) {
  for (const char* bytes :
       {"+++\ntitle = \"A\"\ntags = [\"x\"]\naliases = [\"/old/\"]\nweight = 7\nowner = \"me\"\n+++\n",
        "{\"title\": \"A\", \"tags\": [\"x\"], \"aliases\": [\"/old/\"], \"weight\": 7,\n"
        "\"owner\": \"me\"}\n"}) {
    std::vector<Diagnostic> diagnostics;
    const FrontMatter matter = read_front_matter(split_source(bytes), "a.md", diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << bytes;
    EXPECT_EQ(matter.title, "A");
    EXPECT_THAT(matter.fields[Field::tag], ElementsAre("x"));
    EXPECT_THAT(matter.aliases, ElementsAre("/old"));
    EXPECT_EQ(matter.weight, 7);
    EXPECT_THAT(matter.owners, ElementsAre("me"));
    EXPECT_TRUE(matter.extra.empty());
  }
}

TEST(HeadEntries, HaveTheirPlacesInEveryLanguage) {
  const struct {
    const char* bytes;
    int line;
    int column;
  } cases[] = {
      {"---\na: 1\ndraft: true\n---\n", 3, 8},
      {"+++\na = 1\ndraft = true\n+++\n", 3, 9},
      {"{\n  \"a\": 1,\n  \"draft\": true\n}\n", 3, 12},
  };
  for (const auto& c : cases) {
    const Place place = place_in_front_matter(split_source(c.bytes), "draft", "true");
    EXPECT_EQ(place.line, c.line) << c.bytes;
    EXPECT_EQ(place.column, c.column) << c.bytes;
  }
}

}  // namespace
}  // namespace signpost
