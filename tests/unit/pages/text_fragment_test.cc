// text_fragment_test.cc - the address that has a browser mark a quotation.
#include "pages/text_fragment.h"

#include <gtest/gtest.h>

#include "base/percent.h"

namespace signpost {
namespace {

Quotation quotation(AnswerKind kind, const char* text, const char* anchor = "steps") {
  Quotation made;
  made.kind = kind;
  made.text = text;
  made.source.id = "a";
  made.source.url = "/en/articles/a";
  made.source.anchor = anchor;
  return made;
}

TEST(TextFragment, NamesAShortQuotationInFullAndALongOneByItsEnds) {
  struct Case {
    AnswerKind kind;
    const char* text;
    const char* want;  // behind ":~:text=", decoded
  };
  const Case cases[] = {
      {AnswerKind::passage, "You need 4 GB of memory.", "You need 4 GB of memory."},
      {AnswerKind::passage,
       "The service listens on port 8080 of this machine alone, unless an address is given. Another one is "
       "given "
       "with the option for it, as the table below says.",
       "The service listens on port 8080 of this,option for it, as the table below says."},
      {AnswerKind::steps, "Open the installer.\nFollow the steps.\nStart the app again.",
       "Open the installer.,Start the app again."},
      // Each cell is a block; empty ones are none.
      {AnswerKind::table_row, "--port | number | 8080 | ", "--port,8080"},
      {AnswerKind::table_row, "one", "one"},
      {AnswerKind::passage,
       "비밀번호를 잊었다면 로그인 화면에서 재설정 링크를 누르고 받은 메일의 안내를 따라 새로운 비밀번호를 "
       "두 번 입력합니다.",
       "비밀번호를 잊었다면 로그인 화면에서,비밀번호를 두 번 입력합니다."},
      {AnswerKind::passage,
       "検索は入力した言葉を含む記事を、言葉の位置と数で順位を付けて表示します。見つからないときは、似た言葉"
       "を探します。",
       "検索は入力した言葉を含む記事を、,見つからないときは、似た言葉を探します。"},
      // No place to divide it.
      {AnswerKind::passage, "東京都千代田区霞が関一丁目二番三号合同庁舎第四号館地下一階東側通路奥窓口",
       "東京都千代田区霞が関一丁目二番三号合同庁舎第四号館地下一階東側通路奥窓口"},
      {AnswerKind::passage, " \n", ""},
  };
  for (const Case& test : cases) {
    const std::string place = place_of_quotation(quotation(test.kind, test.text));
    const std::string want(test.want);
    const std::string start = "/en/articles/a#steps";
    ASSERT_EQ(place.substr(0, start.size()), start);
    EXPECT_EQ(percent_decode(place.substr(start.size())), want.empty() ? "" : ":~:text=" + want) << test.text;
  }
}

// A dash, a comma and an ampersand would divide the directive.
TEST(TextFragment, EncodesWhatHasAMeaningThere) {
  EXPECT_EQ(place_of_quotation(quotation(AnswerKind::code, "a-b, c&d#e 설", "")),
            "/en/articles/a#:~:text=a%2Db%2C%20c%26d%23e%20%EC%84%A4");
  EXPECT_EQ(place_of_quotation(quotation(AnswerKind::code, "x", "설치")),
            "/en/articles/a#%EC%84%A4%EC%B9%98:~:text=x");
}

}  // namespace
}  // namespace signpost
