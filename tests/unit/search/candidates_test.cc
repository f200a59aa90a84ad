// candidates_test.cc - the sections that may answer, and where they have the question's words.
#include "search/candidates.h"

#include <gtest/gtest.h>

#include "test_index.h"

namespace signpost {
namespace {

TEST(Candidates, AreTheBestSectionsOfTheHits) {
  const TestIndex index({make_document("pump", "Water pump",
                                       {"Nothing here.", "Care: Clean the filter weekly.",
                                        "Filter: The filter of the pump is blue."}),
                         make_document("garden", "Garden", {"A garden needs a filter."})});
  const Candidates found = index.searcher().candidates(in("en", "blue filter pump zebra"), 5);
  ASSERT_EQ(found.documents.size(), found.response.hits.size());
  ASSERT_FALSE(found.sections.empty());
  const CandidateSection& first = found.sections.front();
  EXPECT_EQ(found.documents[first.hit].meta().id, found.response.hits[first.hit].id);
  EXPECT_EQ(first.text.text, "The filter of the pump is blue.");
  ASSERT_EQ(found.words.size(), 4u);
  float all = 0;
  for (const QuestionWord& word : found.words) all += word.weight;
  EXPECT_NEAR(all, 1, 1e-4);
  EXPECT_TRUE(found.words[0].known);
  EXPECT_FALSE(found.words[3].known);
  std::vector<std::string> places;
  for (const WordPlace& place : first.places)
    places.push_back(first.text.text.substr(place.begin, place.end - place.begin) + " " +
                     found.words[place.word].surface);
  EXPECT_EQ(places, (std::vector<std::string>{"filter filter", "pump pump", "blue blue"}));
  EXPECT_EQ(first.titled[1], 1);  // in its heading
  EXPECT_EQ(first.titled[2], 1);  // in the title
  EXPECT_EQ(first.titled[0], 0);
}

}  // namespace
}  // namespace signpost
