// cross_check_test.cc - findings that need all documents.
#include "indexer/cross_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Three articles: a.md, b.md and ko.md, the translation of b.md.
class CrossCheckTest : public ::testing::Test {
 protected:
  CrossCheckTest() : facts_(3) {
    for (const auto& [path, id, lang] :
         {std::tuple("a.md", "a", "en"), {"b.md", "b", "en"}, {"ko.md", "b", "ko"}}) {
      corpus_.documents.push_back({{path, Kind::help, id, lang, ""}, {path}, 1});
    }
    for (auto& facts : facts_) facts.emplace();
    facts_[1]->anchors = {hash_anchor("first"), hash_anchor("한글-제목")};
  }

  std::vector<std::string> run() {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : check_across(corpus_, facts_, site_))
      lines.push_back(to_string(diagnostic));
    return lines;
  }
  void link(uint32_t target, const std::string& fragment) {
    facts_[0]->links.push_back({target, 5, 2, fragment, "a.md"});
  }

  Corpus corpus_;
  std::vector<std::optional<DocumentFacts>> facts_;
  Site site_;
};

TEST_F(CrossCheckTest, FragmentsMustExist) {
  for (const char* good : {"", "first", "한글-제목", "top", ":~:text=anything"}) link(1, good);
  EXPECT_THAT(run(), IsEmpty());
  link(1, "First");
  link(0, "gone");
  EXPECT_THAT(
      run(), ElementsAre("a.md:5:2: warning: there is no heading with the id 'First' in b.md [link-fragment]",
                         "a.md:5:2: warning: there is no heading with the id 'gone' in this page "
                         "[link-fragment]"));
}

TEST_F(CrossCheckTest, ALinkToWhatWasLeftOutLeadsNowhere) {
  link(1, "first");
  facts_[1].reset();
  EXPECT_THAT(run(), ElementsAre("a.md:5:2: warning: links to b.md, which was left out [link-target]"));
}

TEST_F(CrossCheckTest, SettingsNameDocuments) {
  site_.path = "conf/site.yaml";
  site_.popular = {"b", "gone"};
  site_.popular_line = 7;
  site_.best_bets = {{"", {"q"}, "a", 2}, {"ko", {"q"}, "lost", 3}};
  EXPECT_THAT(
      run(),
      ElementsAre(
          "conf/site.yaml:7: warning: popular names 'gone', and no document has that id [link-target]",
          "queries.yaml:3: warning: a best bet names 'lost', and no document has that id [best-bets]"));
}

TEST_F(CrossCheckTest, ChannelsNameDocuments) {
  site_.path = "site.yaml";
  site_.contact.channels.resize(2);
  Channel& forum = site_.contact.channels[0];
  forum.id = "forum";
  forum.addresses = {{"", "a"}, {"ko", "/contact"}};
  forum.line = 4;
  Channel& mail = site_.contact.channels[1];
  mail.id = "mail";
  mail.kind = ChannelKind::email;
  mail.addresses = {{"", "a@b.c"}};
  EXPECT_THAT(run(), IsEmpty());
  forum.addresses["ja"] = "gone";
  EXPECT_THAT(run(),
              ElementsAre("site.yaml:4: warning: the channel 'forum' names 'gone', and no document has that "
                          "id [link-target]"));
}

TEST_F(CrossCheckTest, AnswersNameWhatIsThere) {
  site_.path = "site.yaml";
  site_.answers.never_line = 5;
  facts_[0]->category = "legal";
  site_.categories.push_back({"billing", {}, {}, ""});
  site_.categories.push_back({"legal", {}, {}, ""});
  site_.answers.never[Field::category] = {"legal", "billing"};
  facts_[1]->sections = {hash_anchor("first")};
  site_.pinned_answers = {{"ko", {"q"}, "b", "first", 3}};
  EXPECT_THAT(run(), IsEmpty());
  site_.answers.never[Field::category].push_back("leagl");
  site_.pinned_answers.push_back({"", {"q"}, "lost", "", 4});
  site_.pinned_answers.push_back({"", {"q"}, "b", "second", 5});
  site_.pinned_answers.push_back({"", {"q"}, "a", "", 6});
  EXPECT_THAT(
      run(),
      ElementsAre(
          "site.yaml:5: warning: answers never quote the category 'leagl', and there is none [category]",
          "answers.yaml:4: error: the answer is 'lost', and no document has that id [pinned-answers]",
          "answers.yaml:5: error: there is no heading with the id 'second' in 'b' [pinned-answers]",
          "answers.yaml:6: error: the answer is 'a', which site.yaml says is never quoted "
          "[pinned-answers]"));
}

