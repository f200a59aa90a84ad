// word_context_test.cc - what the other words of a query say about one.
#include "search/word_context.h"

#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

TEST(WordContext, ExpectsWhatTheDocumentsOfTheNeighboursHave) {
  std::vector<Document> documents = {make_document("m", "Context menu", {"The context of a menu."}),
                                     make_document("n", "Menu bar", {"A menu in its context."})};
  for (int i = 0; i < 10; ++i)
    documents.push_back(
        make_document("c" + std::to_string(i), "Contact", {"Contact the team in its locality."}));
  documents.push_back(make_document("l", "Local", {"All local things."}));
  const TestIndex index(documents);
  const IndexReader reader(index.dir());
  const auto expected = [&reader](const char* query, const char* word) {
    const QueryPlan plan = make_plan(parse_query(query), "en", reader);
    return WordContext(plan, "en", reader).expected_documents(word);
  };
  EXPECT_EQ(expected("contxet", "contact"), 10.0F);  // nothing beside it
  EXPECT_GT(expected("menu contxet", "context"), expected("contxet", "context"));
  EXPECT_LT(expected("menu contxet", "contact"), expected("contxet", "contact"));
  EXPECT_GT(expected("team contxet", "contact"), expected("team contxet", "context"));
  // A form of a word is no more frequent for sharing its stem.
  EXPECT_LT(expected("team xlocal", "local"), expected("team xlocal", "locality"));
}

TEST(WordContext, KnowsWhatTitlesHaveTogether) {
  const TestIndex index({make_document("a", "Delete an Account", {"x", "Reset the password: x"}),
                         make_document("b", "Proxy-Einstellungen", {"x"}, "de")});
  const IndexReader reader(index.dir());
  const WordContext context(QueryPlan(), "en", reader);
  struct Together {
    const char* one;
    const char* other;
    bool want;
  };
  const Together cases[] = {
      {"an", "account", true},   {"account", "an", false}, {"delete", "account", false},
      {"the", "password", true}, {"reset", "the", true},   {"an", "acc", false},
      {"", "account", false},    {"account", "", false},   {"proxy", "einstellungen", true},
  };
  for (const Together& c : cases)
    EXPECT_EQ(context.stand_together(c.one, c.other), c.want) << c.one << " " << c.other;
}

}  // namespace
}  // namespace signpost
