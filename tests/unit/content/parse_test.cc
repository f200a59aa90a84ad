#include "content/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/article.h"
#include "content/plain.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using testing::findings;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::parse;

TEST(ParseArticle, FillsADocument) {
  const ParseResult r = parse(
      "---\ntitle: A title\nsummary: Sum\ntags: [x]\nlevel: basic\ntype: guide\naliases: [/old]\n"
      "updated: 2024-01-02\nweight: 5\nowner: me\nown: it\n---\nLead.\n\n## Part\n\nText with [a "
      "link](install.md).\n\n"
      "![Shot](shot.png)\n");
  ASSERT_TRUE(r.document);
  EXPECT_THAT(r.diagnostics, IsEmpty());
  const Document& d = *r.document;
  EXPECT_EQ(d.id, "start-page");
  EXPECT_EQ(d.lang, "en");
  EXPECT_EQ(d.kind, Kind::help);
  EXPECT_EQ(d.source_path, "help/en/start/page.md");
  EXPECT_EQ(d.title, "A title");
  EXPECT_EQ(d.summary, "Sum");
  EXPECT_EQ(d.fields.one(Field::category), "start");
  EXPECT_EQ(d.fields.one(Field::level), "basic");
  EXPECT_EQ(d.fields.one(Field::type), "guide");
  EXPECT_EQ(d.updated, "2024-01-02");
  EXPECT_EQ(d.weight, 5);
  EXPECT_THAT(d.owners, ElementsAre("me"));
  EXPECT_THAT(d.extra, ElementsAre(std::make_pair(std::string("own"), std::string("it"))));
  EXPECT_THAT(d.section_lines, ElementsAre(0, 15));
  ASSERT_EQ(d.sections.size(), 2u);
  EXPECT_EQ(d.sections[0].level, 0);
  EXPECT_EQ(d.sections[0].anchor, "");
  EXPECT_EQ(d.sections[0].text, "Lead.");
  EXPECT_EQ(d.sections[1].anchor, "part");
  EXPECT_EQ(d.sections[1].heading, "Part");
  EXPECT_EQ(d.sections[1].text, "Text with a link.\nShot");
  ASSERT_EQ(d.links.size(), 1u);
  EXPECT_EQ(d.links[0].target_path, "help/en/start/install.md");
  EXPECT_EQ(d.links[0].text, "a link");
  EXPECT_EQ(d.links[0].line, 17);
  ASSERT_EQ(d.assets.size(), 1u);
  EXPECT_EQ(d.assets[0].url, "/files/help/en/start/shot.png");
  EXPECT_THAT(d.markdown, HasSubstr("## Part"));
  EXPECT_THAT(d.markdown, Not(HasSubstr("title:")));
}

TEST(ParseArticle, TakesTheFirstHeadingForTheTitle) {
  const ParseResult r = parse("Intro.\n\n# The *real* title\n\nText.\n\n# Another\n");
  EXPECT_EQ(r.document->title, "The real title");
  EXPECT_THAT(r.document->html, Not(HasSubstr("real")));
  EXPECT_THAT(r.document->html, HasSubstr("<h2 id=\"another\">Another</h2>"));
  EXPECT_EQ(r.document->sections[0].text, "Intro.\nText.");
  EXPECT_THAT(r.document->anchors, ElementsAre("the-real-title"));
  EXPECT_THAT(r.diagnostics, IsEmpty());
  const ParseResult later = parse("## First part\n\nText.\n\n# Title\n");
  EXPECT_EQ(later.document->title, "Title");
  EXPECT_EQ(later.document->html,
            "<h2 id=\"first-part\">First part</h2>\n<p>Text.</p>\n<h2 id=\"title\">Title</h2>\n");
  EXPECT_EQ(parse("Title\n=====\n\nText.").document->title, "Title");
}

TEST(ParseArticle, DoesNotRepeatTheTitle) {
  const ParseResult r = parse("---\ntitle: \"How to: install\"\n---\n# How to install\n\nText.\n");
  EXPECT_EQ(r.document->html, "<p>Text.</p>\n");
  const ParseResult other = parse("---\ntitle: A\n---\n# B\n\n# A\n");
  EXPECT_THAT(other.document->html, HasSubstr("<h2 id=\"b\">"));
  EXPECT_THAT(other.document->html, HasSubstr("<h2 id=\"a\">"));
}

