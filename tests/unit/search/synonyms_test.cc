// synonyms_test.cc - rules of site.yaml, by the terms of their sides; and what they find.
#include "search/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ranks.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::vector<SynonymRule> kRules = {{"en", {"k8s"}, {"kubernetes"}},
                                         {"en", {"ci"}, {"continuous integration"}},
                                         {"en", {"log in", "sign in"}, {"log in", "sign in"}},
                                         {"ko", {"로그인", "사인인"}, {"로그인", "사인인"}}};

TEST(Synonyms, AreSequencesOfTerms) {
  const TermSequence words = analyze_sequence("Continuous Integration", "en");
  EXPECT_THAT(words.terms, ElementsAre("continu", "integr"));
  EXPECT_THAT(words.offsets, ElementsAre(0, 1));
  EXPECT_THAT(analyze_sequence("로그인", "ko").terms, ElementsAre("로그", "그인"));
  EXPECT_THAT(analyze_sequence("?!", "en").terms, IsEmpty());
}

TEST(Synonyms, AreFoundByLanguageAndTerms) {
  const Synonyms synonyms(kRules);
  EXPECT_EQ(synonyms.longest(), 2u);
  const auto* of_ci = synonyms.find("en", {"ci"});
  ASSERT_NE(of_ci, nullptr);
  ASSERT_THAT(*of_ci, SizeIs(1));
  EXPECT_THAT((*of_ci)[0].terms, ElementsAre("continu", "integr"));
  EXPECT_THAT(*synonyms.find("en", {"log", "in"}), SizeIs(1));  // not itself
  EXPECT_EQ(synonyms.find("ko", {"ci"}), nullptr);
  EXPECT_EQ(synonyms.find("en", {"log"}), nullptr);
  EXPECT_EQ(synonyms.find("en", {"continu", "integr"}), nullptr);  // one way only
  EXPECT_EQ(Synonyms({}).longest(), 0u);
}

TEST(Synonyms, FindDocumentsOfOneAndOfSeveralWords) {
  Site site = three_languages();
  site.synonyms = kRules;
  const TestIndex index({make_document("pods", "Kubernetes pods", {"They run."}),
                         make_document("pipeline", "Pipelines", {"Our continuous integration runs them."}),
                         make_document("both", "Words", {"Integration is continuous here."}),
                         make_document("sign", "Sign in", {"With your name."}),
                         make_document("login", "사인인 하기", {"이름을 넣으세요."}, "ko")},
                        site);
  EXPECT_THAT(index.ids("k8s"), ElementsAre("pods"));
  EXPECT_THAT(index.ids("kubernetes"), ElementsAre("pods"));
  EXPECT_THAT(index, ranks("ci", "pipeline"));
  EXPECT_THAT(index, ranks("log in", "sign"));
  EXPECT_THAT(index.ids("로그인", "ko"), ElementsAre("login"));
}

}  // namespace
}  // namespace signpost
