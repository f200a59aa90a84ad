// postings_test.cc - terms and documents of two segments, of which the first has a dead document, as one.
#include "search/postings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "generation_copy.h"
#include "index/schema.h"
#include "index/snapshot.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Documents 1 refunds, 2 archive, 3 환불, 4 返金, 5 a thread, 6 an empty page; "The old archive" with its
// wombat is dead.
class PostingsTest : public ::testing::Test {
 protected:
  const BaseGeneration base_;
  const Snapshot files_{base_.dir()};
  const Postings postings_{base_.dir(), files_.segments(), files_.dead().terms, 6};

  std::vector<uint32_t> with(const std::string& term) const {
    Bitmap found(6);
    postings_.add_documents(term, found);
    return members(found);
  }
  static std::vector<uint32_t> members(const Bitmap& found) {
    std::vector<uint32_t> out;
    found.each([&](uint32_t number) { return out.push_back(number), true; });
    return out;
  }
};

TEST_F(PostingsTest, CountLivingDocumentsOfAllSegments) {
  struct Case {
    const char* term;
    std::vector<uint32_t> want;
  };
  const Case cases[] = {{"refund", {1}},    {"archiv", {2, 5}}, {"wombat", {}}, {"old", {}},
                        {"letter", {2, 5}}, {"환불", {3}},      {"xyzzy", {}}};
  for (const Case& c : cases) {
    EXPECT_EQ(with(c.term), c.want) << c.term;
    EXPECT_EQ(postings_.frequency(c.term), c.want.size()) << c.term;
    EXPECT_EQ(postings_.frequency(c.term), c.want.size()) << c.term << ", remembered";
    EXPECT_EQ(postings_.any_document(c.term), c.want.empty() ? 0 : c.want.front()) << c.term;
  }
}

TEST_F(PostingsTest, KnowIdsAndValues) {
  EXPECT_EQ(postings_.any_document(id_term("en", "archive")), 2u);
  EXPECT_EQ(postings_.any_document(id_term("ko", "refunds")), 3u);
  EXPECT_EQ(postings_.any_document(id_term("ko", "archive")), 0u);
  EXPECT_THAT(with(boolean_term(row_of(Field::kind).prefix, "community")), ElementsAre(5));
  EXPECT_THAT(with(boolean_term(row_of(Field::tag).prefix, "common")), ElementsAre(1, 2, 3, 4));
}

TEST_F(PostingsTest, FindWhatHasAllTerms) {
  const auto all = [&](const std::string& term, const std::vector<std::string>& others) {
    return members(postings_.documents_with_all(term, others));
  };
  EXPECT_THAT(all("letter", {"archiv"}), ElementsAre(2, 5));
  EXPECT_THAT(all("letter", {"archiv", "kept"}), ElementsAre(2));
  EXPECT_THAT(all("letter", {"xyzzy"}), IsEmpty());
  EXPECT_THAT(all("letter", {}), ElementsAre(2, 5));
}

TEST_F(PostingsTest, ListTermsByTheirBeginning) {
  const auto listed = [&](const std::string& beginning) {
    std::vector<std::string> out;
    postings_.each_term(beginning, [&](std::string_view rest, uint32_t n) {
      out.push_back(std::string(rest) + " " + std::to_string(n));
    });
    return out;
  };
  EXPECT_THAT(listed("archi"), ElementsAre("v 2"));
  EXPECT_THAT(listed("womb"), IsEmpty());  // dead
  EXPECT_THAT(listed("환"), ElementsAre("불 1"));
  EXPECT_THAT(listed(std::string(row_of(Field::language).prefix)), ElementsAre("en 4", "ja 1", "ko 1"));
}

TEST_F(PostingsTest, AddUpImpactsOfTheBest) {
  const Bitmap all(6, true);
  const auto best = [&](const std::vector<WeightedTerm>& strong, const std::vector<WeightedTerm>& weak,
                        const Bitmap& allowed, uint32_t limit) {
    std::vector<uint32_t> out;
    for (const Candidate& candidate : postings_.best(strong, weak, allowed, limit))
      out.push_back(candidate.number);
    return out;
  };
  EXPECT_THAT(best({{"archiv", 1, {}}}, {}, all, 10), ElementsAre(2, 5));  // it is in the title of the one
  EXPECT_THAT(best({{"archiv", 1, {}}}, {}, all, 1), ElementsAre(2));
  EXPECT_THAT(best({{"archiv", 1, {}}}, {}, all, 0), IsEmpty());
  EXPECT_THAT(best({{"archiv", 1, {}}, {"lost", 9, {}}}, {}, all, 10), ElementsAre(5, 2));
  EXPECT_THAT(best({{"archiv", 1, {}}}, {{"lost", 9, {}}}, all, 10), ElementsAre(5, 2));
  EXPECT_THAT(best({{"refund", 1, {}}}, {{"lost", 9, {}}}, all, 10), ElementsAre(1));  // weak ones find none
  EXPECT_THAT(best({{"archiv", 1, {"kept"}}}, {}, all, 10), ElementsAre(2));
  EXPECT_THAT(best({{"wombat", 1, {}}}, {}, all, 10), IsEmpty());
  Bitmap some(6);
  some.set(5);
  EXPECT_THAT(best({{"archiv", 1, {}}}, {}, some, 10), ElementsAre(5));
  const auto twice = postings_.best({{"archiv", 2, {}}}, {}, all, 10);
  const auto once = postings_.best({{"archiv", 1, {}}}, {}, all, 10);
  EXPECT_EQ(twice.at(0).score, 2 * once.at(0).score);
}

TEST(Postings, PutTheSameScoreInTheOrderOfNumbers) {
  std::vector<Document> documents;
  for (int i = 0; i < 9; ++i)
    documents.push_back(make_document("d" + std::to_string(i), "Page", {"Wombat."}));
  const TestIndex index(documents);
  const Snapshot files(index.dir());
  const Postings postings(index.dir(), files.segments(), {}, 9);
  std::vector<uint32_t> numbers;
  for (const Candidate& candidate : postings.best({{"wombat", 1, {}}}, {}, Bitmap(9, true), 4))
    numbers.push_back(candidate.number);
  EXPECT_THAT(numbers, ElementsAre(1, 2, 3, 4));
}

TEST_F(PostingsTest, AllOfThemCanBeRead) { EXPECT_NO_THROW(postings_.read_all()); }

TEST_F(PostingsTest, RefuseASegmentWithOtherDocumentsThanItSays) {
  std::vector<Segment> segments = files_.segments();
  segments[0].documents += 1;
  EXPECT_THROW(Postings(base_.dir(), segments, {}, 6), Error);
  segments[0].path = "segments/999999";
  EXPECT_THROW(Postings(base_.dir(), segments, {}, 6), Error);
}

}  // namespace
}  // namespace signpost