TEST(ParseArticle, FallsBackToTheFilesName) {
  SourceInfo info;
  struct Case {
    const char* path;
    const char* want;
  };
  const Case cases[] = {{"a/getting-started_now.md", "Getting started now"},
                        {"a/my-topic/index.md", "My topic"},
                        {"a/my-topic/_index.md", "My topic"},
                        {"README.md", "README"},
                        {"a/über-uns.md", "Über uns"},
                        {"한국어.md", "한국어"}};
  for (const Case& c : cases) {
    info.path = c.path;
    const ParseResult r = parse_article(info, {c.path, "Just text.\n"}, Site(), LinkResolver());
    ASSERT_TRUE(r.document);
    EXPECT_EQ(r.document->title, c.want);
    EXPECT_THAT(findings(r), ElementsAre("warning title:1"));
  }
}

// Regression: what said the same as the title stood below it once more.
TEST(ParseArticle, SaysItsTitleOnce) {
  struct Case {
    const char* body;
    bool repeated;
  };
  const Case cases[] = {
      {"## Cancel a plan\n\nx", false},     {"### **Cancel** a _plan_ {#cancel}\n\nx", false},
      {"# CANCEL  A PLAN!\n\nx", false},    {"<!-- c -->\n\n## Cancel a plan\n\nx", false},
      {"x\n\n## Cancel a plan\n\nx", true}, {"## Other\n\n## Cancel a plan\n\nx", true},
      {"## Cancel a plan now\n\nx", true},  {"![p](https://e.com/p.png)\n\n## Cancel a plan\n\nx", true},
  };
  for (const Case& c : cases) {
    const ParseResult r = parse("---\ntitle: Cancel a plan\n---\n" + std::string(c.body));
    EXPECT_EQ(r.document->title, "Cancel a plan");
    EXPECT_EQ(r.document->html.find("<h") != std::string::npos, c.repeated) << c.body;
  }
  SourceInfo info;
  info.path = "über-uns.md";
  const ParseResult named = parse_article(info, {info.path, "## Über Uns\n\nx\n"}, Site(), LinkResolver());
  EXPECT_EQ(named.document->title, "Über Uns");
  EXPECT_EQ(named.document->html, "<p>x</p>\n");
  EXPECT_THAT(named.document->anchors, ElementsAre("über-uns"));
}

// Regression: badges and markup were part of titles.
TEST(ParseArticle, HasAPlainTitle) {
  EXPECT_EQ(parse("# Setup ![badge](https://img.shields.io/b.svg)\n\nx").document->title, "Setup");
  EXPECT_EQ(parse("# <img src=\"https://e.com/l.png\" alt=\"Logo\"> Setup\n\nx").document->title, "Setup");
  EXPECT_EQ(parse("# ![Acme](https://e.com/l.png)\n\nx").document->title, "Acme");
  EXPECT_EQ(parse("---\ntitle: \"**Used** &amp; `times` wrong\"\n---\nx").document->title,
            "Used & times wrong");
}

TEST(ParseArticle, ReadsMdxByTheNameOfTheFile) {
  SourceInfo info;
  info.path = "a/page.mdx";
  const std::string body = "import X from 'x'\n\n# T\n\n<Note>\n    **b** {y}\n</Note>\n\n{/* secret */}\n";
  const ParseResult r = parse_article(info, {info.path, body}, Site(), LinkResolver());
  ASSERT_TRUE(r.document);
  EXPECT_EQ(r.document->title, "T");
  EXPECT_THAT(r.document->html, HasSubstr("<strong>b</strong>"));
  EXPECT_THAT(r.document->html, HasSubstr("class=\"admonition note\""));
  EXPECT_THAT(r.document->html, Not(HasSubstr("import")));
  EXPECT_THAT(r.document->markdown, Not(HasSubstr("secret")));
  EXPECT_EQ(r.leftovers.total(), 1u);
}

// Regression: the first heading of the second level became the title, and links to it went nowhere.
TEST(ParseArticle, LeavesOtherHeadingsWhereTheyAre) {
  SourceInfo info;
  info.path = "Hotkeys.md";
  const std::string body = "Hotkeys run commands.\n\n## View hotkeys\n\nOpen settings.\n";
  const ParseResult r = parse_article(info, {info.path, body}, Site(), LinkResolver());
  EXPECT_EQ(r.document->title, "Hotkeys");
  EXPECT_THAT(r.document->html, HasSubstr("<h2 id=\"view-hotkeys\">View hotkeys</h2>"));
  ASSERT_EQ(r.document->sections.size(), 2U);
  EXPECT_EQ(r.document->sections[1].anchor, "view-hotkeys");
  EXPECT_EQ(parse_plain(info, {{info.path, body}}, Site()).document->title, "Hotkeys");
}

