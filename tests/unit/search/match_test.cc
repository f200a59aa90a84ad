// match_test.cc - which documents a plan matches, and in which order they come.
#include "search/match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "help_centre.h"
#include "ranks.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST(Match, ObeysPhrasesAndExclusions) {
  const TestIndex& index = help_centre_index();
  const auto as_typed = [&index](const char* text) {
    SearchRequest request = in("", text);
    request.correct = false;
    return index.searcher().search(request).hits;
  };
  EXPECT_THAT(index.ids("\"reset password\""), ElementsAre("reset-password"));
  EXPECT_THAT(as_typed("\"password reset\""), IsEmpty());
  EXPECT_THAT(index.ids("\"reset password\" \"sign-in page\""), ElementsAre("reset-password"));
  EXPECT_THAT(as_typed("\"reset password\" \"press enter\""), IsEmpty());
  EXPECT_THAT(index.ids("password -invoice"), Contains("sign-in"));
  EXPECT_THAT(index.ids("password -enter"), Not(Contains("sign-in")));
  EXPECT_THAT(index.ids("password -\"reset password\""), ElementsAre("sign-in"));
  EXPECT_THAT(index.ids("幹線 -新"), IsEmpty());
}

TEST(Match, WeakWordsMatchNothingByThemselves) {
  EXPECT_THAT(help_centre_index().ids("how invoices"), ElementsAre("billing"));
  EXPECT_THAT(help_centre_index().ids("how"), Contains("how-do-i-reset"));  // unless there is nothing else
}

TEST(Match, OneDocumentStandsForAFamily) {
  const TestIndex& index = help_centre_index();
  const SearchResponse asked_in_korean = index.searcher().search(in("ko", "password"));
  ASSERT_THAT(asked_in_korean.hits, Not(IsEmpty()));
  // The Korean article stands for the English one, and does not match.
  EXPECT_EQ(asked_in_korean.hits[0].id, "sign-in");
  EXPECT_TRUE(asked_in_korean.hits[0].other_language);
  const SearchResponse korean = index.searcher().search(in("en", "비밀번호"));
  ASSERT_THAT(korean.hits, SizeIs(1));
  EXPECT_EQ(korean.hits[0].lang, "ko");
  EXPECT_THAT(index.ids("password 비밀번호"),
              ElementsAre("reset-password", "sign-in"));  // the better one of two
}

TEST(Match, BetterAnotherLanguageThanNothing) {
  const TestIndex index(
      {make_document("a", "Wombats", {"Blue."}), make_document("a", "웜뱃", {"파란색."}, "ko")});
  EXPECT_THAT(index, ranks(in("ko", "wombats"), "a"));
  EXPECT_TRUE(index.searcher().search(in("ko", "wombats")).hits.at(0).other_language);
}

TEST(Match, TheLanguageAskedForComesFirst) {
  const TestIndex index({make_document("best", "Docker", {"Docker, docker."}),
                         make_document("korean", "실행", {"그리고 docker."}, "ko"),
                         make_document("both", "One", {"None."}),
                         make_document("both", "하나", {"없음."}, "ko")});
  EXPECT_THAT(index, ranks(in("ko", "docker"), "korean", "best"));
  EXPECT_THAT(index, ranks(in("en", "docker"), "best", "korean"));
  EXPECT_THAT(index, ranks("docker", "best", "korean"));
  EXPECT_THAT(index.ids("docker lang:ko"), ElementsAre("korean"));
}

// The first pass takes 36 candidates: those in the language asked for have to be among them.
TEST(Match, TheLanguageAskedForIsNotCrowdedOut) {
  std::vector<Document> documents = {make_document("korean", "실행", {"그리고 docker 하나 둘 셋 넷."}, "ko"),
                                     make_document("korean", "Run", {"None."})};
  for (int i = 0; i < 100; ++i)
    documents.push_back(make_document("d" + std::to_string(i), "Docker", {"Docker docker docker."}));
  const TestIndex index(documents);
  EXPECT_THAT(index, ranks(in("ko", "docker"), "korean"));
  EXPECT_EQ(index.searcher().search(in("ko", "docker")).total, 101u);
}

TEST(Match, FiltersAloneListWhatPassesThem) {
  EXPECT_THAT(help_centre_index().ids("category:account"), ElementsAre("reset-password", "sign-in"));
  EXPECT_THAT(help_centre_index().ids("tag:login kind:help"), SizeIs(2));
  const SearchResponse korean = help_centre_index().searcher().search(in("ko", "kind:help"));
  EXPECT_EQ(korean.total, 13u);  // one of each family, and no thread
  EXPECT_THAT(help_centre_index().ids(""), IsEmpty());
  EXPECT_THAT(help_centre_index().ids("?"), IsEmpty());
}

TEST(Match, TotalsCountAllThatMatches) {
  std::vector<Document> documents;
  for (int i = 0; i < 80; ++i)
    documents.push_back(
        make_document("d" + std::to_string(i), "Page", {i % 2 == 0 ? "Wombat." : "Giraffe."}));
  const TestIndex index(documents);
  const SearchResponse response = index.search("wombat");
  EXPECT_EQ(response.total, 40u);
  EXPECT_TRUE(response.total_exact);
  EXPECT_THAT(response.hits, SizeIs(10));
  // The same score: in the order of lists.
  EXPECT_THAT(index, ranks("wombat", "d0", "d2", "d4", "d6"));
}

TEST(Match, SaysWhenAPhraseWasNotLookedForEverywhere) {
  std::vector<Document> documents;
  for (int i = 0; i < 3100; ++i)
    documents.push_back(
        make_document("d" + std::to_string(i), "P", {i % 100 == 0 ? "blue wombat" : "wombat blue"}));
  const TestIndex index(documents);
  const SearchResponse all = index.search("\"blue wombat\"");
  EXPECT_FALSE(all.total_exact);
  EXPECT_LE(all.total, 500u);
  EXPECT_TRUE(index.search("wombat").total_exact);
}

}  // namespace
}  // namespace signpost
