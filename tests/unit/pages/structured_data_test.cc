// structured_data_test.cc - JSON-LD that can't leave its <script>, and text out of HTML.
#include "pages/structured_data.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

TEST(StructuredData, TextOfHtml) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"<p>a</p><p>b</p>", "a b"},
      {"<strong>a</strong>, <a href=\"x\">b</a>を<code>c</code>", "a, bをc"},
      {"a<br>b<abc>c", "a b c"},
      {"a &lt;b&gt; &amp;amp;", "a <b> &amp;"},
      {"  a\n\tb ", "a b"},
      {"a <unclosed", "a"},
      {"a & b &copy;", "a & b &copy;"}};
  for (const auto& [in, want] : cases) EXPECT_EQ(text_of_html(in, 100), want) << in;
  EXPECT_EQ(text_of_html("설치하기", 7), "설치");
}

TEST(StructuredData, BeginningOfAText) {
  struct Case {
    const char* in;
    size_t columns;
    const char* want;
  };
  const Case cases[] = {
      {"", 10, ""},
      {"Short.", 10, "Short."},
      {"One two. Three four five.", 12, "One two."},
      {"One. Two three four five six.", 20, "One. Two three four…"},
      {"Version 1.2 is out now. More of it.", 24, "Version 1.2 is out now."},
      {"word", 2, "wo…"},
      {"설치할 수 없습니다. 어떻게 하나요?", 22, "설치할 수 없습니다."},
      {"설치할 수 없습니다", 12, "설치할 수…"},
      {"印刷できません。どうすればよいですか。", 18, "印刷できません。"},
      {"印刷できませんどうすればよいですか", 10, "印刷できま…"},
  };
  for (const Case& c : cases) EXPECT_EQ(beginning_of(c.in, c.columns), c.want) << c.in;
}

TEST(StructuredData, DescriptionOfAPage) {
  Document document;
  document.html = "<h2 id=\"a\">Steps</h2>\n<p>Press <strong>Start</strong>.</p>\n<p>Wait.</p>\n";
  EXPECT_EQ(description_of(document), "Press Start. Wait.");
  document.posts = {
      {"Kim", "", 3, false, "question", "<pre><code>x</code></pre>\n<p>Why is it &lt;off&gt;?</p>"},
      {"Lee", "", 1, true, "answer-1", "<p>A</p>"}};
  EXPECT_EQ(description_of(document), "Why is it <off>?");
  document.summary = "Said by its author.";
  EXPECT_EQ(description_of(document), "Said by its author.");
}

TEST(StructuredData, IsSafeInsideAScript) {
  Article article;
  article.document.title = "</script><script>alert(1)</script>";
  article.document.lang = "en";
  article.url = "/en/articles/x";
  const std::string text = structured_data(article, Site{}, "Home");
  EXPECT_EQ(text.find('<'), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(text)["@graph"][0]["headline"], article.document.title);
}

TEST(StructuredData, ThreadsAreQuestions) {
  Article article;
  article.document.kind = Kind::community;
  article.document.title = "Why?";
  article.document.lang = "en";
  article.document.posts = {{"Kim", "2026-01-01", 3, false, "question", "<p>Q</p>"},
                            {"Lee", "", 1, true, "answer-1", "<p>A</p>"},
                            {"Ann", "", 0, false, "answer-2", "<p>B</p>"}};
  const auto json = nlohmann::json::parse(structured_data(article, Site{}, "Home"));
  const auto& question = json["@graph"][0]["mainEntity"];
  EXPECT_EQ(question["name"], "Why?");
  EXPECT_EQ(question["answerCount"], 2);
  EXPECT_EQ(question["acceptedAnswer"]["text"], "A");
  EXPECT_EQ(question["suggestedAnswer"].size(), 1u);
}

}  // namespace
}  // namespace signpost
