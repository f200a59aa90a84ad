// clicks_test.cc - what visitors chose, for its place; how little few say; and that no number of clicks lifts
// a document by more than the bound.
#include "search/clicks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/ranking.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// "strong" answers a little better than "weak" does, and both far better than "far".
TestIndex three_articles() {
  return TestIndex({make_document("strong", "Reset your password", {"How to reset a password."}),
                    make_document("weak", "Your password", {"When to reset a password, and why."}),
                    make_document("far", "Billing and invoices",
                                  {"Some text about invoices, payment, tax, cards, dates, banks and prices. "
                                   "A password protects it."})});
}

ClickedQuery asked(uint64_t visits, std::vector<PlacedClicks> clicks, const std::string& text = "password") {
  return {text, "en", visits, std::move(clicks)};
}

std::vector<std::string> ids_with(const TestIndex& index, const ClickTable& table,
                                  const std::string& text = "password") {
  SearchRequest request = in("en", text);
  request.clicks = &table;
  std::vector<std::string> ids;
  for (const Hit& hit : index.searcher().search(request).hits) ids.push_back(hit.id);
  return ids;
}

float share_of(const ClickTable& table, const TestIndex& index, const std::string& id) {
  const auto found = table.find("password", "en", index.searcher().index());
  return click_signals(found, index.searcher().index().find("en", id)).share;
}

TEST(ClickTable, WeighsAClickByThePlaceWhereItWasMade) {
  const TestIndex index = three_articles();
  const ClickTable table({asked(80, {{"strong", "en", 1, 20}, {"weak", "en", 2, 20}, {"far", "en", 3, 5}})});
  EXPECT_FLOAT_EQ(share_of(table, index, "strong"), 0.2F);
  EXPECT_FLOAT_EQ(share_of(table, index, "weak"), 0.4F);
  EXPECT_FLOAT_EQ(share_of(table, index, "far"), 0.15F);
}

TEST(ClickTable, TakesAllWaysOfAskingTogether) {
  const TestIndex index = three_articles();
  const ClickTable table(
      {asked(40, {{"weak", "en", 2, 4}}, "my passwords"), asked(40, {{"weak", "en", 1, 12}}, "password")});
  EXPECT_FLOAT_EQ(share_of(table, index, "weak"), 0.2F);
  EXPECT_THAT(table.find("the password?", "en", index.searcher().index()), SizeIs(1));
  EXPECT_THAT(table.find("password", "ko", index.searcher().index()), IsEmpty());
  EXPECT_THAT(table.find("account", "en", index.searcher().index()), IsEmpty());
}

TEST(ClickTable, SaysNothingOfFewVisitsNorOfFewClicks) {
  const TestIndex index = three_articles();
  EXPECT_EQ(ClickTable({asked(kLeastQueryVisits - 1, {{"weak", "en", 1, 20}})}).size(), 0);
  EXPECT_EQ(ClickTable({asked(1000, {{"weak", "en", 9, kLeastClickVisits - 1}})}).size(), 0);
  EXPECT_EQ(ClickTable({asked(kLeastQueryVisits, {{"weak", "en", 1, kLeastClickVisits}})}).size(), 1);
}

TEST(ClickTable, OneVisitorWithManySpellingsIsNotEnough) {
  std::vector<ClickedQuery> spellings;
  for (const char* text :
       {"password", "passwords", "my password", "the password", "a password?", "Password!"})
    spellings.push_back(asked(kLeastQueryVisits - 1, {{"weak", "en", 1, kLeastClickVisits}}, text));
  EXPECT_EQ(ClickTable(spellings).size(), 0);
  spellings.push_back(asked(kLeastQueryVisits, {}, "your password"));
  EXPECT_EQ(ClickTable(spellings).size(), 1);
  for (ClickedQuery& spelling : spellings) {
    for (PlacedClicks& clicks : spelling.clicks) clicks.visits = kLeastClickVisits - 1;
  }
  EXPECT_EQ(ClickTable(spellings).size(), 0);
}

TEST(ClickTable, OneVisitorAtManyPlacesIsNotEnough) {
  std::vector<PlacedClicks> clicks;
  for (uint32_t place = 1; place <= 10; ++place)
    clicks.push_back({"weak", "en", place, kLeastClickVisits - 1});
  EXPECT_EQ(ClickTable({asked(100, clicks)}).size(), 0);
}

