// account_questions_test.cc - which questions no article can answer, in tables, and that titles of articles
// and golden queries are none of them.
#include "answer/account_questions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace signpost {

void PrintTo(AccountQuestion question, std::ostream* out) {
  constexpr const char* kNames[] = {"no", "weak", "certain"};
  *out << kNames[static_cast<size_t>(question)];
}

namespace {

using enum AccountQuestion;
namespace fs = std::filesystem;

struct Case {
  const char* text;
  AccountQuestion want;
};

template <size_t n>
void expect_all(const Case (&cases)[n], const char* lang) {
  for (const auto& [text, want] : cases) {
    // Whoever asks may read pages of another language.
    for (const char* page : {lang, "fr", ""}) {
      EXPECT_EQ(is_account_question(text, page, AnswerSettings()), want) << text << " (" << page << ")";
    }
  }
}

TEST(AccountQuestions, InEnglish) {
  expect_all(
      {
          {"Where is my invoice?", certain},
          {"where's my order", certain},
          {"I was charged twice", certain},
          {"Why have I been charged for a plan I don't use?", certain},
          {"you charged me twice this month", certain},
          {"cancel my order", certain},
          {"please cancel my subscription", certain},
          {"my parcel hasn't come", certain},
          {"My package never arrived", certain},
          {"the parcel hasn’t arrived", certain},
          {"I haven't received my refund yet", certain},
          {"can't log in to my account", certain},
          {"my account has been suspended", certain},
          {"why is our account locked?", certain},
          {"somebody hacked my account", certain},
          {"When will my last order be delivered?", certain},
          {"what is the status of my March invoice", certain},
          {"please refund the payment I made yesterday", certain},
          {"Could you resend our receipt?", certain},
          {"change the address on my booking", certain},
          {"my payment failed", certain},
          {"is my subscription still active?", certain},
          {"MY CREDIT CARD WAS CHARGED TWICE!!!", certain},
          {"i want a refund please", certain},
          {"How do I cancel my subscription?", weak},
          {"can I get a copy of my invoice", weak},
          {"where do I find my receipts", weak},
          {"delete my account", weak},
          {"I can't log in", weak},
          {"I forgot my password", weak},
          {"what does my plan include?", no},
          {"change my payment method", weak},
          {"I need a copy of invoice 4711", weak},
          {"why was the payment declined", weak},
          {"the parcel had the wrong item in it", certain},
          {"Can't sign in to desktop apps", no},
          {"track order", no},
          {"where is the refund", weak},
          {"charged twice", weak},
          {"how do I let visitors cancel an order", no},
          {"How do invoices work?", no},
          {"how do I reset a password", no},
          {"How do I reset my password?", no},
          {"Pay by invoice", no},
          {"Refunds", no},
          {"What payment methods do you accept?", no},
          {"how long does delivery take", no},
          {"when is the order of my articles changed", no},
          {"my articles are in the wrong order", no},
          {"why does my search show old results", no},
          {"my docker package does not start", no},
          {"I can't install the package on our server", no},
          {"my change does not show", no},
          {"How do I set up my profile picture?", no},
          {"What is my disk quota?", no},
          {"account settings", no},
          {"log in with SSO", no},
          {"can customers see their invoices?", no},
          {"my users were charged twice", no},
          {"please wait while we process the payment", no},
          {"order confirmation template", no},
          {"Can you cancel an order after it has shipped?", no},
          {"", no},
          {"???", no},
      },
      "en");
}

TEST(AccountQuestions, InKorean) {
  expect_all(
      {
          {"내 주문 환불해 주세요", certain},
          {"주문 취소해 주세요", certain},
          {"주문취소해주세요", certain},
          {"결제가 두 번 됐어요", certain},
          {"결제가두번됐어요", certain},
          {"카드가 이중 결제 됐습니다", certain},
          {"요금이 두 번 청구됐는데 확인해 주세요", certain},
          {"제 계정이 정지됐어요", certain},
          {"계정이 해킹당한 것 같아요", certain},
          {"내 계정에 로그인이 안 돼요", certain},
          {"주문한 상품이 안 와요", certain},
          {"택배가 아직 안 왔어요", certain},
          {"환불금을 못 받았어요", certain},
          {"제 청구서 어디 있나요", certain},
          {"세금계산서 재발행 부탁드립니다", certain},
          {"영수증 다시 보내 주세요", certain},
          {"회원 탈퇴 처리해 주세요", certain},
          {"우리 회사 구독 언제 끝나요?", certain},
          {"저희 구독 해지 부탁드려요", certain},
          {"내 예약 변경하고 싶어요", certain},
          {"받은 물건이 파손됐어요", certain},
          {"통장에서 돈이 빠져나갔어요", certain},
          {"제 지난달 청구서", certain},
          {"반품 접수해 주시겠어요? 물건 돌려보내고 싶어요", certain},
          {"회원탈퇴", weak},
          {"구독 해지하고 싶어요", weak},
          {"환불받고 싶어요", weak},
          {"환불 언제 돼요?", weak},
          {"택배 어디쯤 왔어요", weak},
          {"로그인이 안 돼요", weak},
          {"비밀번호를 잊어버렸어요", weak},
          {"내 주문은 어떻게 취소하나요?", weak},
          {"주문 취소 방법 알려 주세요", weak},
          {"결제가 안 돼요", weak},
          {"청구서 금액이 이상해요", weak},
          {"배송지 바꿔 주세요", weak},
          {"카드가 두 번 긁혔어요", certain},
          {"다른 상품이 왔어요", certain},
          {"구독 해지하면 데이터가 삭제되나요", no},
          {"결제 수단을 변경해 주세요", weak},
          {"청구서로 결제하기", no},
          {"요금제 바꾸기", no},
          {"환불 정책", no},
          {"배송 기간", no},
          {"주문은 어떻게 하나요?", no},
          {"비밀번호를 재설정하는 방법", no},
          {"방문자가 주문을 취소하게 하려면", no},
          {"고객이 결제를 두 번 했어요", no},
          {"글을 삭제하고 싶어요", no},
          {"수정한 내용이 안 보여요", no},
          {"색인에서 글이 빠졌어요 확인해 주세요", no},
          {"내용을 어떻게 바꾸나요", no},
          {"제목이 안 나와요", no},
          {"결제 수단에는 무엇이 있나요", no},
          {"개인정보", no},
          {"서버 요금이 얼마인가요", no},
          {"번역을 요청해 주세요", no},
          {"계정", no},
      },
      "ko");
}

TEST(AccountQuestions, InJapanese) {
  expect_all(
      {
          {"請求書を再発行してほしい", certain},
          {"請求書を再発行してください", certain},
          {"領収書を送っていただけますか", certain},
          {"私の注文はどこですか", certain},
          {"私の先週の注文をキャンセルしたい", certain},
          {"注文をキャンセルしてください", certain},
          {"注文した商品がまだ届かない", certain},
          {"荷物が届いていません", certain},
          {"返金をお願いします。商品を返品したいです", certain},
          {"返金してほしい", certain},
          {"二重に請求されました", certain},
          {"クレジットカードに身に覚えのない料金が請求されています", certain},
          {"2回決済されてしまいました", certain},
          {"アカウントが停止されました", certain},
          {"アカウントを乗っ取られました", certain},
          {"私のアカウントにログインできない", certain},
          {"弊社の契約を変更したい", certain},
          {"届いた商品が壊れていました", certain},
          {"予約の取り消しをお願いします", certain},
          {"定期購入を停止してください", certain},
          {"違う商品が届きました", certain},
          {"会費が二回引き落とされました", certain},
          {"先月の請求書を再送してもらえますか", certain},
          {"荷物が届かない", weak},
          {"解約したい", weak},
          {"退会したいです", weak},
          {"返金したい", weak},
          {"注文をキャンセルしたい", weak},
          {"ログインできない", weak},
          {"パスワードを忘れました", weak},
          {"私の注文をキャンセルするには", weak},
          {"請求書の再発行の方法を教えてください", weak},
          {"返金はいつ届きますか", weak},
          {"二重に請求された場合", weak},
          {"請求書払いにする", no},
          {"プランを変更する", no},
          {"解約するには", no},
          {"退会の手順", no},
          {"返金ポリシー", no},
          {"支払い方法", no},
          {"支払い方法には何がありますか", no},
          {"荷物が届かない場合", no},
          {"ログインできない場合", no},
          {"お客様が注文をキャンセルできるようにするには", no},
          {"ユーザーが二重に請求されました", no},
          {"記事を削除してください", no},
          {"記事が表示されない", no},
          {"注文の並び順を変えたい", no},
          {"個人情報を消してほしい", no},
          {"変更が反映されない", no},
          {"配送にかかる日数", no},
          {"テンプレートを変更してほしい", no},
          {"アカウント", no},
          {"カードから二回引かれています", certain},
          {"領収書をもらえますか", weak},
          {"返金がまだです", certain},
          {"請求金額が間違っている", weak},
          {"解約後のデータはどうなりますか", no},
          {"テンポイントの葬儀はどこで行われましたか", no},
          {"プランを変更したい", no},
      },
      "ja");
}

// A sentence of somebody's own page, not of their account.
TEST(AccountQuestions, TitlesOfArticlesAreNone) {
  size_t titles = 0;
  for (const auto& entry : fs::recursive_directory_iterator(SIGNPOST_SOURCE_DIR "/articles")) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("title: ") && !line.starts_with("# ") && !line.starts_with("## ")) continue;
      ++titles;
      EXPECT_EQ(is_account_question(line.substr(line.find(' ') + 1), "", AnswerSettings()), no)
          << entry.path() << ": " << line;
    }
  }
  EXPECT_GT(titles, 300u);
}

