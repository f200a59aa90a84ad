#include "content/internal_parts.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Case {
  const char* what;
  const char* source;
  const char* want;
};

TEST(InternalParts, AreTakenOutLineByLine) {
  const Case cases[] = {
      {"a quotation", "a\n\n> [!STAFF]\n> secret\n\nb\n", "a\n\n\n\n\nb\n"},
      {"in any case, without spaces", ">[!staff]\n>secret\nb", "\n\n"},
      {"with words behind the mark", "> [!Staff] Agents only\n> secret\n\nb", "\n\n\nb"},
      {"a fold of Obsidian's", "> [!staff]- Title\n> secret\n\nb", "\n\n\nb"},
      {"all blocks of it", "> [!STAFF]\n> secret\n>\n> - secret\n> ```\n> secret\n> ```\n\nb",
       "\n\n\n\n\n\n\n\nb"},
      {"what goes on lazily", "> [!STAFF]\n> secret\nsecret\n\nb", "\n\n\n\nb"},
      {"not the heading behind it", "> [!STAFF]\n> secret\n# Head\n", "\n\n# Head\n"},
      {"not the list behind it", "> [!STAFF]\n> secret\n- item\n", "\n\n- item\n"},
      {"not the code behind it", "> [!STAFF]\n> secret\n```\ncode\n```\n", "\n\n```\ncode\n```\n"},
      {"not what closes a fold", "<details>\n\n> [!STAFF]\n> secret\n</details>\n\nb",
       "<details>\n\n\n\n</details>\n\nb"},
      {"not the quotation behind an empty line", "> [!STAFF]\n> secret\n\n> public\n", "\n\n\n> public\n"},
      {"in a quotation", "> a\n> > [!STAFF]\n> > secret\n>\n> b\n", "> a\n\n\n>\n> b\n"},
      {"in an item", "1. a\n   > [!STAFF]\n   > secret\n\n2. b\n", "1. a\n\n\n\n2. b\n"},
      {"an item of it alone", "- > [!STAFF]\n  > secret\n- b\n", "- \n\n- b\n"},
      {"with returns", "a\r\n\r\n> [!STAFF]\r\n> secret\r\n\r\nb\r\n", "a\r\n\r\n\r\n\r\n\r\nb\r\n"},
      {"not code that shows one", "```\n> [!STAFF]\n> shown\n```\n", "```\n> [!STAFF]\n> shown\n```\n"},
      {"not other boxes", "> [!NOTE]\n> a\n\n> [!STAFFING]\n> b\n", "> [!NOTE]\n> a\n\n> [!STAFFING]\n> b\n"},
      {"not a word within a text", "See [!STAFF] here.\n", "See [!STAFF] here.\n"},
      {"not the front matter", "---\ntitle: \"> [!STAFF]\"\n---\n\nb\n",
       "---\ntitle: \"> [!STAFF]\"\n---\n\nb\n"},
  };
  for (const Case& c : cases) {
    const std::string got = without_internal_parts(c.source);
    EXPECT_EQ(got, c.want) << c.what;
    EXPECT_THAT(got, Not(HasSubstr("secret"))) << c.what;
    const std::string source = c.source;
    EXPECT_EQ(std::count(got.begin(), got.end(), '\n'), std::count(source.begin(), source.end(), '\n'))
        << c.what;
    EXPECT_EQ(without_internal_parts(got), got) << c.what;
  }
}

TEST(InternalParts, CostTheSameForEachLine) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "> > > > > > > > [!STAFF]\n- > [!staff]\n";
  EXPECT_THAT(without_internal_parts(deep), Not(HasSubstr("taff")));
}

TEST(InternalParts, AreNoPartsWhereNothingSaysSo) {
  EXPECT_FALSE(may_have_internal_part("> [!NOTE]\n> a"));
  EXPECT_TRUE(may_have_internal_part("a [!Staff"));
}

TEST(InternalParts, AreToldFromThePage) {
  const auto shows = [](const std::string& html) {
    Document document;
    document.html = html;
    const bool article = shows_internal_part(document);
    document.html.clear();
    document.posts.resize(2);
    document.posts[1].html = html;
    EXPECT_EQ(shows_internal_part(document), article) << html;
    return article;
  };
  EXPECT_TRUE(shows("<div class=\"admonition staff\"><p>a</p></div>"));
  EXPECT_TRUE(shows("<p>[!STAFF] a</p>"));
  EXPECT_TRUE(shows("<p><code>a</code> [!staff]</p>"));
  EXPECT_FALSE(shows("<p>Write <code>&gt; [!STAFF]</code>.</p>"));
  EXPECT_FALSE(shows("<pre><code>\n&gt; [!STAFF]\n</code></pre>"));
  EXPECT_FALSE(shows("<div class=\"admonition note\"></div>"));
}

}  // namespace
}  // namespace signpost