TEST(ParseArticle, StripsTemplateTagsFromTitles) {
  Site site = testing::stripping_site();
  EXPECT_EQ(parse("---\ntitle: \"About {% data x.y %} teams\"\n---\nx", site).document->title, "About teams");
  EXPECT_EQ(parse("---\ntitle: \"About {{x}} teams\"\n---\nx").document->title, "About {{x}} teams");
  EXPECT_EQ(parse("---\ntitle: A\nintro: \"Use {% data x %} [well](y.md).\"\n---\nx", site).document->summary,
            "Use well.");
}

TEST(ParseArticle, LeavesOutWhatIsBroken) {
  struct Case {
    std::string in;
    const char* want;
  };
  const Case cases[] = {
      {"", "error empty:0"},
      {"\xEF\xBB\xBF  \n\n", "error empty:0"},
      {"---\n---\n\n", "error empty:0"},
      {"# A\n\nb\xFF\xFE", "error encoding:3"},
      {"\xFF\xFE"
       "a\0b",
       "error encoding:1"},
      {"# A\n" + std::string(2 * 1024 * 1024, 'x'), "error file-size:0"},
  };
  for (const Case& c : cases) {
    const ParseResult r = parse(c.in);
    EXPECT_FALSE(r.document);
    EXPECT_THAT(findings(r), ElementsAre(c.want));
  }
}

TEST(ParseArticle, KeepsWhatCanBeKept) {
  const ParseResult yaml = parse("---\ntitle: a: b\n---\n\nText.\n");
  ASSERT_TRUE(yaml.document);
  EXPECT_EQ(yaml.document->title, "a: b");
  EXPECT_THAT(findings(yaml), ElementsAre("error front-matter:2"));
  const ParseResult only_title = parse("---\ntitle: A\n---\n");
  ASSERT_TRUE(only_title.document);
  EXPECT_EQ(only_title.document->html, "");
  EXPECT_EQ(only_title.document->sections.size(), 1u);
}

TEST(ParseArticle, FrontMatterOverridesThePlace) {
  const ParseResult r = parse("---\ntitle: A\nid: My Id\nlang: ko\ncategory: Other\n---\nx");
  EXPECT_EQ(r.document->id, "my-id");
  EXPECT_EQ(r.document->lang, "ko");
  EXPECT_EQ(r.document->fields.one(Field::category), "Other");
}

TEST(ParseArticle, TellsLinesOfTheFile) {
  const ParseResult r = parse("---\ntitle: A\n---\n\nText\n[gone](gone.md)\n\n<!--\na\n-->\n\n![x](no.png)\n",
                              testing::stripping_site());
  EXPECT_THAT(findings(r), ElementsAre("warning link-target:6", "warning asset-missing:12"));
}

TEST(ParseArticle, HandlesLineEndsOfWindows) {
  const ParseResult r = parse("\xEF\xBB\xBF---\r\ntitle: A\r\n---\r\n\r\n## B\r\n\r\ntext\r\nmore\r\n");
  EXPECT_EQ(r.document->title, "A");
  EXPECT_EQ(r.document->sections[1].heading, "B");
  EXPECT_EQ(r.document->sections[1].text, "text more");
}

TEST(ParsePlain, ShowsTheSourceAsItIs) {
  SourceInfo info;
  info.path = "a.md";
  info.lang = "en";
  const ParseResult r = parse_plain(info, {{"a.md", "---\nid: x\n---\n# Title\n\n<b>\x01"}}, Site());
  ASSERT_TRUE(r.document);
  EXPECT_EQ(r.document->id, "x");
  EXPECT_EQ(r.document->title, "Title");
  EXPECT_EQ(r.document->html, "<pre tabindex=\"0\"># Title\n\n&lt;b&gt;\xEF\xBF\xBD</pre>\n");
  EXPECT_FALSE(parse_plain(info, {{"a.md", ""}}, Site()).document);
}

TEST(ParsePlain, KeepsThePostsOfAThread) {
  SourceInfo info;
  info.path = "t/question.md";
  info.kind = Kind::community;
  const ParseResult r = parse_plain(info,
                                    {{"t/question.md", "---\ntitle: Q\n---\nWhy?"},
                                     {"t/answer-1.md", "---\nauthor: Kim\naccepted: true\n---\nSo."}},
                                    Site());
  ASSERT_TRUE(r.document);
  ASSERT_EQ(r.document->posts.size(), 2u);
  EXPECT_TRUE(r.document->solved);
  EXPECT_EQ(r.document->posts[1].anchor, "answer-1");
  EXPECT_EQ(r.document->sections[1].heading, "Answer by Kim");
}

}  // namespace
}  // namespace signpost
