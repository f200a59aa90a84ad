#include "answer/word_patterns.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(WordPatterns, AQuestionIsForWhatIsCalledLikeIt) {
  EXPECT_TRUE(is_question_for("How do I add an image?", "Add an image", "en"));
  EXPECT_TRUE(is_question_for("how are images deleted", "Deleting an image", "en"));
  EXPECT_TRUE(is_question_for("画像を追加するにはどうすればいいですか", "画像を追加", "ja"));
  EXPECT_TRUE(is_question_for("画像を追加するにはどうすればいいですか？", "画像を追加", "ja"));
  EXPECT_TRUE(is_question_for("画像を消すにはどうすればいいですか？", "画像を消す", "ja"));
  EXPECT_TRUE(is_question_for("이미지 추가", "이미지 추가", "ko"));
  EXPECT_TRUE(is_question_for("이미지 추가 방법을 알려주세요", "이미지 추가", "ko"));
  EXPECT_TRUE(is_question_for("이미지를 추가하는 방법을 알려주세요.", "이미지 추가하기", "ko"));
}

TEST(WordPatterns, AQuestionWithMoreOrLessIsNot) {
  EXPECT_FALSE(is_question_for("How do I add an image to a table?", "Add an image", "en"));
  EXPECT_FALSE(is_question_for("How do I add it?", "Add an image", "en"));
  EXPECT_FALSE(is_question_for("how do i", "How do I", "en"));
  EXPECT_FALSE(is_question_for("", "", "en"));
  EXPECT_FALSE(is_question_for("方法", "方法", "ja"));
  EXPECT_FALSE(is_question_for("画像を消すにはどうすればいいですか？", "画像を戻す", "ja"));
  EXPECT_FALSE(is_question_for("画像を消すにはどうすればいいですか？", "画像", "ja"));
  EXPECT_FALSE(is_question_for("印刷する方法", "印刷できない", "ja"));
  EXPECT_FALSE(is_question_for("표에 이미지 추가 방법을 알려주세요", "이미지 추가", "ko"));
}

}  // namespace
}  // namespace signpost
