#include "content/cjk_emphasis.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "content/markdown_tree.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

struct EmphasisCase {
  std::string in;
  std::string want;
};

void expect_html(const std::vector<EmphasisCase>& cases) {
  for (const auto& [in, want] : cases) EXPECT_EQ(testing::html_of(in), want + "\n") << in;
}

// Regression: a mark between punctuation and a letter stayed a mark, on half of the pages of Korean help
// centres.
TEST(CjkEmphasis, EndsBeforeAParticle) {
  expect_html({
      {"**저장(Save)**을 누르세요.", "<p><strong>저장(Save)</strong>을 누르세요.</p>"},
      {"**\"확인\"**을 고릅니다.", "<p><strong>&quot;확인&quot;</strong>을 고릅니다.</p>"},
      {"*저장(Save)*을", "<p><em>저장(Save)</em>을</p>"},
      {"***저장(Save)***을", "<p><em><strong>저장(Save)</strong></em>을</p>"},
      {"~~저장(Save)~~을", "<p><del>저장(Save)</del>을</p>"},
      {"__저장(Save)__을", "<p><strong>저장(Save)</strong>을</p>"},
      {"__저장__을", "<p><strong>저장</strong>을</p>"},
      {"_저장(Save)_을", "<p><em>저장(Save)</em>을</p>"},
      {"**`저장`**을", "<p><strong><code>저장</code></strong>을</p>"},
      {"**[저장](https://a.example/)**을",
       "<p><strong><a href=\"https://a.example/\" rel=\"noopener\">저장</a></strong>을</p>"},
      {"**<kbd>Enter</kbd>**를", "<p><strong><kbd>Enter</kbd></strong>를</p>"},
      {"**50%**로 **저장.**그리고", "<p><strong>50%</strong>로 <strong>저장.</strong>그리고</p>"},
      {"**重要。**次に", "<p><strong>重要。</strong>次に</p>"},
      {"**重要。**Next", "<p><strong>重要。</strong>Next</p>"},
      {"**注意：**请先保存", "<p><strong>注意：</strong>请先保存</p>"},
      {"**가 *나(다)* 라(마)**바", "<p><strong>가 <em>나(다)</em> 라(마)</strong>바</p>"},
      {"**가 *나(다)***라", "<p><strong>가 <em>나(다)</em></strong>라</p>"},
      {"**`class`***이름*", "<p><strong><code>class</code></strong><em>이름</em></p>"},
      {"**_가(나)_**다", "<p><strong><em>가(나)</em></strong>다</p>"},
  });
}

// Regression: a mark in an address was taken for the partner of one in the text, and the address got a space.
TEST(CjkEmphasis, LeavesAddressesAlone) {
  expect_html({
      {"[가](https://a.example/**b_) 나**다(라)**마",
       "<p><a href=\"https://a.example/**b_\" rel=\"noopener\">가</a> 나<strong>다(라)</strong>마</p>"},
      {"**가(나)[다](https://a.example/(**)x)**라",
       "<p><strong>가(나)<a href=\"https://a.example/(**)x\" rel=\"noopener\">다</a></strong>라</p>"},
      {"<kbd title=\"**\">가</kbd> **나(다)**라",
       "<p><kbd title=\"**\">가</kbd> <strong>나(다)</strong>라</p>"},
      {"가 <b **나(다)**라", "<p>가 &lt;b <strong>나(다)</strong>라</p>"},
  });
}

TEST(CjkEmphasis, BeginsAfterALetter) {
  expect_html({
      {"ここで**「保存」**を押します。", "<p>ここで<strong>「保存」</strong>を押します。</p>"},
      {"ここで__「保存」__を", "<p>ここで<strong>「保存」</strong>を</p>"},
      {"这是**“重点”**内容", "<p>这是<strong>“重点”</strong>内容</p>"},
      {"これは*重要(A)*です", "<p>これは<em>重要(A)</em>です</p>"},
      {"Click**「保存」**now", "<p>Click<strong>「保存」</strong>now</p>"},
      {"메뉴**`저장`**을", "<p>메뉴<strong><code>저장</code></strong>을</p>"},
      {"파일**(.md)** 목록", "<p>파일<strong>(.md)</strong> 목록</p>"},
  });
}

