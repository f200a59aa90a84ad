// interface_words_test.cc - the words of web/i18n that are compiled in.
#include "content/interface_words.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(InterfaceWords, AreThereInEveryLanguage) {
  for (const char* key : {"content_note", "content_tip", "content_important", "content_warning",
                          "content_caution", "content_table", "content_task_done", "content_task_open",
                          "content_video", "content_footnote_back", "content_answer", "content_answer_by"}) {
    EXPECT_NE(interface_word(key, "en"), key);
    for (const char* lang : {"ko", "ja"})
      EXPECT_NE(interface_word(key, lang), interface_word(key, "en")) << key << lang;
  }
}

TEST(InterfaceWords, AreEnglishWhereThereIsNoLanguage) {
  EXPECT_EQ(interface_word("content_note", "fr"), "Note");
  EXPECT_EQ(interface_word("content_note", ""), "Note");
  EXPECT_EQ(interface_word("content_nothing", "ko"), "content_nothing");
  EXPECT_EQ(interface_word("home", "en"), "home");  // the service's own are not compiled in
}

TEST(InterfaceWords, TakeAValueAsItIs) {
  EXPECT_EQ(interface_words_with("content_answer_by", "en", "{author}"), "Answer by {author}");
  EXPECT_EQ(interface_words_with("content_answer_by", "ja", "Kim"), "Kimさんの回答");
  EXPECT_EQ(interface_words_with("content_answer_by", "ko", "a {b} c."), "a {b} c. 님의 답변");
}

}  // namespace
}  // namespace signpost
