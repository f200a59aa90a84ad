// read_documents_test.cc - which documents stay known until hits are made of them, and for how long.
#include "search/read_documents.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "help_centre.h"
#include "search/facets.h"
#include "search/query_syntax.h"

namespace signpost {
namespace {

bool better(const Ranked& a, const Ranked& b) { return a.score > b.score; }

void read(ReadDocuments& documents, uint32_t number, float score, const std::string& forward) {
  ReadDocuments::Document& document = documents.next();
  document.room = forward;
  document.forward = document.room;
  documents.offer({number, 0, score, 0}, better);
}

void read(ReadDocuments& documents, uint32_t number, float score) {
  read(documents, number, score, "forward index of " + std::to_string(number));
}

TEST(ReadDocuments, KeepsTheBestOfARanking) {
  ReadDocuments documents;
  const uint64_t ranking = documents.start(2);
  read(documents, 1, 3);
  read(documents, 2, 1);
  read(documents, 3, 2);
  read(documents, 4, 0);
  ASSERT_NE(documents.find(ranking, 1), nullptr);
  EXPECT_EQ(documents.find(ranking, 1)->forward, "forward index of 1");
  EXPECT_EQ(documents.find(ranking, 2), nullptr) << "3 is better";
  ASSERT_NE(documents.find(ranking, 3), nullptr);
  EXPECT_EQ(documents.find(ranking, 3)->forward, "forward index of 3");
  EXPECT_EQ(documents.find(ranking, 4), nullptr);
}

TEST(ReadDocuments, ForgetsThemWhenAnotherRankingBegins) {
  ReadDocuments documents;
  const uint64_t first = documents.start(2);
  read(documents, 1, 1);
  const uint64_t second = documents.start(2);
  EXPECT_NE(first, second);
  EXPECT_EQ(documents.find(first, 1), nullptr);
  EXPECT_EQ(documents.find(second, 1), nullptr);
  read(documents, 1, 1, "of the second");
  EXPECT_EQ(documents.find(first, 1), nullptr);
  EXPECT_EQ(documents.find(second, 1)->forward, "of the second");
  EXPECT_EQ(documents.find(0, 1), nullptr) << "no ranking";
}

TEST(ReadDocuments, HoldsNoMoreThanItsBounds) {
  ReadDocuments documents;
  const uint64_t ranking = documents.start(1000);
  for (uint32_t number = 1; number <= 100; ++number) read(documents, number, static_cast<float>(number));
  size_t kept = 0;
  for (uint32_t number = 1; number <= 100; ++number) kept += documents.find(ranking, number) != nullptr;
  EXPECT_EQ(kept, ReadDocuments::kMost);
  EXPECT_NE(documents.find(ranking, 100), nullptr);
  read(documents, 101, 101, std::string(ReadDocuments::kLargest + 1, 'x'));
  EXPECT_EQ(documents.find(ranking, 101), nullptr) << "too large";
  documents.next().evidence.by_unit.resize(ReadDocuments::kLargest);
  read(documents, 102, 102);
  EXPECT_NE(documents.find(ranking, 102), nullptr) << "what was found in another one is gone";
  const uint64_t none = documents.start(0);
  read(documents, 1, 1);
  EXPECT_EQ(documents.find(none, 1), nullptr);
}

TEST(ReadDocuments, KeepNothingInWhichTooMuchWasFound) {
  ReadDocuments documents;
  const uint64_t ranking = documents.start(2);
  ReadDocuments::Document& document = documents.next();
  document.forward = "small";
  document.evidence.by_unit.resize(ReadDocuments::kLargest);
  documents.offer({1, 0, 1, 0}, better);
  EXPECT_EQ(documents.find(ranking, 1), nullptr);
  EXPECT_EQ(documents.next().evidence.by_unit.capacity(), 0u);
}

// What a search looks for beside its results must not take their place, nor a page that shows none of the
// best.
TEST(ReadDocuments, StayThoseOfTheSearchWhoseHitsAreMade) {
  const IndexReader& index = help_centre_index().searcher().index();
  const FacetIndex facets(index);
  const QueryPlan plan = make_plan(parse_query("password"), "en", index);
  MatchOptions options;
  const Matches first = match(plan, {}, options, index, facets);
  ASSERT_FALSE(first.ranked.empty());
  const uint32_t best = first.ranked.front().number;
  EXPECT_NE(thread_read_documents().find(first.ranking, best), nullptr);
  const Bitmap all = index.universe("");
  options.among = &all;
  EXPECT_EQ(match(plan, {}, options, index, facets).ranking, 0u);
  options.among = nullptr;
  options.wanted = ReadDocuments::kMost + 1;
  EXPECT_EQ(match(plan, {}, options, index, facets).ranking, 0u);
  EXPECT_NE(thread_read_documents().find(first.ranking, best), nullptr);
}

TEST(ReadDocuments, AreEachThreadsOwn) {
  ReadDocuments* other = nullptr;
  std::thread([&other] { other = &thread_read_documents(); }).join();
  EXPECT_NE(other, &thread_read_documents());
  EXPECT_EQ(&thread_read_documents(), &thread_read_documents());
}

// What is known of the best documents shows the same as what is read again: of a page beyond them it is.
TEST(ReadDocuments, HitsAreTheSameWithThemAndWithout) {
  const SearchResponse all = [] {
    SearchRequest request;
    request.text = "password phone";
    request.per_page = 50;
    return help_centre_index().searcher().search(request);
  }();
  ASSERT_GE(all.hits.size(), 2U);
  for (size_t i = 0; i < all.hits.size(); ++i) {
    SearchRequest request;
    request.text = "password phone";
    request.per_page = 1;
    request.page = static_cast<uint32_t>(i + 1);
    const SearchResponse one = help_centre_index().searcher().search(request);
    ASSERT_EQ(one.hits.size(), 1U);
    EXPECT_EQ(one.hits[0].id, all.hits[i].id);
    EXPECT_EQ(bracketed(one.hits[0].snippet), bracketed(all.hits[i].snippet));
  }
}

}  // namespace
}  // namespace signpost
