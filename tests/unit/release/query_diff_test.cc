// query_diff_test.cc - which queries are listed, in which order, with which ranks.
#include "release/query_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_index.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

GoldenQuery golden(const std::string& text, const std::string& expect, size_t top, int line) {
  GoldenQuery query;
  query.text = text;
  query.expect = {expect};
  query.top = top;
  query.line = line;
  return query;
}

// "id old->new", 0 for none.
std::vector<std::string> rows(const QueryChange& change) {
  std::vector<std::string> out;
  for (const MovedDocument& row : change.rows) {
    out.push_back(row.id + " " + std::to_string(row.old_rank) + "->" + std::to_string(row.new_rank));
  }
  return out;
}

class QueryDiffTest : public ::testing::Test {
 protected:
  const TestIndex before_{{make_document("reset", "Reset password", {"Press the button."}),
                           make_document("billing", "Billing", {"Where is the invoice?"}),
                           make_document("printer", "Printer", {"The printer is offline."})}};
  const TestIndex after_{{make_document("reset", "Start again", {"Press the button."}),
                          make_document("password", "Reset password", {"How to reset a password."}),
                          make_document("printer", "Printer", {"The printer is offline."})}};
};

TEST_F(QueryDiffTest, ListsBrokenOnesFirstWithBothRanks) {
  const QueryDiff diff =
      compare_queries(before_.searcher(), after_.searcher(),
                      {golden("printer", "printer", 1, 3), golden("reset", "password", 1, 4),
                       golden("reset password", "reset", 1, 5)},
                      {{"invoice", "", 9}, {"printer offline", "", 2}}, 3);
  EXPECT_EQ(diff.golden, 3u);
  EXPECT_EQ(diff.recorded, 2u);
  EXPECT_EQ(diff.golden_broken, 1u);
  EXPECT_EQ(diff.golden_mended, 1u);
  ASSERT_EQ(diff.changed.size(), 3u);
  EXPECT_EQ(diff.changed[0].line, 5);
  EXPECT_THAT(rows(diff.changed[0]), ElementsAre("password 0->1", "reset 1->0"));
  EXPECT_EQ(diff.changed[1].line, 4);
  EXPECT_FALSE(diff.changed[1].passed_before);
  EXPECT_TRUE(diff.changed[1].passes_now);
  EXPECT_EQ(diff.changed[2].text, "invoice");
  EXPECT_EQ(diff.changed[2].count, 9u);
  EXPECT_THAT(rows(diff.changed[2]), ElementsAre("billing 1->0"));
}

TEST_F(QueryDiffTest, NothingDiffersFromItself) {
  const QueryDiff diff = compare_queries(before_.searcher(), before_.searcher(),
                                         {golden("reset", "none", 1, 1)}, {{"printer", "", 1}}, 5);
  EXPECT_THAT(diff.changed, IsEmpty());
  EXPECT_EQ(diff.golden_broken, 0u);
}

// What was found by its words, and is only there by a translation now.
TEST(QueryDiff, MarksWhatComesByMeaning) {
  const std::vector<std::pair<const char*, const char*>> titles = {
      {"Delete an account", "계정 삭제하기"}, {"Delete a picture", "사진 삭제하기"},
      {"Create an account", "계정 만들기"},   {"Upload a picture", "사진 올리기"},
      {"Create an invoice", "청구서 만들기"}, {"Upload an invoice", "청구서 올리기"}};
  std::vector<Document> documents;
  for (size_t i = 0; i < titles.size(); ++i) {
    documents.push_back(make_document("a" + std::to_string(i), titles[i].first, {"."}));
    documents.push_back(make_document("a" + std::to_string(i), titles[i].second, {"."}, "ko"));
  }
  documents.push_back(make_document("delete-invoice", "Delete an invoice", {"."}));
  std::vector<Document> translated = documents;
  translated.push_back(make_document("delete-invoice", "청구서 삭제", {"."}, "ko"));
  const TestIndex with(translated);
  const TestIndex without(documents);
  const QueryDiff diff =
      compare_queries(with.searcher(), without.searcher(), {}, {{"청구서 삭제", "ko", 1}}, 10);
  ASSERT_EQ(diff.changed.size(), 1u);
  std::vector<std::string> notes;
  for (const MovedDocument& row : diff.changed[0].rows)
    notes.push_back(row.lang + " " + row.id + " " + meaning_note(row));
  EXPECT_THAT(notes, Contains("en delete-invoice by meaning"));
  EXPECT_THAT(notes, Contains("ko delete-invoice "));
}

TEST(QueryDiff, SaysSinceWhen) {
  const struct {
    MovedDocument in;
    const char* want;
  } cases[] = {{{"a", "en", "A", 1, 2, false, false}, ""},
               {{"a", "en", "A", 1, 1, true, true}, "by meaning"},
               {{"a", "en", "A", 0, 1, false, true}, "by meaning"},
               {{"a", "en", "A", 1, 0, true, false}, "by meaning"},
               {{"a", "en", "A", 1, 1, false, true}, "by meaning now"},
               {{"a", "en", "A", 1, 1, true, false}, "by meaning before"}};
  for (const auto& c : cases) EXPECT_EQ(meaning_note(c.in), c.want);
}

}  // namespace
}  // namespace signpost
