#include "insights/query_text.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(QueryText, IsTheSameForWhatDiffersLittle) {
  struct {
    std::string typed, kept;
  } cases[] = {
      {"  Refund   Policy ", "refund policy"},
      {"ＲＥＦＵＮＤ", "refund"},
      {"Straße", "strasse"},
      {"환불\t방법", "환불 방법"},
      {"café", "café"},
      {"   ", ""},
      {"", ""},
  };
  for (const auto& [typed, kept] : cases) EXPECT_EQ(normalised_query(typed), kept) << typed;
}

TEST(QueryText, HasNothingThatNobodyMeantToLeave) {
  EXPECT_EQ(normalised_query("Invoice for Anna@Example.com"), "invoice for [e-mail]");
  EXPECT_EQ(normalised_query("call +49 30 1234567"), "call [phone]");
}

TEST(QueryText, IsNoStory) {
  std::string text = "it";
  while (text.size() + 3 <= kMostQueryBytes) text += " is";
  EXPECT_EQ(normalised_query(text), text);
  EXPECT_EQ(normalised_query(text + " not"), kLongQuery);
}

TEST(QueryText, IsTextWhateverWasTyped) {
  EXPECT_EQ(normalised_query("a\xFF\xFE"
                             "b"),
            "a\xEF\xBF\xBD\xEF\xBF\xBD"
            "b");
}

}  // namespace
}  // namespace signpost