TEST(CjkEmphasis, WorksInEveryBlock) {
  expect_html({
      {"> - **가(나)**다\n>   **라(마)**바",
       "<blockquote>\n<ul>\n<li><strong>가(나)</strong>다\n"
       "<strong>라(마)</strong>바</li>\n</ul>\n</blockquote>"},
      {"가\n\n## **나(다)**라", "<p>가</p>\n<h2 id=\"나다라\"><strong>나(다)</strong>라</h2>"},
      {"**첫 줄\n(둘째)**는", "<p><strong>첫 줄\n(둘째)</strong>는</p>"},
  });
  const std::string table = testing::html_of("| 가 | 나 |\n|---|---|\n| **다(라)**를 | a** |\n");
  EXPECT_NE(table.find("<td><strong>다(라)</strong>를</td>\n<td>a**</td>"), std::string::npos) << table;
}

TEST(CjkEmphasis, LeavesWhatIsNoEmphasis) {
  expect_html({
      {"\\*\\*저장(Save)\\*\\*을", "<p>**저장(Save)**을</p>"},
      {"`**저장(Save)**을`", "<p><code>**저장(Save)**을</code></p>"},
      {"가격(원)*은 수량(개)*을", "<p>가격(원)*은 수량(개)*을</p>"},
      {"2*3(개)*4는", "<p>2*3(개)*4는</p>"},
      {"월(1)~금(5)~토", "<p>월(1)~금(5)~토</p>"},
      {"파일_이름_목록(a)_나", "<p>파일_이름_목록(a)_나</p>"},
      {"kwargs는 **(a, b)** 꼴, a**b는", "<p>kwargs는 <strong>(a, b)</strong> 꼴, a**b는</p>"},
      {"** 저장(Save)**을", "<p>** 저장(Save)**을</p>"},
      {"**text(a)**b", "<p>**text(a)**b</p>"},  // no letter of these languages: CommonMark's reading stands
  });
}

// What CommonMark reads as emphasis stays as it reads it, however it nests.
TEST(CjkEmphasis, ChangesNothingThatIsReadWell) {
  for (const char* text :
       {"**가 (**나**)**", "**가 \"**나**\"**", "(**가**)는 \"**나**\"를", "**가**(**나**)", "*가 *나* 다*",
        "**가*나*다**", "__init__을 `a_b`", "* 가(나)\n* 다", "***가** 나*"}) {
    const MarkdownTree tree(text);
    EXPECT_EQ(space_cjk_emphasis(text, tree.root()), "") << text;
  }
}

// The space that helps is nobody's text: not of links, titles, code or HTML beside it.
TEST(CjkEmphasis, LeavesNoTrace) {
  const std::string in =
      "**가(나)**다 [라](/x/(**a)**가 \"(**b)**나\") `(**c)**다` <b title=\"(**d)**라\">마</b> "
      "**바(사)**아\n";
  const ParseResult result = testing::parse("---\ntitle: T\n---\n" + in);
  EXPECT_EQ(result.document->html.find("\xE1\x9A\x80"), std::string::npos) << result.document->html;
  EXPECT_EQ(result.document->html.find("%E1%9A%80"), std::string::npos) << result.document->html;
  EXPECT_EQ(result.document->sections[0].text.find("\xE1\x9A\x80"), std::string::npos);
  const std::string ogham = "\xE1\x9A\x80 **가(나)**다";  // an author's own stays
  EXPECT_NE(testing::html_of(ogham).find("\xE1\x9A\x80"), std::string::npos);
}

}  // namespace
}  // namespace signpost
