// query_sense_test.cc - which queries ask the same, and which only look alike.
#include "demand/query_sense.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_index.h"

namespace signpost {
namespace {

// Of each article the titles in English and Korean.
const std::vector<std::pair<const char*, const char*>> kArticles = {
    {"Delete an account", "계정 삭제하기"}, {"Create an account", "계정 만들기"},
    {"Account settings", "계정 설정"},      {"Delete a picture", "사진 삭제하기"},
    {"Upload a picture", "사진 올리기"},    {"Printer settings", "프린터 설정"},
    {"Clean the printer", "프린터 청소"},   {"Create an invoice", "청구서 만들기"},
    {"Upload an invoice", "청구서 올리기"}, {"The login page", "로그인 쪽"},
};

const TestIndex& two_languages() {
  static const TestIndex* const index = [] {
    std::vector<Document> documents;
    for (size_t i = 0; i < kArticles.size(); ++i) {
      documents.push_back(make_document("a" + std::to_string(i), kArticles[i].first, {"."}, "en"));
      documents.push_back(make_document("a" + std::to_string(i), kArticles[i].second, {"."}, "ko"));
    }
    return new TestIndex(documents);
  }();
  return *index;
}

QuerySense sense(const std::string& lang, const std::string& text) {
  const Searcher& searcher = two_languages().searcher();
  return sense_of(text, searcher.search(in(lang, text)).query.corrected.value_or(""), lang, searcher.index());
}

struct QueryPair {
  const char* what;
  const char* lang;
  const char* text;
  const char* other_lang;
  const char* other;
};

TEST(QuerySense, JoinsWhatAsksTheSame) {
  const QueryPair cases[] = {
      {"order", "en", "refund policy", "en", "policy refund"},
      {"inflection", "en", "refunds", "en", "refunded"},
      {"small words", "en", "how do I get a refund?", "en", "refund"},
      {"spelling of what no article has", "en", "reimbursement", "en", "reimbursment"},
      {"one of two words", "en", "warranty claim", "en", "warrantty claim"},
      {"spelling of what articles have", "en", "delte account", "en", "delete account"},
      {"language", "en", "delete an invoice", "ko", "청구서 삭제"},
      {"particles", "ko", "환불을", "ko", "환불"},
      {"the language of the page", "ko", "refund", "en", "refund"},
  };
  for (const QueryPair& c : cases) {
    EXPECT_TRUE(ask_the_same(sense(c.lang, c.text), sense(c.other_lang, c.other))) << c.what;
    EXPECT_TRUE(ask_the_same(sense(c.other_lang, c.other), sense(c.lang, c.text))) << c.what;
  }
}

TEST(QuerySense, TellsApartWhatLooksAlike) {
  const QueryPair cases[] = {
      {"two words that there are", "en", "logic", "en", "login"},
      {"a word more", "en", "refund", "en", "refund policy"},
      {"another word", "en", "delete account", "en", "delete invoice"},
      {"another thing in another language", "en", "delete an invoice", "ko", "청구서 올리기"},
      {"codes", "en", "E1042", "en", "E1043"},
      {"nothing asked", "en", "kind:help", "en", "kind:help"},
      {"short words", "en", "vat", "en", "vay"},
  };
  for (const QueryPair& c : cases)
    EXPECT_FALSE(ask_the_same(sense(c.lang, c.text), sense(c.other_lang, c.other))) << c.what;
}

TEST(QuerySense, JoinsNearlyTheSameMeanings) {
  QuerySense a{.terms = {"cancel"}, .corrected = {}, .unknown = {}, .translated = {}, .direction = {}};
  QuerySense b = a;
  b.terms = {"terminate"};
  EXPECT_FALSE(ask_the_same(a, b));
  a.direction = quantized_direction({1, 0.1F, 0});
  b.direction = quantized_direction({1, -0.1F, 0});
  EXPECT_TRUE(ask_the_same(a, b));
  b.direction = quantized_direction({1, -0.6F, 0});
  EXPECT_FALSE(ask_the_same(a, b));
}

}  // namespace
}  // namespace signpost
