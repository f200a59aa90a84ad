// known_corrections_test.cc - the same as the speller's, and looked for once.
#include "search/known_corrections.h"

#include <gtest/gtest.h>

#include "search/edit_cost.h"

namespace signpost {
namespace {

class KnownCorrectionsTest : public ::testing::Test {
 protected:
  const std::string bytes_ =
      encode_words({{"form", {100, false}}, {"from", {500, false}}, {"port", {10, false}}});
  const WordList words_{bytes_};
  const KnownCorrections known_{words_};
};

TEST_F(KnownCorrectionsTest, KeepsEachQuestionApart) {
  EXPECT_EQ(known_.find("forn", 10)->size(), correct_word(words_, "forn", 10).size());
  EXPECT_EQ(known_.find("forn", 1)->size(), 1U);
  EXPECT_EQ(known_.find("forn", 10, kEdit)->size(), correct_word(words_, "forn", 10, kEdit).size());
  EXPECT_TRUE(known_.find("forn", 10, 0)->empty());
  EXPECT_EQ(known_.find("forn", 10), known_.find("forn", 10)) << "the very same";
}

}  // namespace
}  // namespace signpost
