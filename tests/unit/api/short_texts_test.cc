// short_texts_test.cc - how much of what authors wrote an entry of a list shows.
#include "api/short_texts.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(ShortTexts, AreCut) {
  const std::string text(2000, 'a');
  const std::string end = "…";
  EXPECT_LE(short_name(text).size(), 160 + end.size());
  EXPECT_LE(short_title(text).size(), 360 + end.size());
  EXPECT_LE(short_text(text).size(), 900 + end.size());
  EXPECT_TRUE(short_text(text).ends_with(end));
  EXPECT_EQ(short_name("Setup"), "Setup");
}

TEST(ShortTexts, RunsAreCutAsAWhole) {
  const Runs runs = {{std::string(800, 'a'), true}, {std::string(800, 'b'), false}, {"c", true}};
  const Runs kept = short_text_runs(runs);
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].text, runs[0].text);
  EXPECT_TRUE(kept[0].match);
  EXPECT_LE(kept[1].text.size(), 103u);
  EXPECT_FALSE(kept[1].match);
}

TEST(ShortTexts, ManyRunsEndInOneWithoutMatches) {
  const Runs kept = short_text_runs(Runs(100, {"ab", true}));
  ASSERT_EQ(kept.size(), 49u);
  EXPECT_TRUE(kept[47].match);
  EXPECT_EQ(kept[48].text.size(), 104u);
  EXPECT_FALSE(kept[48].match);
}

}  // namespace
}  // namespace signpost
