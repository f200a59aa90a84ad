#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "content/parse.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using testing::findings;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::parse_posts;
using testing::post_html;

std::vector<SourceFile> thread() {
  return {
      {"t/question.md",
       "---\ntitle: How?\nauthor: Ann\ndate: 2024-01-01\nvotes: 3\ntags: [x]\n---\nHow *to*?\n\n## "
       "Tried\n\nThis.\n"},
      {"t/answer-1.md", "---\nauthor: Bob\ndate: 2024-01-02\nvotes: 9\n---\nSo.\n"},
      {"t/answer-2.md",
       "---\nauthor: Cy\ndate: 2024-03-01\nvotes: 1\naccepted: true\n---\n## Steps\n\n1. a\n\n## Tried\n"},
      {"t/answer-3.md", "---\nauthor: Di\ndate: 2024-01-03\nvotes: 9\n---\nLater.\n"}};
}

TEST(ParseThread, IsOneDocument) {
  const ParseResult r = parse_posts(thread());
  ASSERT_TRUE(r.document);
  EXPECT_THAT(r.diagnostics, IsEmpty());
  const Document& d = *r.document;
  EXPECT_EQ(d.kind, Kind::community);
  EXPECT_EQ(d.title, "How?");
  EXPECT_EQ(d.author, "Ann");
  EXPECT_EQ(d.votes, 3);
  EXPECT_TRUE(d.solved);
  EXPECT_EQ(d.updated, "2024-03-01");
  EXPECT_EQ(d.html, "");
  EXPECT_THAT(d.fields[Field::tag], ElementsAre("x"));
  ASSERT_EQ(d.posts.size(), 4u);
  EXPECT_EQ(d.posts[0].anchor, "question");
  EXPECT_EQ(d.posts[1].anchor, "answer-2");  // accepted
  EXPECT_EQ(d.posts[2].anchor, "answer-1");  // more votes, older
  EXPECT_EQ(d.posts[3].anchor, "answer-3");
  EXPECT_TRUE(d.posts[1].accepted);
  EXPECT_EQ(d.posts[2].votes, 9);
  EXPECT_THAT(d.markdown, HasSubstr("## Answer by Bob"));
}

// The licence wants it said on the page and in the Markdown; nobody searches for it.
TEST(ParseThread, KeepsWhereAPostComesFromBesideItsText) {
  const ParseResult r = parse_posts(
      {{"t/question.md",
        "---\ntitle: How?\nauthor: Ann\nauthor_url: https://tea.example.com/users/5\n"
        "source: https://tea.example.com/questions/1\nlicense: CC BY-SA 4.0\n"
        "license_url: https://creativecommons.org/licenses/by-sa/4.0/\nclosed: 2022-01-01\nmood: "
        "x\n---\nHow?\n"},
       {"t/answer-1.md",
        "---\nauthor: Bob\nsource: javascript:alert(1)\nauthor_url: //evil.example\n---\nSo.\n"}});
  const Document& d = *r.document;
  EXPECT_THAT(r.diagnostics, IsEmpty());
  const PostOrigin want{"https://tea.example.com/questions/1", "https://tea.example.com/users/5",
                        "https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0", "2022-01-01"};
  EXPECT_EQ(d.posts[0].origin, want);
  EXPECT_EQ(d.posts[1].origin, PostOrigin());
  ASSERT_EQ(d.extra.size(), 1u);
  EXPECT_EQ(d.extra[0].first, "mood");
  EXPECT_EQ(d.sections[0].text, "How?");
  EXPECT_THAT(d.posts[0].html, Not(HasSubstr("tea.example.com")));
  EXPECT_THAT(d.markdown,
              HasSubstr("\n\nAnn <https://tea.example.com/users/5>, <https://tea.example.com/questions/1>, "
                        "CC BY-SA 4.0 <https://creativecommons.org/licenses/by-sa/4.0/>\n"));
  EXPECT_THAT(d.markdown, Not(HasSubstr("javascript")));
}

TEST(ParseThread, PostsAreSections) {
  const ParseResult r = parse_posts(thread());
  std::vector<std::string> anchors;
  for (const Section& s : r.document->sections) anchors.push_back(s.anchor);
  EXPECT_THAT(anchors, ElementsAre("question", "question-tried", "answer-2", "answer-2-steps",
                                   "answer-2-tried", "answer-1", "answer-3"));
  const std::vector<Section>& s = r.document->sections;
  EXPECT_EQ(s[0].level, 0);
  EXPECT_EQ(s[0].text, "How to?");
  EXPECT_EQ(s[2].heading, "Answer by Cy");
  EXPECT_EQ(s[2].level, 2);
  EXPECT_THAT(s[3].path, ElementsAre("Answer by Cy", "Steps"));
  EXPECT_EQ(s[3].level, 3);
  EXPECT_EQ(s[5].text, "So.");
}