// Raw HTML may have an id where no section begins, and a heading may have other headings alone below it.
TEST_F(CrossCheckTest, AnswersNameWhatCanBeQuoted) {
  facts_[0]->sections = {hash_anchor("first")};
  facts_[0]->anchors = {hash_anchor("first"), hash_anchor("in-html")};
  site_.pinned_answers = {
      {"", {"q"}, "a", "first", 2}, {"", {"q"}, "a", "in-html", 3}, {"", {"q"}, "a", "", 4}};
  EXPECT_THAT(run(),
              ElementsAre("answers.yaml:3: error: there is no text that can be quoted right below "
                          "'in-html' in 'a' (a.md); name the heading of a section that has one "
                          "[pinned-answers]",
                          "answers.yaml:4: error: there is no text that can be quoted before the first "
                          "heading of 'a' (a.md); name the heading of a section that has one "
                          "[pinned-answers]"));
}

TEST_F(CrossCheckTest, AliasesLeadToOnePage) {
  facts_[1]->aliases = {"/old"};
  facts_[2]->aliases = {"/old"};  // a translation of it
  EXPECT_THAT(run(), IsEmpty());
  facts_[0]->aliases = {"/old", "/en/articles/b"};
  EXPECT_THAT(
      run(),
      ElementsAre("a.md: warning: the alias '/en/articles/b' is the address of the page of b.md [alias]",
                  "b.md: warning: the alias '/old' leads already to a.md [alias]",
                  "ko.md: warning: the alias '/old' leads already to a.md [alias]"));
}

TEST_F(CrossCheckTest, RedirectsLeadSomewhereAndHideNothing) {
  site_.redirects = {{"/1", "b", 1},
                     {"/2", "/ko/articles/a#x", 2},
                     {"/3", "/search?q=b", 3},
                     {"/4", "/files/a.pdf", 4},
                     {"/5", "/articles/b", 5}};
  EXPECT_THAT(run(), IsEmpty());
  facts_[0]->aliases = {"/old"};
  site_.redirects = {{"/en/articles/a", "b", 1},
                     {"/old", "b", 2},
                     {"/6", "gone#x", 3},
                     {"/7", "/en/articles/gone", 4},
                     {"/8", "/old#x", 5}};
  EXPECT_THAT(
      run(), ElementsAre(
                 "redirects:1: warning: '/en/articles/a' is the address of the page of a.md, which is shown "
                 "[redirect]",
                 "redirects:2: warning: '/old' is an alias of a.md, to which it leads [redirect]",
                 "redirects:3: warning: '/6' leads to 'gone', and no document has that id [redirect]",
                 "redirects:4: warning: '/7' leads to /en/articles/gone, where there is no page [redirect]",
                 "redirects:5: warning: '/8' leads to /old#x, which is an alias of a.md; name its id instead "
                 "[redirect]"));
}

TEST_F(CrossCheckTest, CategoriesAreCheckedOnceEachIfTheSiteListsAny) {
  facts_[0]->category = "billing";
  facts_[1]->category = facts_[2]->category = "unknown";
  EXPECT_THAT(run(), IsEmpty());
  site_.categories.push_back({"billing", {}, {}, ""});
  EXPECT_THAT(
      run(), ElementsAre("b.md: warning: the category 'unknown' is not in site.yaml (in 2 files, first here) "
                         "[category]"));
}

