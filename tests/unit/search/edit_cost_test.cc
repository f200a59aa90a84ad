// edit_cost_test.cc - how far words lie from each other, in letters and in what goes wrong.
#include "search/edit_cost.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "index/word_list.h"

namespace signpost {
namespace {

TEST(EditDistance, CountsTranspositionsAsOne) {
  EXPECT_EQ(edit_distance(U"install", U"install", 2), 0);
  EXPECT_EQ(edit_distance(U"instal", U"install", 2), 1);
  EXPECT_EQ(edit_distance(U"isntall", U"install", 2), 1);
  EXPECT_EQ(edit_distance(U"inztoll", U"install", 2), 2);
  EXPECT_EQ(edit_distance(U"abcdef", U"uvwxyz", 2), 3);  // more than the limit
  EXPECT_EQ(edit_distance(U"ca", U"abc", 3), 3);         // optimal string alignment, not full Damerau
  EXPECT_EQ(edit_distance(U"비밀번호", U"비밀변호", 2), 1);
}

TEST(EditCost, IsLowerForWhatGoesWrongOften) {
  struct Pair {
    const char* typed;
    const char* meant;
    int want;
  };
  const Pair cases[] = {
      {"install", "install", 0},
      {"instal", "install", 4},  // doubled
      {"refferer", "referer", 4},
      {"isntall", "install", 7},    // in the wrong order
      {"seperate", "separate", 5},  // a vowel for another
      {"definately", "definitely", 5},
      {"envirnment", "environment", 8},
      {"lisense", "license", 6},    // sounds alike
      {"skedule", "schedule", 11},  // c and k, and a silent h
      {"fone", "phone", 16},        // the first letter too
      {"abcdef", "uvwxyz", 21},     // over the limit
      {"inxtall", "install", 6},
      {"kelp", "help", 15},
      {"param\u00e8tre", "parametre", 0},  // accents say nothing
      {"\u03bb\u03ac\u03b8\u03bf\u03c2", "\u03bb\u03b1\u03b8\u03bf\u03c2", 0},
      {"\u043f\u0430\u0440\u043e\u043b", "\u043f\u0430\u0440\u043e\u043b\u044c", 10},
      {"", "", 0},
      {"", "a", 21},
  };
  for (const Pair& c : cases)
    EXPECT_EQ(EditCost(c.typed).to(c.meant, 20), c.want) << c.typed << " " << c.meant;
  const std::string longer(70, 'a');
  EXPECT_EQ(EditCost(longer).to(longer + "a", 20), 21);  // no word is so long
}

// Words of few letters, so that everything that has a cost of its own comes up.
TEST(EditCost, IsTheSameForAnyLimitAndNoLessThanTheLettersTell) {
  std::mt19937 random(11);
  const auto word = [&random] {
    std::string out;
    for (auto length = 1 + random() % 9; length > 0; --length) out += "aehkgnwrqudcs"[random() % 13];
    return out;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string typed = word();
    const std::string meant = word();
    const EditCost cost_from(typed);
    const int whole = cost_from.to(meant, 1000);
    EXPECT_LE(cost_from.least(meant, letter_set(meant), 1000), whole) << typed << " " << meant;
    for (const int limit : {5, 10, 18, 26, 36})
      EXPECT_EQ(cost_from.to(meant, limit), std::min(whole, limit + 1))
          << typed << " " << meant << " " << limit;
  }
  const auto least = [](const char* typed, const char* meant, int limit) {
    return EditCost(typed).least(meant, letter_set(meant), limit);
  };
  EXPECT_EQ(least("help", "kelp", 20), 10);
  EXPECT_EQ(least("port", "pons", 20), 20);
  EXPECT_EQ(least("port", "pons", 8), 9);
  EXPECT_EQ(least("etat", "\u00e9tat", 20), 0);
}

}  // namespace
}  // namespace signpost
