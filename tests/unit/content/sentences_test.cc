// sentences_test.cc - what ends a sentence, in many languages, and what only looks like it.
#include "content/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

using Texts = std::vector<std::string>;

Texts texts_of(std::string_view text) {
  Texts out;
  for (const auto& [begin, end] : sentences(text)) out.emplace_back(text.substr(begin, end - begin));
  return out;
}

TEST(Sentences, EndAtTheMarksOfTheirScript) {
  const struct {
    const char* in;
    Texts want;
  } cases[] = {
      {"Open the lid. Press it!  Does it work?", {"Open the lid.", "Press it!", "Does it work?"}},
      {"First line\nSecond line\r\n\r\n  Third  ", {"First line", "Second line", "Third"}},
      {"Wait... Then go on. Really?! Yes… No", {"Wait...", "Then go on.", "Really?!", "Yes…", "No"}},
      {"設定を開く。次に押す！終わり？はい", {"設定を開く。", "次に押す！", "終わり？", "はい"}},
      {"비밀번호를 잊었다. 다시 설정한다!", {"비밀번호를 잊었다.", "다시 설정한다!"}},
      {"재설정합니다.그리고 누릅니다.", {"재설정합니다.", "그리고 누릅니다."}},
      {"打开设置。点击“确定”。完成", {"打开设置。", "点击“确定”。", "完成"}},
      {"यह ठीक है। आगे बढ़ें॥ बस", {"यह ठीक है।", "आगे बढ़ें॥", "बस"}},
      {"یہ ٹھیک ہے۔ کیا ہوا؟ بس", {"یہ ٹھیک ہے۔", "کیا ہوا؟", "بس"}},
      {"هل نسيت؟ نعم. لا", {"هل نسيت؟", "نعم.", "لا"}},
      {"Pourquoi ? Parce que. Oui !", {"Pourquoi ?", "Parce que.", "Oui !"}},
      {"¿Por qué? Porque sí.", {"¿Por qué?", "Porque sí."}},
      {"論文である．次の文は１．５である．", {"論文である．", "次の文は１．５である．"}},
  };
  for (const auto& c : cases) EXPECT_EQ(texts_of(c.in), c.want) << c.in;
}

TEST(Sentences, HaveWhatClosesThem) {
  const struct {
    const char* in;
    Texts want;
  } cases[] = {
      {"He said \"Stop.\" Then he left. (It was late.) Good.",
       {"He said \"Stop.\"", "Then he left.", "(It was late.)", "Good."}},
      {"“Is it on?” Check it.", {"“Is it on?”", "Check it."}},
      {"“Is it on?” he asked.", {"“Is it on?” he asked."}},
      {"„Warum?“ fragte er. „Darum.“ Gut.", {"„Warum?“ fragte er.", "„Darum.“", "Gut."}},
      {"「開く。」と書く。「閉じる。」次へ", {"「開く。」と書く。", "「閉じる。」", "次へ"}},
      {"“네.”라고 답했다. 끝", {"“네.”라고 답했다.", "끝"}},
  };
  for (const auto& c : cases) EXPECT_EQ(texts_of(c.in), c.want) << c.in;
}

TEST(Sentences, GoOnBehindWhatOnlyLooksLikeAnEnd) {
  const char* const one[] = {
      "Use a tool, e.g. Docker, or i.e. Podman",
      "Ask Dr. Smith or Mrs. Jones of the U.S. Army",
      "Written by J. R. R. Tolkien",
      "Version 1.2.3 costs 3.50 at v2.0 of config.yml in .github and example.com/a?b=c!d",
      "See fig. 3, No. 5, p. 12 and approx. 40 of them",
      "apples, pears etc. are fruit",
      "It is a ? b : c in most languages",
      "1. Open the settings",
      "가. 설정을 연다",
      "z.B. Berlin oder ca. 5 Leute bzw. Gäste",
      "и т.е. Москва, см. Рис. 5",
      "If a != b then !important is npm run x.y",
  };
  for (const char* in : one) EXPECT_EQ(texts_of(in), Texts{in});
}

TEST(Sentences, KnowThatAWordIsNotAlwaysAnAbbreviation) {
  EXPECT_EQ(texts_of("Did it work? No. It did not."), (Texts{"Did it work?", "No.", "It did not."}));
  EXPECT_EQ(texts_of("It was so in 2019. The next year it was not."),
            (Texts{"It was so in 2019.", "The next year it was not."}));
  EXPECT_EQ(texts_of("먼저 저장할 것. 그리고 닫을 것."), (Texts{"먼저 저장할 것.", "그리고 닫을 것."}));
  EXPECT_EQ(texts_of("Use pears, plums etc. Then cook."), (Texts{"Use pears, plums etc.", "Then cook."}));
}

TEST(Sentences, AreFoundInWhatIsNoText) {
  EXPECT_THAT(sentences(""), ::testing::IsEmpty());
  EXPECT_THAT(sentences(" \n\t\n "), ::testing::IsEmpty());
  EXPECT_EQ(texts_of("..."), Texts{"..."});
  EXPECT_EQ(texts_of("\xFF\xFE. \xFF"), (Texts{"\xFF\xFE.", "\xFF"}));
  EXPECT_EQ(texts_of("。。\n。"), (Texts{"。。", "。"}));
}

}  // namespace
}  // namespace signpost