TEST(ParseThread, IsOpenWithoutAnAcceptedAnswer) {
  EXPECT_FALSE(parse_posts({{"t/question.md", "# Q\n\nx"}, {"t/answer-1.md", "y"}}).document->solved);
  EXPECT_FALSE(parse_posts({{"t/question.md", "---\ntitle: Q\naccepted: true\n---\nx"}}).document->solved);
}

TEST(ParseThread, TakesOneAcceptedAnswer) {
  const ParseResult r = parse_posts({{"t/question.md", "# Q\n\nx"},
                                     {"t/answer-1.md", "---\naccepted: true\n---\na"},
                                     {"t/answer-2.md", "---\naccepted: true\nvotes: 9\n---\nb"}});
  EXPECT_THAT(findings(r), ElementsAre("warning front-matter:2"));
  EXPECT_EQ(r.diagnostics[0].path, "t/answer-2.md");
  EXPECT_TRUE(r.document->posts[1].accepted);
  EXPECT_EQ(r.document->posts[1].anchor, "answer-1");
  EXPECT_FALSE(r.document->posts[2].accepted);
}

TEST(ParseThread, TakesItsTitleFromTheQuestion) {
  EXPECT_EQ(
      parse_posts({{"t/question.md", "# Why?\n\nx"}, {"t/answer-1.md", "# Because\n\ny"}}).document->title,
      "Why?");
  const ParseResult r = parse_posts({{"my-thread/question.md", "no heading"}});
  EXPECT_EQ(r.document->title, "My thread");
  EXPECT_THAT(findings(r), ElementsAre("warning title:1"));
}

TEST(ParseThread, SurvivesBrokenPosts) {
  const ParseResult r =
      parse_posts({{"t/question.md", "# Q\n\nx"}, {"t/answer-1.md", ""}, {"t/answer-2.md", "\xFF"}});
  ASSERT_TRUE(r.document);
  EXPECT_EQ(r.document->posts.size(), 1u);
  EXPECT_THAT(findings(r), ElementsAre("error empty:0", "error encoding:1"));
  EXPECT_FALSE(parse_posts({{"t/question.md", ""}, {"t/answer-1.md", "x"}}).document);
}

TEST(ParseThread, LetsNoRawHtmlPass) {
  EXPECT_EQ(post_html("a <b>b</b>"), "<p>a &lt;b&gt;b&lt;/b&gt;</p>\n");
  EXPECT_THAT(post_html("<div onclick=x>\ny\n</div>"), HasSubstr("&lt;div onclick=x&gt;"));
}

TEST(ParseThread, MarksLinksAndShowsNoRemoteImages) {
  EXPECT_EQ(post_html("[a](https://e.com)"),
            "<p><a href=\"https://e.com\" rel=\"ugc nofollow noopener\">a</a></p>\n");
  EXPECT_EQ(post_html("<https://e.com>"),
            "<p><a href=\"https://e.com\" rel=\"ugc nofollow noopener\">https://e.com</a></p>\n");
  EXPECT_EQ(post_html("[a](install.md)"),
            "<p><a href=\"/en/articles/start-install\" rel=\"ugc nofollow noopener\">a</a></p>\n");
  EXPECT_EQ(post_html("![pic](https://e.com/a.png)"),
            "<p><a href=\"https://e.com/a.png\" rel=\"ugc nofollow noopener\">pic</a></p>\n");
  EXPECT_THAT(post_html("![pic](shot.png)"), HasSubstr("<img src=\"/files/help/en/start/shot.png\""));
  EXPECT_EQ(post_html("[a](ftp://e.com)"), "<p>a</p>\n");
}

TEST(ParseThread, HeadingsStandBelowThePost) {
  EXPECT_EQ(post_html("# A\n\n## B\n"), "<h3 id=\"question-a\">A</h3>\n<h4 id=\"question-b\">B</h4>\n");
  EXPECT_EQ(post_html("### A\n\n#### B\n"), "<h3 id=\"question-a\">A</h3>\n<h4 id=\"question-b\">B</h4>\n");
  EXPECT_THAT(post_html("###### A\n# B"), Not(HasSubstr("<h1")));
}

TEST(ParseThread, IdsAreOfOnePostOnly) {
  const std::string post = "---\nauthor: A\n---\n# T\n\na[^1] [l](#t)\n\n[^1]: note\n\n## answer-2\n";
  const ParseResult r =
      parse_posts({{"t/question.md", post}, {"t/answer-1.md", post}, {"t/answer-2.md", post}});
  std::set<std::string> ids;
  for (const Post& p : r.document->posts) {
    for (size_t at = p.html.find(" id=\""); at != std::string::npos; at = p.html.find(" id=\"", at + 1)) {
      const std::string id = p.html.substr(at + 5, p.html.find('"', at + 5) - at - 5);
      EXPECT_TRUE(ids.insert(id).second) << id;
      EXPECT_EQ(id.rfind(p.anchor + "-", 0), 0u) << id;
    }
    EXPECT_THAT(p.html, HasSubstr("href=\"#" + p.anchor + "-"));
  }
  EXPECT_GE(ids.size(), 9u);
}

}  // namespace
}  // namespace signpost
