// question_shape_test.cc - what questions ask for, and which texts have such a thing.
#include "answer/question_shape.h"

#include <gtest/gtest.h>

#include <vector>

namespace signpost {
namespace {

TEST(QuestionShape, IsReadFromTheQuestionWords) {
  const struct {
    const char* lang;
    const char* question;
    Asks want;
  } kCases[] = {
      {"en", "How many people may use it?", Asks::number},
      {"en", "What percentage of requests fails?", Asks::number},
      {"en-GB", "how long does it take", Asks::number},
      {"en", "In which year was it founded?", Asks::time},
      {"en", "When does it end?", Asks::time},
      {"en", "whenever it ends", Asks::anything},
      {"en", "Who wrote it?", Asks::name},
      {"en", "where is it kept?", Asks::name},
      {"en", "Why does it fail?", Asks::reason},
      {"en", "How do I install it?", Asks::way},
      {"en", "how to install it", Asks::way},
      {"en", "How does it work?", Asks::how},
      {"en", "show the log", Asks::anything},
      {"en", "What is a slug?", Asks::anything},
      {"ko", "언제 끝나나요?", Asks::time},
      {"ko", "몇 명까지 쓸 수 있나요?", Asks::number},
      {"ko", "누가 만들었나요?", Asks::name},
      {"ko", "왜 실패하나요?", Asks::reason},
      {"ko", "설치하려면?", Asks::way},
      {"ko", "슬러그란?", Asks::anything},
      {"ja", "何年にできましたか", Asks::time},
      {"ja", "上限は何件ですか", Asks::number},
      {"ja", "誰が書きましたか", Asks::name},
      {"ja", "なぜ失敗しますか", Asks::reason},
      {"ja", "設定の手順", Asks::way},
      {"ja", "どのように動きますか", Asks::how},
      {"ja", "スラッグとは", Asks::anything},
      {"de", "Wie viele?", Asks::anything},
  };
  for (const auto& [lang, question, want] : kCases) EXPECT_EQ(asks_for(question, lang), want) << question;
}

TEST(QuestionShape, KnowsQuestionsFromNamesOfThings) {
  const struct {
    const char* lang;
    const char* text;
    bool want;
  } kCases[] = {
      {"en", "invoice", false},
      {"en", "login page", false},
      {"en", "export", false},
      {"en", "what", false},
      {"en", "change my password", false},
      {"en", "invoice?", true},
      {"en", "What is a slug", true},
      {"en-GB", "can guests write", true},
      {"en", "how to install it", true},
      {"de", "Rechnung ändern", false},
      {"de", "kann ich die Rechnung ändern", true},
      {"ko", "청구서", false},
      {"ko", "설치하려면", true},
      {"ko", "슬러그란?", true},
      {"ja", "請求書", false},
      {"ja", "請求書を変更したい", true},
      {"ja", "スラッグとは？", true},
  };
  for (const auto& [lang, text, want] : kCases) EXPECT_EQ(is_question(text, lang), want) << text;
}

TEST(QuestionShape, ATextOffersWhatTheQuestionDoesNotHaveItself) {
  const struct {
    const char* lang;
    Asks asked;
    const char* question;
    const char* text;
    bool want;
  } kCases[] = {
      {"en", Asks::number, "How many seats?", "It has 12 seats.", true},
      {"en", Asks::number, "How many seats had it in 1990?", "In 1990 it had a few seats.", false},
      {"en", Asks::number, "How many seats?", "It has seven seats.", true},
      {"en", Asks::number, "How many seats?", "It has seats.", false},
      {"en", Asks::number, "how many of 1,200?", "Of 1,200 some.", false},
      {"en", Asks::time, "When did it end?", "It ended in May.", true},
      {"en", Asks::time, "When did it end?", "It ended.", false},
      {"en", Asks::name, "Who wrote it?", "It was written by Kim.", true},
      {"en", Asks::name, "Who wrote Hangul?", "They wrote Hangul.", false},
      {"en", Asks::reason, "Why?", "It fails because it is full.", true},
      {"en", Asks::reason, "Why?", "It fails.", false},
      {"en", Asks::way, "How do I?", "Anything.", true},
      {"ko", Asks::number, "몇 명?", "최대 12명입니다.", true},
      {"ko", Asks::number, "몇 명?", "사람이 많습니다.", false},
      {"ko", Asks::reason, "왜?", "가득 찼기 때문입니다.", true},
      {"ja", Asks::number, "何人?", "最大で十二人です。", true},
      {"ja", Asks::number, "何人?", "人が多いです。", false},
      {"ja", Asks::time, "いつ?", "２０１５年です。", true},
      {"ja", Asks::name, "誰?", "山田です。", true},
      {"fr", Asks::number, "Combien?", "Rien.", true},
  };
  for (const auto& [lang, asked, question, text, want] : kCases)
    EXPECT_EQ(offers(text, asked, question, lang), want) << question << " | " << text;
}

TEST(QuestionShape, WhereATextOffersItIsTold) {
  const struct {
    const char* lang;
    Asks asked;
    const char* question;
    const char* text;
    std::vector<uint32_t> want;
  } kCases[] = {
      {"en", Asks::number, "How many seats?", "It has 12 seats, 1,500 doors and two keys.", {7, 17, 33}},
      {"en", Asks::number, "How many of two?", "Two of 3.", {7}},
      {"en", Asks::time, "When did it end?", "It ended on 4 May.", {12, 14}},
      {"en", Asks::name, "Who met Kim?", "Kim met Lee in Seoul. They ate.", {8, 15}},
      {"en", Asks::reason, "Why 12?", "Because of 13.", {}},
      {"ko", Asks::number, "몇 명?", "최대 12명입니다.", {7}},
      {"ko", Asks::name, "누구?", "Kim met Lee.", {}},
      {"fr", Asks::number, "Combien?", "Il y en a 12.", {10}},
      {"en", Asks::anything, "What?", "12 Kims", {}},
  };
  for (const auto& [lang, asked, question, text, want] : kCases)
    EXPECT_EQ(offered_places(text, asked, question, lang), want) << question << " | " << text;
}

}  // namespace
}  // namespace signpost
