#include "content/section_changes.h"

#include <gmock/gmock.h>

namespace signpost {
namespace {

using ::testing::IsEmpty;
using Kind = ChangedSection::Kind;
using RunKind = TextRun::Kind;

constexpr const char* kBefore =
    "Lead.\n\n## Ink\n\nUse black ink.\n\n## Paper\n\nPut it in.\n\n### Size\n\nA4.\n";
constexpr const char* kTranslation =
    "머리말.\n\n## 잉크\n\n검은 잉크.\n\n## 종이\n\n넣으세요.\n\n### 크기\n\nA4.\n";

TEST(SectionChanges, AreThoseOfSectionsThatChanged) {
  EXPECT_THAT(section_changes(kBefore, kBefore, kTranslation), IsEmpty());
  const auto changes = section_changes(
      kBefore, "Lead.\n\n## Ink\n\nUse black ink.\n\n## Paper\n\nPut it in.\n\n### Size\n\nA5.\n",
      kTranslation);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].kind, Kind::changed);
  EXPECT_EQ(changes[0].heading, "Size");
  EXPECT_EQ(changes[0].translation, "### 크기\n\nA4.");
}

TEST(SectionChanges, HaveNewOnesAndThoseThatWent) {
  const auto changes = section_changes(
      kBefore, "Lead.\n\n## Ink\n\nUse black ink.\n\n## Wi-Fi\n\nHold it.\n\n## Paper\n\nPut it in.\n",
      kTranslation);
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].kind, Kind::added);
  EXPECT_EQ(changes[0].heading, "Wi-Fi");
  EXPECT_EQ(changes[0].translation, "");
  EXPECT_EQ(changes[1].kind, Kind::removed);
  EXPECT_EQ(changes[1].heading, "Size");
  EXPECT_EQ(changes[1].translation, "### 크기\n\nA4.");
}

TEST(SectionChanges, KnowTheTextBeforeTheFirstHeading) {
  const auto changes =
      section_changes("Lead.\n\n## A\n\nb\n", "Another lead.\n\n## A\n\nb\n", "머리말.\n\n## 가\n\n나\n");
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].heading, "");
  EXPECT_EQ(changes[0].translation, "머리말.");
}

TEST(SectionChanges, TakeNoLineOfCodeForAHeading) {
  const auto changes =
      section_changes("```sh\n# comment\n```\n", "```sh\n# other comment\n```\n", "```sh\n# 주석\n```\n");
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].heading, "");
  EXPECT_EQ(changes[0].translation, "```sh\n# 주석\n```");
}

TEST(SectionChanges, AreFewOfManyHeadings) {
  std::string before;
  for (int i = 0; i < 20'000; ++i) before += "# h\n";
  EXPECT_THAT(section_changes(before, before, before), IsEmpty());
  EXPECT_EQ(section_changes(before, before + "x\n", before).size(), 1u);
}

}  // namespace
}  // namespace signpost
