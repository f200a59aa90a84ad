#include "content/code_info.h"

#include <gtest/gtest.h>

#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

TEST(CodeInfo, HasLanguageAndTitle) {
  struct Case {
    const char* in;
    const char* language;
    const char* title;
  };
  const Case cases[] = {
      {"", "", ""},
      {"js", "js", ""},
      {"JS", "js", ""},
      {"js-nolint", "js", ""},
      {"{.js #x}", "js", ""},
      {"js title=\"src/a.js\"", "js", "src/a.js"},
      {"js title='A title' showLineNumbers", "js", "A title"},
      {"js {1,3} title=\"a\"", "js", "a"},
      {"yaml {filename=\"a.yaml\"}", "yaml", "a.yaml"},
      {"js [config.js]", "js", "config.js"},
      {"ts:line-numbers [a.ts]", "ts", "a.ts"},
      {"js config.js", "js", "config.js"},
      {"js example-bad", "js", ""},
      {"js {1,3-5}", "js", ""},
      {"js subtitle=\"x\"", "js", ""},
      {"js title=\"x", "js", ""},
      {"text 1.2", "text", ""},
      {"bash run exit=1", "bash", ""},
      {"bash norun=\"needs a Docker engine\"", "bash", ""},
      {"markdown save=articles/help/en/a.md", "markdown", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(code_language(c.in), c.language) << c.in;
    EXPECT_EQ(code_title(c.in), c.title) << c.in;
  }
}

TEST(CodeInfo, TitleStandsAboveTheCode) {
  EXPECT_EQ(testing::html_of("```js title=\"a<b\"\nx\n```\n"),
            "<p class=\"code-title\">a&lt;b</p>\n"
            "<pre tabindex=\"0\"><code class=\"language-js\">x\n</code></pre>\n");
  EXPECT_EQ(testing::text_of("```js [a.js]\nx\n```\n"), "a.js\nx");
}

// What the tests of the articles read there is not for readers, nor for the search.
TEST(CodeInfo, MarksOfTestsAreNotShown) {
  for (const char* info :
       {"bash run exit=1", "bash norun=\"needs systemd\"", "bash save=/usr/local/bin/a.sh"}) {
    const std::string source = "```" + std::string(info) + "\nx\n```\n";
    EXPECT_EQ(testing::html_of(source),
              "<pre tabindex=\"0\"><code class=\"language-bash\">x\n</code></pre>\n")
        << info;
    EXPECT_EQ(testing::text_of(source), "x") << info;
  }
}

}  // namespace
}  // namespace signpost
