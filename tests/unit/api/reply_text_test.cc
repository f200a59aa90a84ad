#include "api/reply_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ReplyText, FillsVariablesOnce) {
  const ReplyValues values = {{"name", "Ann"}, {"code", "4F9K"}, {"empty", ""}};
  const FilledReply filled = fill_reply("Dear {{name}}, {{ code }} and {{code}}.", values);
  EXPECT_EQ(filled.text, "Dear Ann, 4F9K and 4F9K.");
  EXPECT_EQ(filled.html, "<p>Dear Ann, 4F9K and 4F9K.</p>");
  EXPECT_THAT(filled.missing, IsEmpty());
}

TEST(ReplyText, LeavesAndNamesWhatIsNotKnown) {
  const FilledReply filled = fill_reply("{{nobody}} {{empty}} {{nobody}}", {{"empty", ""}});
  EXPECT_EQ(filled.text, "{{nobody}} {{empty}} {{nobody}}");
  EXPECT_EQ(filled.markdown, filled.text);
  EXPECT_THAT(filled.missing, ElementsAre("nobody", "empty"));
}

TEST(ReplyText, TakesOtherBracesAsTheyAre) {
  for (const char* text :
       {"{{", "}}", "{{}}", "{{ }}", "{{A}}", "{{a b}}", "a {{", "{ {name} }", "{{na\nme}}", "}}{{"}) {
    const FilledReply filled = fill_reply(text, {{"name", "Ann"}});
    EXPECT_EQ(filled.text, text);
    EXPECT_THAT(filled.missing, IsEmpty()) << text;
  }
  EXPECT_EQ(fill_reply("{{{name}}}", {{"name", "Ann"}}).text, "{Ann}");
  EXPECT_EQ(fill_reply("{{x {{name}}", {{"name", "Ann"}}).text, "{{x Ann");
}

// A person's name may be anything.
TEST(ReplyText, WhatIsFilledInMeansNothing) {
  const ReplyValues values = {{"name", "{{code}} <b>*A*</b> \u202E[x](y)"},
                              {"code", "secret"},
                              {"url", "https://a.example/x?a=1&b=2"}};
  const FilledReply filled = fill_reply("**Dear** {{name}}: {{url}}", values);
  EXPECT_EQ(filled.text, "**Dear** {{code}} <b>*A*</b> [x](y): https://a.example/x?a=1&b=2");
  EXPECT_EQ(filled.markdown,
            "**Dear** {{code}} \\<b\\>\\*A\\*\\</b\\> \\[x\\](y): https://a.example/x?a=1&b=2");
  EXPECT_EQ(filled.html,
            "<p>**Dear** {{code}} &lt;b&gt;*A*&lt;/b&gt; [x](y): <a "
            "href=\"https://a.example/x?a=1&amp;b=2\">https://a.example/x?a=1&amp;b=2</a></p>");
  EXPECT_EQ(fill_reply("{{url}}", {{"url", "javascript:alert(1)"}}).html, "<p>javascript:alert(1)</p>");
}

TEST(ReplyText, LinesAndParagraphs) {
  EXPECT_EQ(fill_reply("a\nb\n\nc\n\n\nd\n", {}).html, "<p>a<br>b</p><p>c</p><p>d</p>");
  EXPECT_EQ(fill_reply("", {}).html, "<p></p>");
}

}  // namespace
}  // namespace signpost
