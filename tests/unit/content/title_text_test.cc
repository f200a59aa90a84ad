#include "content/title_text.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(TitleText, IsPlain) {
  const struct {
    const char* title;
    const char* want;
  } cases[] = {
      {"", ""},
      {"Install", "Install"},
      {"**Used** &amp; `times` wrong", "Used & times wrong"},
      {"*a* _b_ ~~c~~", "a b c"},
      {"See [the guide](guide.md)", "See the guide"},
      {"Setup ![badge](https://img.shields.io/b.svg)", "Setup"},
      {"![New](n.png) Setup ![Beta](b.png) here", "Setup here"},
      {"![Acme](logo.png)", "Acme"},
      {"Plans <span class=\"new\">New</span>", "Plans New"},
      {"One<br>line <img src=\"b.svg\" alt=\"badge\">", "One line"},
      {"Title {#id .class}", "Title"},
      {"Title {: #id }", "Title"},
      {"Title {/*id*/}", "Title"},
      {"The set {a, b}", "The set {a, b}"},
      {"1. First", "1. First"},
      {"# hash * star", "# hash * star"},
      {"5 * 3 * 2", "5 * 3 * 2"},
      {"std::vector<T> class", "std::vector<T> class"},
      {"<a>: The anchor element", "<a>: The anchor element"},
      {"`<input>` and `a_b`", "<input> and a_b"},
      {"&lt;T&gt; &quot;x&quot;", "<T> \"x\""},
      {"The __init__ method", "The __init__ method"},
      {"__Bold words__ here", "Bold words here"},
      {"snake_case_name & co", "snake_case_name & co"},
      {"**저장(Save)**을 누르기", "저장(Save)을 누르기"},
      {"C:\\Users", "C:\\Users"},
      {"***", "***"},
  };
  for (const auto& c : cases) EXPECT_EQ(title_text(c.title), c.want) << c.title;
}

}  // namespace
}  // namespace signpost
