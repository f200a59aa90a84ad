// translation_test.cc - a question in one language finds an article that is only there in another, by what
// the site's own translations say of its words, and without any embedder.
#include "search/translation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "index/schema.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Of each article the titles in English, Korean and Japanese; "" where it has no such translation.
const std::vector<std::vector<const char*>> kArticles = {
    {"Delete an account", "계정 삭제하기", "アカウントを削除する"},
    {"Create an account", "계정 만들기", "アカウントを作成する"},
    {"Account settings", "계정 설정", "アカウント設定"},
    {"Delete a picture", "사진 삭제하기", "写真を削除する"},
    {"Upload a picture", "사진 올리기", "写真のアップロード"},
    {"Printer settings", "프린터 설정", "プリンター設定"},
    {"Clean the printer", "프린터 청소", "プリンターの掃除"},
    {"Create an invoice", "청구서 만들기", "請求書を作成する"},
    {"Upload an invoice", "청구서 올리기", "請求書のアップロード"},
    {"Delete an invoice", "", ""},
    {"Printer pictures", "", ""},
    {"", "결제 수단", ""},
};

std::vector<Document> articles() {
  std::vector<Document> out;
  const char* const languages[] = {"en", "ko", "ja"};
  for (size_t i = 0; i < kArticles.size(); ++i) {
    for (size_t l = 0; l < 3; ++l) {
      if (kArticles[i][l][0] != '\0')
        out.push_back(make_document("a" + std::to_string(i), kArticles[i][l], {"."}, languages[l]));
    }
  }
  return out;
}

// The hits beside those for the words, as "lang:title".
std::vector<std::string> beside(const SearchResponse& response) {
  std::vector<std::string> out;
  for (const Hit& hit : response.hits) {
    if (hit.by_meaning) out.push_back(hit.lang + ":" + hit.title);
  }
  return out;
}

std::vector<std::string> beside(const TestIndex& index, const std::string& lang, const std::string& text) {
  return beside(index.searcher().search(in(lang, text)));
}

TEST(Translation, FindsWhatIsOnlyThereInAnotherLanguage) {
  const TestIndex index(articles());
  EXPECT_EQ(beside(index, "ko", "청구서 삭제").at(0), "en:Delete an invoice");
  EXPECT_EQ(beside(index, "ko", "청구서를 삭제하려면").at(0), "en:Delete an invoice");
  EXPECT_EQ(beside(index, "ja", "請求書の削除").at(0), "en:Delete an invoice");
  EXPECT_EQ(beside(index, "ko", "프린터 사진").at(0), "en:Printer pictures");
  // A Korean question on an English page is answered in English, which is no other language there.
  EXPECT_THAT(beside(index, "en", "청구서 삭제"), Contains("en:Delete an invoice"));
}

TEST(Translation, SaysSoOfEachHit) {
  const TestIndex index(articles());
  SearchRequest request = in("ko", "청구서 삭제");
  request.explain = true;
  const SearchResponse response = index.searcher().search(request);
  ASSERT_THAT(beside(response), Not(IsEmpty()));
  const Hit& hit = *std::find_if(response.hits.begin(), response.hits.end(),
                                 [](const Hit& h) { return h.title == "Delete an invoice"; });
  EXPECT_TRUE(hit.by_meaning);
  EXPECT_TRUE(hit.other_language);
  EXPECT_EQ(bracketed(hit.title_runs), "[Delete] an [invoice]");
  std::string parts;
  for (const Contribution& part : hit.explanation) parts += part.what + "\n";
  EXPECT_THAT(parts, HasSubstr("word: 청구서 (invoic)"));
  EXPECT_EQ(response.meaning, MeaningFrom::none);
}

TEST(Translation, StandsBehindTheReadersLanguageAndIsNotCounted) {
  const TestIndex index(articles());
  const SearchResponse response = index.searcher().search(in("ko", "청구서 삭제"));
  bool behind = false;
  uint64_t words = 0;
  for (const Hit& hit : response.hits) {
    EXPECT_FALSE(behind && !hit.by_meaning) << hit.title;
    behind = behind || hit.by_meaning;
    if (!hit.by_meaning) {
      EXPECT_EQ(hit.lang, "ko");
      ++words;
    }
  }
  EXPECT_EQ(response.total, words);
}

TEST(Translation, IsNotAskedWhereATitleAnswers) {
  const TestIndex index(articles());
  EXPECT_THAT(beside(index, "ko", "계정 삭제"), IsEmpty());
  EXPECT_THAT(beside(index, "ko", "결제 수단"), IsEmpty());
  EXPECT_THAT(beside(index, "en", "delete an invoice"), IsEmpty());
}

// An article that is there in the reader's language is never shown in another one.
TEST(Translation, NeverStandsInForATranslation) {
  const TestIndex index(articles());
  for (const char* text : {"청구서 삭제", "프린터 사진", "청구서 계정 프린터"}) {
    for (const std::string& hit : beside(index, "ko", text))
      EXPECT_TRUE(hit == "en:Delete an invoice" || hit == "en:Printer pictures") << text << " " << hit;
  }
}

TEST(Translation, ObeysFiltersQuotesAndExclusions) {
  const TestIndex index(articles());
  SearchRequest request = in("ko", "청구서 삭제");
  request.filters[Field::language] = {"ko"};
  EXPECT_THAT(beside(index.searcher().search(request)), IsEmpty());
  EXPECT_THAT(beside(index, "ko", "청구서 삭제 -invoice"), Not(Contains("en:Delete an invoice")));
  request = in("ko", "\"청구서 삭제\"");
  request.correct = false;
  EXPECT_THAT(beside(index.searcher().search(request)), IsEmpty());
}

TEST(Translation, NeedsTranslations) {
  std::vector<Document> korean;
  for (const Document& document : articles()) {
    if (document.lang == "ko") korean.push_back(document);
  }
  const TestIndex alone(korean);
  EXPECT_FALSE(std::filesystem::exists(alone.dir() + "/" + files::kGlossary));
  EXPECT_THAT(beside(alone, "ko", "청구서 삭제"), IsEmpty());
  const TestIndex all(articles());
  EXPECT_TRUE(std::filesystem::exists(all.dir() + "/" + files::kGlossary));
  EXPECT_NO_THROW(all.searcher().read_all());
}

}  // namespace
}  // namespace signpost