TEST(AccountQuestions, GoldenQueriesAreNone) {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/articles/queries.yaml");
  size_t queries = 0;
  for (std::string line; std::getline(file, line);) {
    const size_t begin = line.find("{ q: ");
    const size_t end = line.find(", lang:");
    if (begin == std::string::npos || end == std::string::npos) continue;
    ++queries;
    EXPECT_EQ(is_account_question(line.substr(begin + 5, end - begin - 5), "", AnswerSettings()), no) << line;
  }
  EXPECT_GT(queries, 200u);
}

TEST(AccountQuestions, TheSiteAddsPhrasesOfItsOwn) {
  AnswerSettings settings;
  settings.account = {{"en", {"seat change", "boarding pass"}}, {"ko", {"좌석 변경"}}, {"", {"PNR"}}};
  const struct {
    const char* lang;
    const char* text;
    AccountQuestion want;
  } kCases[] = {
      {"en", "Can I change seats on the flight?", certain},
      {"en-GB", "seat changes", certain},
      {"en", "change of address", no},
      {"ko", "좌석을 변경하려면", certain},
      {"ko", "seat change", no},
      {"ja", "pnr を忘れた", certain},
      {"", "lost boarding pass", certain},
  };
  for (const auto& [lang, text, want] : kCases)
    EXPECT_EQ(is_account_question(text, lang, settings), want) << text;
}

TEST(AccountQuestions, AnyTextHasAnAnswer) {
  std::string long_text;
  for (int i = 0; i < 2000; ++i) long_text += "내 my 私の ";
  for (const std::string& text : {long_text, std::string("\xff\xfe my \xc3"), std::string(3, '\0'),
                                  std::string("my"), std::string("my "), std::string("私の")})
    EXPECT_EQ(is_account_question(text, "en", AnswerSettings()), no);
}

}  // namespace
}  // namespace signpost
