// stored_structure_test.cc - blocks and posts come back as they were, in few bytes, and damage is called so.
#include "index/stored_structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

StoredStructure round_trip(const Document& document) {
  return decode_structure(encode_structure(document), decode_meta(encode_meta(document)).sections);
}

TEST(StoredStructure, GivesBackBlocks) {
  const Document document =
      *testing::parse(
           "---\ntitle: T\ntags: [a, b]\n---\nLead.\n\n## Steps\n\n1. One\n\n   ```\n   x\n   "
           "```\n\n   - i\n   - k\n7. Two\n\n> said\n\n## Table\n\n| a | |\n| - | - |\n| | 2 "
           "|\n| ![m](shot.png) n | |\n\n## Empty\n\n## Raw\n\n<ol start=\"-5\"><li>a<li "
           "value=\"70000\">b</ol><table><tr><td>x<td><td>y</table> end\n")
           .document;
  const StoredStructure structure = round_trip(document);
  ASSERT_EQ(structure.sections.size(), document.sections.size());
  size_t blocks = 0;
  for (size_t i = 0; i < document.sections.size(); ++i) {
    EXPECT_EQ(structure.sections[i].blocks, document.sections[i].blocks) << document.sections[i].text;
    EXPECT_EQ(structure.sections[i].post, -1);
    blocks += document.sections[i].blocks.size();
  }
  EXPECT_GT(blocks, 30u);
  EXPECT_LT(encode_structure(document).size(), 4 * blocks);
  EXPECT_THAT(structure.fields[Field::tag], ElementsAre("a", "b"));
}

TEST(StoredStructure, SectionsKnowTheirPosts) {
  const Document thread =
      *testing::parse_posts({{"q/question.md", "---\ntitle: T\nauthor: kim\n---\nWhy?\n\n## More\n\nx\n"},
                             {"q/answer-1.md", "---\nauthor: lee\nvotes: -2\n---\nNo.\n"},
                             {"q/answer-2.md",
                              "---\nauthor: ann\nvotes: 5\naccepted: true\ndate: 2026-01-02\n---\n"
                              "So.\n\n## Details\n\ny\n"}})
           .document;
  const StoredStructure structure = round_trip(thread);
  std::vector<int> posts;
  for (const StructuredSection& section : structure.sections) posts.push_back(section.post);
  EXPECT_THAT(posts, ElementsAre(0, 0, 1, 1, 2));
  ASSERT_EQ(structure.posts.size(), 3u);
  EXPECT_EQ(structure.posts[0].author, "kim");
  EXPECT_EQ(structure.posts[1].author, "ann");
  EXPECT_EQ(structure.posts[1].date, "2026-01-02");
  EXPECT_EQ(structure.posts[1].votes, 5);
  EXPECT_TRUE(structure.posts[1].accepted);
  EXPECT_EQ(structure.posts[2].votes, -2);
  EXPECT_FALSE(structure.posts[2].accepted);
}

// Each number that could lead out of the text, or make a tree that is none.
TEST(StoredStructure, RefusesDamage) {
  const auto kind = [](BlockKind k, int out = 0) {
    return std::string(1, static_cast<char>(static_cast<int>(k) | out << 5));
  };
  const std::string ol = kind(BlockKind::numbered_list);
  const std::string item = kind(BlockKind::item);
  const std::string p = kind(BlockKind::paragraph);
  const std::string row = kind(BlockKind::row);
  const std::string cell = kind(BlockKind::cell);
  std::string deep = "\x1e";
  for (int i = 0; i < 30; ++i) deep += kind(BlockKind::quote);
  const std::vector<StoredSection> sections = {{"", "", 0, -1, 0, 10}};
  struct Case {
    const char* name;
    std::string blocks;  // behind their number
    bool sound;
  };
  const Case cases[] = {
      {"nothing", std::string(1, '\0'), true},
      {"a paragraph", "\x01" + p + "\x14", true},
      {"a list", "\x03" + ol + item + std::string(1, '\0') + p + "\x06", true},
      {"a row", "\x02" + row + "\x06" + cell + "\x04", true},
      {"a longer text", "\x01" + p + "\x16", false},
      {"a huge length", "\x01" + p + "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", false},
      {"a gap", "\x01" + p + "\x0f\x09", false},
      {"a huge gap", "\x01" + p + "\x0f\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", false},
      {"an empty text", "\x01" + p + std::string(1, '\0'), false},
      {"a list of nothing", "\x01" + ol, false},
      {"a kind that there is not", "\x01\x1f\x02", false},
      {"further out than there is", "\x01" + kind(BlockKind::paragraph, 1) + "\x02", false},
      {"a cell alone", "\x01" + cell + "\x02", false},
      {"a cell out of its row", "\x02" + row + "\x06" + cell + "\x08", false},
      {"a text in a text", "\x02" + p + "\x06" + p + "\x02", false},
      {"a number that is none", "\x02" + ol + item + "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01" + p + "\x02",
       false},
      {"too deep", deep, false},
      {"more blocks than bytes", "\x7f", false},
      {"something behind", std::string(2, '\0'), false},
  };
  const std::string head(kFieldCount + 1, '\0');  // no values, no posts
  for (const Case& c : cases) {
    if (c.sound) {
      EXPECT_NO_THROW(decode_structure(head + c.blocks, sections)) << c.name;
    } else {
      EXPECT_THROW(decode_structure(head + c.blocks, sections), Error) << c.name;
    }
  }
  EXPECT_THROW(decode_structure("", sections), Error);
  const std::string posts(kFieldCount, '\0');
  const std::string post("\0\0\0\0", 4);  // no author, no day, no votes, not accepted
  EXPECT_NO_THROW(decode_structure(posts + "\x01" + post + std::string(2, '\0'), sections));
  EXPECT_THROW(decode_structure(posts + "\x01" + post + "\x02" + std::string(1, '\0'), sections), Error);
}

}  // namespace
}  // namespace signpost
