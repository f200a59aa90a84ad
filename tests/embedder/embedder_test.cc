// embedder_test.cc - the Embedder class against a real server with a real model: what means the same in three
// languages is near. Run by tests/embedder/test, which starts the server.
#include "meaning/embedder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "meaning/embed_all.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

// What an article says, and what its reader asks in other words.
struct Topic {
  const char* passages[3];
  const char* questions[3];
};

constexpr const char* kLanguages[] = {"en", "ko", "ja"};
constexpr Topic kTopics[] = {
    {{"Reset your password. Choose Security in the settings and have a link sent to your e-mail address.",
      "비밀번호 재설정. 설정에서 보안을 선택하고 이메일로 링크를 받으세요.",
      "パスワードの再設定。設定でセキュリティを選び、メールでリンクを受け取ります。"},
     {"I forgot my login and can't get in", "로그인이 안 되고 암호를 잊어버렸어요",
      "ログインできない、暗証を忘れた"}},
    {{"Invoices. Every bill can be downloaded as a PDF from the page Billing.",
      "청구서. 모든 청구서는 결제 화면에서 PDF로 내려받을 수 있습니다.",
      "請求書。すべての請求書は、お支払いのページから PDF でダウンロードできます。"},
     {"where do I get a receipt for my payment", "결제 영수증은 어디서 받나요",
      "支払いの領収書はどこで入手できますか"}},
    {{"Delete your account. All of your data is erased for good after thirty days.",
      "계정 삭제. 30일이 지나면 모든 데이터가 완전히 지워집니다.",
      "アカウントの削除。30日後に、すべてのデータが完全に消去されます。"},
     {"I want to leave and have everything about me removed", "탈퇴하고 제 정보를 모두 없애고 싶어요",
      "退会して、自分の情報をすべて消したい"}},
    {{"Printers. If nothing comes out of the printer, check the cable and install the driver again.",
      "프린터. 인쇄가 되지 않으면 케이블을 확인하고 드라이버를 다시 설치하세요.",
      "プリンター。印刷されないときは、ケーブルを確認してドライバーを入れ直します。"},
     {"no paper comes out when I print", "인쇄를 눌러도 종이가 나오지 않아요", "印刷しても紙が出てこない"}},
};

Embedder real_embedder() {
  const char* url = std::getenv("SIGNPOST_EMBEDDER_URL");
  EXPECT_NE(url, nullptr) << "tests/embedder/test starts this program";
  return Embedder(
      {url == nullptr ? "http://127.0.0.1:1" : url, "", {true, "e5-passage", "e5-query", "", ""}});
}

std::vector<std::vector<float>> vectors_of(TextKind kind, const std::vector<std::string>& texts) {
  BatchLimits limits;
  limits.texts = 5;  // so that there are several
  const EmbeddedTexts embedded = embed_all(real_embedder(), kind, texts, limits);
  EXPECT_EQ(embedded.error, "");
  std::vector<std::vector<float>> vectors;
  for (const auto& vector : embedded.vectors) vectors.push_back(dequantize(vector.value()));
  return vectors;
}

// Of the passages in one language, the topic of the nearest.
size_t nearest_topic(const std::vector<std::vector<float>>& passages, size_t language,
                     const std::vector<float>& vector) {
  std::vector<float> cosines;
  for (size_t topic = 0; topic < std::size(kTopics); ++topic) {
    const std::vector<float>& passage = passages[topic * 3 + language];
    cosines.push_back(std::inner_product(passage.begin(), passage.end(), vector.begin(), 0.0F));
  }
  return static_cast<size_t>(std::max_element(cosines.begin(), cosines.end()) - cosines.begin());
}

TEST(RealEmbedder, FindsWhatMeansTheSame) {
  std::vector<std::string> passages;
  std::vector<std::string> questions;
  for (const Topic& topic : kTopics) {
    passages.insert(passages.end(), std::begin(topic.passages), std::end(topic.passages));
    questions.insert(questions.end(), std::begin(topic.questions), std::end(topic.questions));
  }
  const auto texts = vectors_of(TextKind::passage, passages);
  const auto asked = vectors_of(TextKind::query, questions);
  ASSERT_THAT(texts, SizeIs(12));
  ASSERT_THAT(asked, SizeIs(12));
  for (size_t i = 0; i < 12; ++i) {
    EXPECT_EQ(nearest_topic(texts, i % 3, asked[i]), i / 3) << questions[i];
    for (size_t language = 0; language < 3; ++language) {
      EXPECT_EQ(nearest_topic(texts, language, texts[i]), i / 3)
          << passages[i] << " in " << kLanguages[language];
    }
  }
}

TEST(RealEmbedder, RefusesAModelThatItDoesNotHave) {
  const char* url = std::getenv("SIGNPOST_EMBEDDER_URL");
  ASSERT_NE(url, nullptr);
  const Embedder embedder({url, "", {true, "no-such-model", "", "", ""}});
  const EmbeddedTexts embedded = embed_all(embedder, TextKind::query, std::vector<std::string>{"a"});
  EXPECT_THAT(embedded.error, HasSubstr("answered 404: 'model' must be e5-query or e5-passage"));
}

}  // namespace
}  // namespace signpost
