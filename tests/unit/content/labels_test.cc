#include "content/labels.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Labels, AdmonitionsAreOfFiveKinds) {
  for (const char* marker : {"NOTE", "tip", "Important", "WARNING", "caution"}) {
    ASSERT_TRUE(find_admonition(marker, "en")) << marker;
  }
  EXPECT_EQ(find_admonition("Danger", "en")->name, "caution");
  EXPECT_EQ(find_admonition("danger", "ko")->label, "위험");
  EXPECT_EQ(admonition_of("danger", "en").label, "Danger");
  EXPECT_EQ(admonition_of("big-news", "en").label, "Big news");
  EXPECT_EQ(admonition_of("big-news", "en").name, "note");
  EXPECT_EQ(admonition_of("", "ja").label, "補足");
  EXPECT_FALSE(find_admonition("CALLOUT", "en"));
  EXPECT_FALSE(find_admonition("", "en"));
  EXPECT_EQ(find_admonition("note", "en")->name, "note");
  EXPECT_EQ(find_admonition("NOTE", "ko")->label, "참고");
  EXPECT_EQ(find_admonition("WARNING", "ja")->label, "注意");
  EXPECT_EQ(find_admonition("TIP", "fr")->label, "Tip");
}

TEST(Labels, AnswersNameTheirAuthor) {
  EXPECT_EQ(answer_heading("Kim", "en"), "Answer by Kim");
  EXPECT_EQ(answer_heading("Kim", "ko"), "Kim 님의 답변");
  EXPECT_EQ(answer_heading("Kim", "ja"), "Kimさんの回答");
  EXPECT_EQ(answer_heading("", "en"), "Answer");
}

}  // namespace
}  // namespace signpost
