// quotable_test.cc - what an answer reads of a generation is what the articles say, byte for byte.
#include "search/quotable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/dates.h"
#include "base/error.h"
#include "content/versions.h"
#include "generation_copy.h"
#include "test_index.h"
#include "tests/unit/content/block_checks.h"
#include "tests/unit/content/parse_helpers.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

Document article() {
  return *testing::parse(
              "---\ntitle: Install\nreview_by: 2026-03-01\nupdated: 2026-01-02\nproduct: App\napplies_to: "
              "'>= 3.1'\ntags: "
              "[setup]\n---\n"
              "Lead über 한국어.\n\n## Steps\n\n1. Open it\n\n   ```\n   run\n   ```\n2. Close it\n\n## "
              "Sizes\n\n"
              "| Size | Price |\n| - | - |\n| S | 3 € |\n")
              .document;
}

Document thread() {
  return *testing::parse_posts(
              {{"q/question.md", "---\ntitle: Why?\nauthor: kim\n---\nWhy not?\n"},
               {"q/answer-1.md", "---\nauthor: lee\nvotes: 7\n---\nNo.\n\n## More\n\nNever.\n"},
               {"q/answer-2.md", "---\nauthor: ann\naccepted: true\n---\nYes.\n"}})
              .document;
}

TEST(Quotable, GivesTheTextsAndTheirStructure) {
  const Document want = article();
  const TestIndex index({want, thread()});
  const auto document = index.searcher().quotable("start-page", "en");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->meta().title, "Install");
  EXPECT_EQ(document->meta().updated, "2026-01-02");
  EXPECT_EQ(document->review_by(), parse_day("2026-03-01"));
  EXPECT_EQ(document->fields().one(Field::product), "App");
  EXPECT_EQ(document->fields().one(Field::tag), "setup");
  EXPECT_FALSE(applies(document->fields()[Field::applies_to], "3.0"));
  EXPECT_EQ(document->url(), "/en/articles/start-page");
  ASSERT_EQ(document->section_count(), want.sections.size());
  for (size_t i = 0; i < want.sections.size(); ++i) {
    const SectionText section = document->section(i);
    EXPECT_EQ(section.text, want.sections[i].text);
    EXPECT_EQ(section.blocks, want.sections[i].blocks);
    EXPECT_EQ(document->blocks(i), section.blocks);
    EXPECT_EQ(document->find_section(want.sections[i].anchor), i);
    EXPECT_EQ(document->post_of(i), nullptr);
  }
  const SectionText steps = document->section(1);
  const StepList list = step_lists(steps.blocks).at(0);
  EXPECT_EQ(steps.text.substr(list.begin, list.end - list.begin), "Open it\nrun\nClose it");
  EXPECT_FALSE(document->find_section("nowhere"));
}

TEST(Quotable, OnlyTheLanguageThatAHitNames) {
  const TestIndex index({article()});
  EXPECT_FALSE(index.searcher().quotable("start-page", "ko"));
  EXPECT_FALSE(index.searcher().quotable("other", "en"));
}

TEST(Quotable, SectionsOfAThreadKnowTheirPost) {
  const TestIndex index({thread()});
  const auto document = index.searcher().quotable("thread", "en");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->url(), "/community/thread");
  ASSERT_EQ(document->section_count(), 4u);
  EXPECT_EQ(document->post_of(0), &document->posts()[0]);
  EXPECT_EQ(document->post_of(1)->author, "ann");
  EXPECT_TRUE(document->post_of(1)->accepted);
  EXPECT_EQ(document->post_of(3)->author, "lee");
  EXPECT_EQ(document->post_of(3)->votes, 7);
  EXPECT_EQ(document->section(3).text, "Never.");
}

// Right sums don't say who wrote the numbers.
TEST(Quotable, NoBlockCutsACharacter) {
  const BaseGeneration base;
  const TemporaryFolder folder;
  for (const char length : {'\x06', '\x04'}) {  // one syllable of three bytes, two bytes of it
    GenerationCopy copy(base);
    std::string structure(kFieldCount + 1, '\0');  // no values, no posts
    structure += std::string{1, static_cast<char>(BlockKind::paragraph), length, 0};
    copy.set_part(3, GenerationCopy::Part::structure, structure);
    copy.write(folder.path("generation"));
    const Searcher searcher(folder.path("generation"));
    const auto document = searcher.quotable("refunds", "ko");
    ASSERT_TRUE(document);
    if (length == '\x06') {
      EXPECT_EQ(document->section(0).blocks.size(), 1u);
    } else {
      EXPECT_THROW(document->section(0), Error);
    }
  }
}

}  // namespace
}  // namespace signpost
