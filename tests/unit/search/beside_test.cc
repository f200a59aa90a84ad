// beside_test.cc - a document is shown once, whatever found it, and on pages that say how many there are.
#include "search/beside.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Documents 1 .. count, each a family; all of them have the word.
struct Found {
  explicit Found(size_t count) : index(articles(count)), reader(index.dir()) {
    matches.documents = Bitmap(static_cast<uint32_t>(count), true);
    matches.total = count;
    for (uint32_t number = 1; number <= count; ++number) matches.ranked.push_back({number, 0, 1, 0});
  }

  static std::vector<Document> articles(size_t count) {
    std::vector<Document> out;
    for (size_t i = 0; i < count; ++i)
      out.push_back(make_document("a" + std::to_string(i), "Word", {"Text"}));
    return out;
  }

  std::vector<uint32_t> offered(uint32_t per_page, const std::vector<uint32_t>& numbers) {
    Beside beside(reader, per_page, matches);
    for (const uint32_t number : numbers) beside.offer({number, 0, 1, 0, FoundBy::meaning});
    return numbers_of(matches.beside);
  }
  static std::vector<uint32_t> numbers_of(const std::vector<Ranked>& ranked) {
    std::vector<uint32_t> out;
    for (const Ranked& r : ranked) out.push_back(r.number);
    return out;
  }

  TestIndex index;
  IndexReader reader;
  Matches matches;
};

TEST(Beside, TakesWhatTheFirstPageDoesNotHave) {
  Found found(12);
  EXPECT_THAT(found.offered(4, {1, 4, 9, 9, 12}), ElementsAre(9, 12));
  leave_out_beside(found.reader, found.matches);
  EXPECT_THAT(Found::numbers_of(found.matches.ranked), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 10, 11));
  EXPECT_EQ(found.matches.total, 12u);
}

// The pages that the total promises are all there.
TEST(Beside, LeavesNoPageEmpty) {
  EXPECT_THAT(Found(9).offered(4, {5, 6}), IsEmpty());
  EXPECT_THAT(Found(10).offered(4, {5, 6}), ElementsAre(5));
  EXPECT_THAT(Found(12).offered(4, {5, 6, 7, 8, 9}), ElementsAre(5, 6, 7));
  EXPECT_THAT(Found(4).offered(4, {1, 2}), IsEmpty());
}

TEST(Beside, HasRoomForFew) {
  Found found(20);
  found.matches.total = 0;
  found.matches.documents = Bitmap(20);
  found.matches.ranked.clear();
  EXPECT_THAT(found.offered(10, {1, 2, 3, 4, 5, 6, 7}), ElementsAre(1, 2, 3, 4, 5));
}

// The bridge between languages finds by translation what words have on a later page: together the pages have
// each document once, and as many as was said.
TEST(Beside, ComesForwardFromALaterPage) {
  std::vector<Document> documents;
  const std::vector<std::pair<const char*, const char*>> titles = {
      {"Delete an account", "계정 삭제하기"}, {"Delete a picture", "사진 삭제하기"},
      {"Create an account", "계정 만들기"},   {"Upload a picture", "사진 올리기"},
      {"Create an invoice", "청구서 만들기"}, {"Upload an invoice", "청구서 올리기"}};
  for (size_t i = 0; i < titles.size(); ++i) {
    documents.push_back(make_document("a" + std::to_string(i), titles[i].first, {"."}));
    documents.push_back(make_document("a" + std::to_string(i), titles[i].second, {"."}, "ko"));
  }
  for (int i = 0; i < 10; ++i)
    documents.push_back(make_document("k" + std::to_string(i), "쪽지", {"wombat"}, "ko"));
  documents.push_back(make_document("bridge", "Delete an invoice", {"A wombat does it."}));
  const TestIndex index(documents);
  std::map<std::string, int> seen;
  size_t by_words = 0;
  uint64_t total = 0;
  for (uint32_t page = 1; page <= 6; ++page) {
    SearchRequest request = in("ko", "wombat 청구서 삭제");
    request.page = page;
    request.per_page = 4;
    const SearchResponse response = index.searcher().search(request);
    if (page == 1) {
      total = response.total;
      ASSERT_EQ(response.hits.back().id, "bridge");
      EXPECT_TRUE(response.hits.back().by_meaning);
    }
    EXPECT_EQ(response.total, total);
    EXPECT_EQ(response.hits.empty(), (page - 1) * 4 >= total) << page;
    for (const Hit& hit : response.hits) {
      ++seen[hit.id];
      by_words += hit.by_meaning ? 0 : 1;
    }
  }
  for (const auto& [id, times] : seen) EXPECT_EQ(times, 1) << id;
  EXPECT_EQ(seen.size(), total);
  EXPECT_EQ(by_words + 1, total);
}

}  // namespace
}  // namespace signpost