TEST(ClickTable, ATextMayComeTwice) {
  const auto half = asked(kLeastQueryVisits / 2, {{"weak", "en", 1, 3}});
  EXPECT_EQ(ClickTable({half}).size(), 0);
  EXPECT_EQ(ClickTable({half, half}).size(), 1);
}

TEST(ClickTable, PassesOverWhatTheIndexHasNoLonger) {
  const TestIndex index = three_articles();
  const ClickTable table({asked(50, {{"gone", "en", 1, 40}})});
  EXPECT_THAT(table.find("password", "en", index.searcher().index()), IsEmpty());
}

TEST(ClickTable, HasASumOfWhatItSays) {
  const ClickedQuery one = asked(50, {{"weak", "en", 1, 40}});
  const ClickedQuery two = asked(50, {{"weak", "en", 1, 40}}, "account");
  EXPECT_EQ(ClickTable({one, two}).sum(), ClickTable({two, one}).sum());
  EXPECT_NE(ClickTable({one}).sum(), ClickTable({asked(50, {{"weak", "en", 2, 40}})}).sum());
  EXPECT_NE(ClickTable({one}).sum(), ClickTable({two}).sum());
}

TEST(ClickTable, OrdersWhatIsNearlyAsGoodAndExplainsIt) {
  const TestIndex index = three_articles();
  ASSERT_THAT(ids_with(index, ClickTable({})), ElementsAre("weak", "strong", "far"));
  const ClickTable table({asked(100, {{"strong", "en", 2, 60}})});
  EXPECT_THAT(ids_with(index, table), ElementsAre("strong", "weak", "far"));
  SearchRequest request = in("en", "password");
  request.clicks = &table;
  request.explain = true;
  const Hit first = index.searcher().search(request).hits.front();
  double factor = 0;
  for (const Contribution& part : first.explanation) {
    if (part.what != "clicks (factor)") continue;
    factor = part.value;
    EXPECT_THAT(part.signals, HasSubstr("60 of 100 visits"));
  }
  EXPECT_FLOAT_EQ(static_cast<float>(factor), kMostByClicks);
}

// Whoever clicks, from however many addresses, wherever the document stood.
TEST(ClickTable, NoNumberOfClicksLiftsADocumentByMoreThanTheBound) {
  const TestIndex index = three_articles();
  SearchRequest request = in("en", "password");
  const auto score_of = [&](const ClickTable* table) {
    request.clicks = table;
    for (const Hit& hit : index.searcher().search(request).hits) {
      if (hit.id == "far") return hit.score;
    }
    return 0.0;
  };
  const double before = score_of(nullptr);
  ASSERT_GT(before, 0);
  for (const uint64_t spam : {1ULL, 4ULL, 5ULL, 100ULL, 1'000'000ULL, 1'000'000'000'000ULL}) {
    for (const uint32_t place : {0U, 1U, 10U, UINT32_MAX}) {
      for (const uint64_t others : {0ULL, 1000ULL}) {
        const ClickTable table({asked(spam + others, {{"far", "en", place, spam}})});
        const double after = score_of(&table);
        EXPECT_GE(after, before);
        EXPECT_LE(after, before * kMostByClicks * 1.000001) << spam << " at " << place;
        EXPECT_THAT(ids_with(index, table), ElementsAre("weak", "strong", "far"));
      }
    }
  }
  const ClickTable one_visit({asked(1000, {{"far", "en", 10, 1}})});
  EXPECT_EQ(score_of(&one_visit), before);
}

TEST(ClickTable, ChangesNothingWhereItSaysNothing) {
  const TestIndex index = three_articles();
  const ClickTable table({asked(100, {{"weak", "en", 2, 60}}, "account")});
  SearchRequest request = in("en", "password");
  const SearchResponse without = index.searcher().search(request);
  request.clicks = &table;
  const SearchResponse with = index.searcher().search(request);
  ASSERT_EQ(with.hits.size(), without.hits.size());
  for (size_t i = 0; i < with.hits.size(); ++i) {
    EXPECT_EQ(with.hits[i].id, without.hits[i].id);
    EXPECT_EQ(with.hits[i].score, without.hits[i].score);
  }
}

}  // namespace
}  // namespace signpost
