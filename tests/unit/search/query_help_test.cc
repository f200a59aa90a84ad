// Synonyms, best bets and the repair of input, each on an index of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/hangul.h"
#include "search/searcher.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Hangul, ComposesAndSwitchesLayouts) {
  EXPECT_EQ(compose_hangul("ㅂㅣㅁㅣㄹㅂㅓㄴㅎㅗ"), "비밀번호");
  EXPECT_EQ(compose_hangul("ㄷㅏㄹㄱ ㅇㅏㄴㅈㅏ"), "닭 안자");
  EXPECT_EQ(compose_hangul("ㅇㅗㅏㄴ"), "완");
  EXPECT_EQ(latin_keys_to_hangul("qlalfqjsgh"), "비밀번호");
  EXPECT_EQ(latin_keys_to_hangul("tjfcl qkdqjq"), "설치 방법");
  EXPECT_EQ(hangul_keys_to_latin("ㅑㅜㄴㅅ미ㅣ"), "install");
  EXPECT_EQ(initial_consonants("비밀번호 a"), "ㅂㅁㅂㅎ");
  EXPECT_TRUE(is_initial_consonants("ㅂㅁ"));
  EXPECT_FALSE(is_initial_consonants("ㅂㅏ"));
  EXPECT_FALSE(is_initial_consonants("ㅂ"));
}

Site site_with_words() {
  Site site = three_languages();
  site.synonyms = {{"en", {"k8s"}, {"kubernetes"}},
                   {"en", {"ci"}, {"continuous integration"}},
                   {"en", {"log in", "sign in"}, {"log in", "sign in"}},
                   {"ko", {"로그인", "사인인"}, {"로그인", "사인인"}}};
  site.best_bets = {{"en", {"help", "start here"}, "welcome"}};
  return site;
}

class QueryHelp : public ::testing::Test {
 protected:
  const TestIndex index_{
      {make_document("pods", "Kubernetes pods", {"They run."}),
       make_document("pipeline", "Pipelines", {"Our continuous integration runs them."}),
       make_document("both", "Words", {"Integration is continuous here."}),
       make_document("sign", "Sign in", {"With your name."}), make_document("welcome", "Welcome", {"Begin."}),
       make_document("helping", "Help yourself", {"Help is here."}),
       make_document("login", "사인인 하기", {"이름을 넣으세요."}, "ko")},
      site_with_words()};
};

TEST_F(QueryHelp, FindsSynonymsOfOneAndOfSeveralWords) {
  EXPECT_THAT(index_.ids("k8s"), ElementsAre("pods"));
  EXPECT_THAT(index_.ids("kubernetes"), ElementsAre("pods"));
  EXPECT_EQ(index_.ids("ci").at(0), "pipeline");
  EXPECT_EQ(index_.ids("log in").at(0), "sign");
  EXPECT_THAT(index_.ids("로그인", "ko"), ElementsAre("login"));
}

TEST_F(QueryHelp, PutsTheBestBetFirst) {
  EXPECT_EQ(index_.ids("help").at(0), "welcome");
  EXPECT_THAT(index_.ids("help"), Contains("helping"));
  EXPECT_EQ(index_.ids("Start  Here!").at(0), "welcome");
  EXPECT_EQ(index_.ids("help yourself").at(0), "helping");
  EXPECT_THAT(index_.ids("help kind:community"), IsEmpty());
}

TEST_F(QueryHelp, RepairsOnlyWhatFindsLittle) {
  const SearchResponse repaired = index_.search("tkdlsdls");
  ASSERT_TRUE(repaired.query.corrected);
  EXPECT_EQ(*repaired.query.corrected, "사인인");
  EXPECT_FALSE(index_.search("pods").query.corrected);
  EXPECT_FALSE(index_.search("\"tkdlsdls\"").query.corrected);
}

}  // namespace
}  // namespace signpost
