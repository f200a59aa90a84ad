#include "content/html_tokens.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

// "T(text)", "S(name a=b ...)", "E(name)", "C".
std::string tokens(std::string_view html) {
  std::string all;
  for (size_t pos = 0; pos < html.size();) {
    const HtmlToken token = next_html_token(html, pos);
    switch (token.type) {
      case HtmlToken::Type::text:
        all += "T(" + std::string(token.source) + ")";
        break;
      case HtmlToken::Type::start_tag:
        all += "S(" + token.name;
        for (const auto& [name, value] : token.attributes) all += " " + name + "=" + value;
        all += ")";
        break;
      case HtmlToken::Type::end_tag:
        all += "E(" + token.name + ")";
        break;
      case HtmlToken::Type::comment:
        all += "C";
        break;
    }
  }
  return all;
}

TEST(HtmlTokens, FollowTheStandard) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a<b>c</b>", "T(a)S(b)T(c)E(b)"},
      {"<A HREF='x' b=\"y\" c=z d>", "S(a href=x b=y c=z d=)"},
      {"<img/src=x/onerror=y>", "S(img src=x/onerror=y)"},
      {"<img src=x onerror=y/>", "S(img src=x onerror=y/)"},
      {"<br/>", "S(br)"},
      {"<a href = 'x'  >", "S(a href=x)"},
      {"<a a=1 a=2>", "S(a a=1)"},
      {"<a =x>", "S(a =x=)"},
      {"<a \"x\">", "S(a \"x\"=)"},
      {"<!-- a -- b -->c", "CT(c)"},
      {"<!-->c", "CT(c)"},
      {"<!--->c", "CT(c)"},
      {"<!-- x --!>c", "CT(c)"},
      {"<!-- never", "C"},
      {"<!doctype html>x", "CT(x)"},
      {"<?php x ?>y", "CT(y)"},
      {"</ x>y", "CT(y)"},
      {"a < b", "T(a )T(< b)"},
      {"<1>", "T(<1>)"},
      {"<a href=\"x", "T(<a href=\"x)"},
      {"</a", "T(</a)"},
      {"<a title='>'>x", "S(a title=>)T(x)"},
      {"<a\nhref\n=\nx>", "S(a href=x)"},
      {"<script>a<b", "S(script)T(a)T(<b)"},
      {"<", "T(<)"},
      {"<a &#106;=x b=&#106;>", "S(a &#106;=x b=j)"},
  };
  for (const Case& c : cases) EXPECT_EQ(tokens(c.in), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
