// structured_data_test.cc - JSON-LD that can't leave its <script>, and text out of HTML.
#include "pages/structured_data.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

TEST(StructuredData, TextOfHtml) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"<p>a</p><p>b</p>", "a b"},
                                                       {"a &lt;b&gt; &amp;amp;", "a <b> &amp;"},
                                                       {"  a\n\tb ", "a b"},
                                                       {"a <unclosed", "a"},
                                                       {"a & b &copy;", "a & b &copy;"}};
  for (const auto& [in, want] : cases) EXPECT_EQ(text_of_html(in, 100), want) << in;
  EXPECT_EQ(text_of_html("설치하기", 7), "설치");
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
