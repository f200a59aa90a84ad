#include "api/reply_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/post_length.h"

namespace signpost {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kAddress[] = "https://help.example.com/s/4f9k0a";

const ReplyPlace& place(const std::string& id) {
  for (const ReplyPlace& one : reply_places()) {
    if (one.id == id) return one;
  }
  throw std::out_of_range(id);
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

void expect_fits_everywhere(const DraftText& of) {
  for (const ReplyPlace& one : reply_places()) {
    const std::string draft = draft_reply(of, one);
    EXPECT_LE(one.length(draft), one.limit) << one.id << ": " << draft;
    EXPECT_THAT(draft, EndsWith("\n" + of.address)) << one.id;
    if (one.most_bytes > 0) {
      EXPECT_LE(draft.size(), one.most_bytes) << one.id;
    }
  }
}

TEST(ReplyDraft, HasWholeSentencesAndAllSteps) {
  DraftText of{.title = "Reset your password",
               .sentences = {"Choose a new one.", "You need your mail."},
               .steps = {"1. Open Settings.", "2. Choose Reset."},
               .address = kAddress};
  EXPECT_EQ(draft_reply(of, place("x")),
            "Reset your password\nChoose a new one. You need your mail.\n1. Open Settings.\n2. Choose "
            "Reset.\nhttps://help.example.com/s/4f9k0a");
  // Half a procedure is none where there is something else to say,
  of.steps.push_back("3. " + repeated("Wait. ", 60));
  EXPECT_THAT(draft_reply(of, place("x")), Not(HasSubstr("1. Open")));
  EXPECT_THAT(draft_reply(of, place("mastodon")), HasSubstr("3. Wait."));
  // and says that it goes on where there is not.
  of.sentences.clear();
  EXPECT_THAT(draft_reply(of, place("x")), HasSubstr("2. Choose Reset.\n…\nhttps://"));
  expect_fits_everywhere(of);
}

TEST(ReplyDraft, IsCutBetweenWordsAndNeverInACharacter) {
  const std::string family = "👨‍👩‍👧‍👦";
  for (const std::string& text :
       {repeated("word ", 200), repeated("한국어", 200), repeated("日本語の文。", 200), repeated(family, 400),
        repeated("e\u0301\u0323\u0330\u0331\u0332\u0333", 300), repeated("example.com ", 90),
        repeated("a", 2'000)}) {
    const DraftText of{.title = "Title", .sentences = {text}, .steps = {}, .address = kAddress};
    expect_fits_everywhere(of);
    for (const ReplyPlace& one : reply_places()) {
      const std::string draft = draft_reply(of, one);
      const size_t end = draft.find("…");
      EXPECT_EQ(end == std::string::npos, draft.find(text) != std::string::npos) << draft;
      if (end == std::string::npos) continue;
      const std::vector<size_t> ends = grapheme_ends(draft, draft.size());
      EXPECT_TRUE(std::find(ends.begin(), ends.end(), end) != ends.end()) << draft;
    }
    const DraftText of_title{.title = text, .sentences = {}, .steps = {}, .address = kAddress};
    expect_fits_everywhere(of_title);
  }
  const DraftText words{
      .title = "T", .sentences = {repeated("words ", 200)}, .steps = {}, .address = kAddress};
  EXPECT_THAT(draft_reply(words, place("x")), HasSubstr(" words…\n"));
}

TEST(ReplyDraft, IsATitleWhereThereIsNoText) {
  EXPECT_EQ(draft_reply({.title = "T", .sentences = {}, .steps = {}, .address = kAddress}, place("x")),
            std::string("T\n") + kAddress);
}

}  // namespace
}  // namespace signpost
