#include "content/shown_source.h"

#include <gtest/gtest.h>

#include <string>

#include "content/plain.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

struct ShownCase {
  std::string in;
  std::string want;
};

TEST(ShownSource, HidesWhatPagesHide) {
  const ShownCase kCases[] = {
      {"# A\n\nText.\n\n<!-- internal: ask legal -->\n", "# A\n\nText.\n\n"},
      {"a <!-- x --> b", "a b"},
      {"a\n<!-- x\n\ny -->\nb", "a\n\nb"},
      {"- a\n  <!-- x -->\n- b", "- a\n\n- b"},
      {"> <!-- x -->\n> b", "> \n> b"},
      {"a\n\n<!-- never closed\n\nsecret", "a\n\n"},
      {"<!--> a -->", ""},
      {"a\n\n```\n<!-- in code -->\n```\n", "a\n\n```\n<!-- in code -->\n```\n"},
      {"`<!-- code -->` and \\<!-- text", "`<!-- code -->` and \\<!-- text"},
      {"<div>\n`<!-- x -->`\n</div>", "<div>\n``\n</div>"},
      {"<pre>\n<!-- x -->a\n</pre>", "<pre>\na\n</pre>"},
      {"- a\n\n      <!-- not code -->\n\nb", "- a\n\n      <!-- not code -->\n\nb"},
      {"a\n\n<script>\nlet key;\n\nkey\n</script>\n\nb", "a\n\n\nb"},
      {"a <script>x</script> b", "a b"},
      {"<style>\nb {}\n</style>\na", "a"},
      {"<template>\n\nsecret\n\n<template>x</template>\n\n</template>\n\na", "\na"},
      {"a <select>x\n\nb", "a \n\nb"},
      {"<?php secret ?>\n\na", "\na"},
      {"<video src=\"v.mp4\"></video>", "<video src=\"v.mp4\"></video>"},
      {"<details>\n<b>a</b>\n</details>", "<details>\n<b>a</b>\n</details>"},
      {"{{% comment %}}x{{% /comment %}}a {% comment %}y{% endcomment %}{{ b }}", "a {{ b }}"},
      {"1 < 2 <kbd>a</kbd>\r\n", "1 < 2 <kbd>a</kbd>\r\n"},
  };
  for (const auto& [in, want] : kCases) EXPECT_EQ(shown_source(in, Trust::company, true), want) << in;
}

// Of strangers' text, HTML is shown as it was written, and template tags are text.
TEST(ShownSource, KeepsWhatStrangersWrote) {
  EXPECT_EQ(shown_source("a <script>x</script> <!-- y -->b {% comment %}", Trust::stranger, false),
            "a <script>x</script> b {% comment %}");
}

// Regression: "View as Markdown" served comments to everybody; so did the page of an article that is shown as
// text.
TEST(ShownSource, IsWhatDocumentsCarry) {
  const std::string in = "# A\n\nText.\n\n<!-- internal -->\n\n[//]: # (internal)\n";
  const ParseResult article = testing::parse(in);
  EXPECT_EQ(article.document->markdown.find("internal"), std::string::npos);
  const ParseResult thread = testing::parse_posts({{"t/question.md", in}, {"t/answer-1.md", in}});
  EXPECT_EQ(thread.document->markdown.find("internal"), std::string::npos);
  const ParseResult plain = parse_plain({}, {{"a.md", "# A\n\nText.\n\n<!-- internal -->\n"}}, {});
  EXPECT_EQ(plain.document->markdown.find("internal"), std::string::npos);
  EXPECT_EQ(plain.document->html.find("internal"), std::string::npos);
  EXPECT_EQ(plain.document->sections[0].text.find("internal"), std::string::npos);
}

// Takes time linear in the text: these would take minutes if a search began anew at each mark.
TEST(ShownSource, IsLinear) {
  for (const char* part :
       {"<!-- ", "a <!-- ", "` ``", "<script ", "a <svg>", "[a]: <", "[^a]: x\n", "<svg><svg>\n\n"}) {
    std::string text;
    while (text.size() < 300'000) text += part;
    EXPECT_LE(shown_source(text, Trust::company, true).size(), text.size()) << part;
  }
}

}  // namespace
}  // namespace signpost
