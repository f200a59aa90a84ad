#include "api/found_place.h"

#include <gmock/gmock.h>

#include "open_test_generation.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::open_test_generation;

FoundPlace place_of_install(const char* found_in, const char* anchor, const char* lang) {
  const Searcher& searcher = open_test_generation().searcher();
  const auto document = searcher.quotable("install", found_in);
  return place_in(searcher, *document, document->find_section(anchor).value_or(0), lang);
}

TEST(FoundPlace, IsInTheLanguageThatIsWanted) {
  const FoundPlace same = place_of_install("en", "steps", "en");
  EXPECT_EQ(same.path, "/en/articles/install#steps");
  EXPECT_EQ(same.title, "Install the desktop app");
  EXPECT_THAT(same.headings, ElementsAre("Steps"));
  const FoundPlace whole = place_of_install("en", "", "ko");
  EXPECT_EQ(whole.path, "/ko/articles/install");
  EXPECT_EQ(whole.lang, "ko");
  EXPECT_THAT(whole.headings, IsEmpty());
}

// Korean has the same headings as English in the same order; Japanese has fewer.
TEST(FoundPlace, ASectionIsTheOneAtTheSamePlace) {
  const FoundPlace korean = place_of_install("en", "steps", "ko");
  EXPECT_EQ(korean.path, "/ko/articles/install#%EC%84%A4%EC%B9%98-%EB%8B%A8%EA%B3%84");
  EXPECT_THAT(korean.headings, ElementsAre("설치 단계"));
  EXPECT_EQ(place_of_install("ko", "설치-단계", "en").path, "/en/articles/install#steps");
  const FoundPlace japanese = place_of_install("en", "steps", "ja");
  EXPECT_EQ(japanese.path, "/ja/articles/install");
  EXPECT_EQ(japanese.title, "デスクトップアプリをインストールする");
  EXPECT_THAT(japanese.headings, IsEmpty());
}

TEST(FoundPlace, StaysWhereItIsWithoutAVariant) {
  const Searcher& searcher = open_test_generation().searcher();
  const FoundPlace place = place_in(searcher, *searcher.quotable("billing-faq", "en"), 0, "ko");
  EXPECT_EQ(place.lang, "en");
  EXPECT_EQ(place.path, "/en/articles/billing-faq");
}

}  // namespace
}  // namespace signpost
