// quote_html_test.cc - a quotation in HTML says what the section has, and nothing that runs.
#include "answer/quote_html.h"

#include <gtest/gtest.h>

#include "sections.h"

namespace signpost {
namespace {

using testing::section_of;

std::string html_of(const std::string& markdown, AnswerKind kind) {
  const SectionText section = section_of(markdown);
  for (const Stretch& s : stretches_of(section, pieces_of(section, 300), 300)) {
    if (s.kind == kind) return quote_html(section, s);
  }
  return "";
}

TEST(QuoteHtml, HasTheStructureOfWhatIsQuoted) {
  EXPECT_EQ(html_of("A & B.\n\nC < D.\n", AnswerKind::passage), "<p>A &amp; B.</p><p>C &lt; D.</p>");
  EXPECT_EQ(html_of("1. One.\n2. Two:\n   - a\n   - b\n", AnswerKind::steps),
            "<ol><li><p>One.</p></li><li><p>Two:</p><ul><li><p>a</p></li><li><p>b</p></li></ul></li></ol>");
  EXPECT_EQ(html_of("3. Three.\n4. Four.\n", AnswerKind::steps),
            "<ol start=\"3\"><li><p>Three.</p></li><li><p>Four.</p></li></ol>");
  EXPECT_EQ(
      html_of("| A | B |\n| - | - |\n| x | `<y>` |\n", AnswerKind::table_row),
      "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>x</td>"
      "<td>&lt;y&gt;</td></tr></tbody></table>");
  EXPECT_EQ(html_of("Run:\n\n```\nls <dir>\n```\n", AnswerKind::code),
            "<p>Run:</p><pre><code>ls &lt;dir&gt;</code></pre>");
}

TEST(QuoteHtml, APartOfAListIsNoList) {
  const SectionText section = section_of("- One.\n- Two.\n- Three.\n- Four.\n");
  const Stretch first = stretches_of(section, pieces_of(section, 300), 300).at(0);
  EXPECT_EQ(quote_html(section, first), "<p>One.</p><p>Two.</p><p>Three.</p>");
}

}  // namespace
}  // namespace signpost