TEST_F(CrossCheckTest, UnknownKeysAreNotedOnceEach) {
  facts_[0]->unknown_keys = {"ms.author", "x"};
  facts_[1]->unknown_keys = {"ms.author"};
  EXPECT_THAT(
      run(),
      ElementsAre("a.md: note: front matter key 'ms.author' is not one of ours; kept (in 2 files, first "
                  "here) [unknown-key]",
                  "a.md: note: front matter key 'x' is not one of ours; kept (in this file only) "
                  "[unknown-key]"));
}

TEST_F(CrossCheckTest, EveryFileIsNamedWithItsPlaceWhenAskedFor) {
  const TemporaryFolder folder;
  corpus_.source.emplace(folder.path());
  folder.write("a.md", "---\ntitle: A\ncategory: odd\n---\n");
  folder.write("b.md", "---\nms.author: x\naliases:\n  - /new\n  - /en/articles/a\ncategory: odd\n---\n");
  site_.categories.push_back({"billing", {}, {}, ""});
  facts_[0]->category = facts_[1]->category = "odd";
  facts_[1]->aliases = {"/new", "/en/articles/a"};
  facts_[1]->unknown_keys = {"ms.author"};
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : check_across(corpus_, facts_, site_, Detail::everywhere))
    lines.push_back(to_string(diagnostic));
  EXPECT_THAT(
      lines,
      ElementsAre("b.md:5:5: warning: the alias '/en/articles/a' is the address of the page of a.md [alias]",
                  "a.md:3:11: warning: the category 'odd' is not in site.yaml [category]",
                  "b.md:6:11: warning: the category 'odd' is not in site.yaml [category]",
                  "b.md:2:1: note: front matter key 'ms.author' is not one of ours; kept [unknown-key]"));
}

TEST_F(CrossCheckTest, AddressesOfTheSite) {
  site_.languages = {{"en", "English"}, {"ko", "한국어"}};
  site_.redirects = {{"/moved", "a", 1}};
  facts_[1]->aliases = {"/old/b"};
  corpus_.other_files = {"x.pdf"};
  for (const char* address : {"/",           "/en/articles/a", "/ko/articles/b/",  "/ko/articles/a",
                              "/articles/a", "/articles/a.md", "/search",          "/en/",
                              "/ko",         "/en/categories", "/ko/categories/x", "/old/b",
                              "/moved/",     "/files/x.pdf",   "/api/v1/search",   "/sitemap.xml",
                              "/ask",        "/ko/ask",        "/ko/contact",      "/en/requests/new"})
    facts_[0]->addresses.push_back({5, 2, address, "a.md"});
  site_.contact.channels.resize(1);
  site_.contact.channels[0].kind = ChannelKind::form;
  EXPECT_THAT(run(), IsEmpty());
  facts_[0]->addresses.clear();
  site_.contact.channels.clear();
  int line = 0;
  for (const char* address : {"/docs/nothing/", "/fr/", "/en/articles/c", "/files/y.pdf", "/old", "/articles",
                              "/en/contact", "/en/requests/x"})
    facts_[0]->addresses.push_back({++line, 2, address, "a.md"});
  EXPECT_THAT(run(), ElementsAre("a.md:1:2: warning: link to nowhere: /docs/nothing/ [link-target]",
                                 "a.md:2:2: warning: link to nowhere: /fr/ [link-target]",
                                 "a.md:3:2: warning: link to nowhere: /en/articles/c [link-target]",
                                 "a.md:4:2: warning: link to nowhere: /files/y.pdf [link-target]",
                                 "a.md:5:2: warning: link to nowhere: /old [link-target]",
                                 "a.md:6:2: warning: link to nowhere: /articles [link-target]",
                                 "a.md:7:2: warning: link to nowhere: /en/contact [link-target]",
                                 "a.md:8:2: warning: link to nowhere: /en/requests/x [link-target]"));
}

}  // namespace
}  // namespace signpost
