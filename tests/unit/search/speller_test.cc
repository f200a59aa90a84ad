// speller_test.cc - which words of a list are taken for a misspelt one.
#include "search/speller.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "search/edit_cost.h"

namespace signpost {
namespace {

class SpellerTest : public ::testing::Test {
 protected:
  const std::string bytes_ = encode_words({{"centre", {20, false}},
                                           {"certificate", {9, true}},
                                           {"connection", {30, true}},
                                           {"form", {100, false}},
                                           {"from", {500, false}},
                                           {"help", {50, true}},
                                           {"instal", {1, false}},
                                           {"install", {40, true}},
                                           {"port", {10, false}},
                                           {"port1", {90, true}},
                                           {"porta2", {90, true}}});
  const WordList words_{bytes_};

  std::string best(std::string_view word) const {
    const auto corrections = correct_word(words_, word, 1);
    return corrections.empty() ? "" : corrections.front().word;
  }
};

TEST_F(SpellerTest, FindsTheLikeliestWord) {
  EXPECT_EQ(best("conection"), "connection");
  EXPECT_EQ(best("cnonection"), "connection");
  EXPECT_EQ(best("certifcate"), "certificate");
  EXPECT_EQ(best("insatll"), "install");
  EXPECT_EQ(best("instakl"), "install");  // not the rare "instal"
  EXPECT_EQ(best("halp"), "help");
  EXPECT_EQ(best("konektion"), "connection");  // as it sounds
  EXPECT_EQ(best("sertifikit"), "certificate");
  EXPECT_EQ(best("sentre"), "centre");          // a first letter that sounds alike
  EXPECT_EQ(best("gonnection"), "connection");  // and one that doesn't, with nothing else wrong
}

TEST_F(SpellerTest, LeavesShortWordsAndNumbersAlone) {
  EXPECT_EQ(best("hlp"), "");
  EXPECT_EQ(best("p0rt"), "");
  EXPECT_EQ(best("zzzzzzzz"), "");
  EXPECT_EQ(best("porta"), "port");  // and not "port1"
}

TEST_F(SpellerTest, IsAsLikelyAsFrequentAndNear) {
  EXPECT_GT(likelihood(100, false, 10), likelihood(10, false, 10));
  EXPECT_GT(likelihood(10, false, 4), likelihood(10, false, 10));
  EXPECT_GT(likelihood(10, true, 10), likelihood(10, false, 10));
  EXPECT_GT(likelihood(1000, false, 10), likelihood(1, false, 4));
  const auto corrections = correct_word(words_, "instll", 10);
  ASSERT_GE(corrections.size(), 2U);
  EXPECT_EQ(corrections[0].word, "install");
  EXPECT_EQ(corrections[0].info.frequency, 40U);
  EXPECT_EQ(corrections[1].word, "instal");
}

// What need not be compared is passed over, and never one that would be among the best.
TEST(Speller, FindsTheBestFewAsAmongAll) {
  std::mt19937 random(3);
  const auto some = [&random](uint32_t n) { return static_cast<uint32_t>(random()) % n; };
  std::map<std::string, WordInfo> made;
  while (made.size() < 3000) {
    std::string word;
    for (uint32_t i = 4 + some(5); i > 0; --i) word += "aeiorstnlcphd"[some(13)];
    made[word] = {1 + some(4) * some(400), some(3) == 0};
  }
  const std::vector<std::pair<std::string_view, WordInfo>> listed(made.begin(), made.end());
  const std::string bytes = encode_words(listed);
  const WordList words(bytes);
  for (uint32_t round = 0; round < 100; ++round) {
    std::string typed(words.word(some(words.size())));
    typed[some(static_cast<uint32_t>(typed.size()))] = "aeiou"[some(5)];
    const std::vector<Correction> all = correct_word(words, typed, SIZE_MAX);
    const std::vector<Correction> few = correct_word(words, typed, 3);
    ASSERT_EQ(few.size(), std::min<size_t>(3, all.size())) << typed;
    for (size_t i = 0; i < few.size(); ++i) EXPECT_EQ(few[i].word, all[i].word) << typed;
    std::vector<std::string> near;
    for (const Correction& c : all) {
      if (c.cost <= kEdit) near.push_back(c.word);
    }
    std::vector<std::string> asked;
    for (const Correction& c : correct_word(words, typed, SIZE_MAX, kEdit)) asked.push_back(c.word);
    EXPECT_EQ(asked, near) << typed;
  }
}

TEST_F(SpellerTest, SplitsWordsRunTogether) {
  const auto parts = split_word(words_, "helpcentre", 2);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->first, "help");
  EXPECT_EQ(parts->second, "centre");
  EXPECT_FALSE(split_word(words_, "helpzzz", 1));
}

}  // namespace
}  // namespace signpost
