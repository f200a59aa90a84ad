// indexing_run_test.cc - whole runs on small sources: what is published, what is said, what is left.
#include "indexer/indexing_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.h"
#include "base/file_io.h"
#include "content/site_json.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/published_pages.h"
#include "indexer/published_generation.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class IndexingRunTest : public ::testing::Test {
 protected:
  IndexingRunTest() {
    options_.source = folder_.path("source");
    options_.output = folder_.path("index");
    options_.report_file = folder_.path("report.json");
    fs::create_directories(options_.source);
  }

  void article(const std::string& name, const std::string& text = "# A title\n\nSome words.\n") {
    folder_.write("source/" + name, text);
  }
  Site published_site() {
    return site_from_json(read_file(*current_generation(options_.output) + "/site.json"));
  }
  int run() {
    std::ostringstream out;
    std::ostringstream err;
    const int code = run_index(options_, out, err);
    out_ = out.str();
    err_ = err.str();
    report_ = nlohmann::json::parse(folder_.read("report.json"));
    return code;
  }
  uint64_t documents_published() { return verify_generation(*current_generation(options_.output)).documents; }
  size_t generation_folders() {
    const fs::directory_iterator all(options_.output + "/generations");
    return static_cast<size_t>(std::distance(begin(all), end(all)));
  }

  TemporaryFolder folder_;
  IndexOptions options_;
  std::string out_;
  std::string err_;
  nlohmann::json report_;
};

TEST_F(IndexingRunTest, PublishesWhatItFinds) {
  article("site.yaml", "title: { en: Help }\nlogo: logo.svg\nlanguages:\n  - { code: en, name: English }\n");
  article("logo.svg", "<svg/>");
  article("help/en/billing/refunds.md", "---\ntitle: Refunds\n---\nSee ![a picture](../../../img/a.png).\n");
  article("img/a.png", "png");
  article("img/unused.png", "png");
  article("community/en/t/question.md", "---\ntitle: Why?\nauthor: kim\n---\nWhy?\n");
  article("community/en/t/answer-1.md", "---\nauthor: lee\naccepted: true\n---\nBecause.\n");
  EXPECT_EQ(run(), kExitClean) << err_;
  EXPECT_EQ(err_, "");
  EXPECT_THAT(out_, AllOf(HasSubstr("2 documents (community 1, help 1; en 2)"),
                          HasSubstr("Read 3 Markdown files: 3 indexed, 0 left out")));
  EXPECT_EQ(documents_published(), 2u);
  const fs::path files = fs::path(*current_generation(options_.output)) / "files";
  EXPECT_TRUE(fs::exists(files / "img/a.png"));
  EXPECT_TRUE(fs::exists(files / "logo.svg"));
  EXPECT_FALSE(fs::exists(files / "img/unused.png"));
  EXPECT_FALSE(fs::exists(files.parent_path() / "shards"));
}

TEST_F(IndexingRunTest, WithoutAnArticleNothingIsPublished) {
  EXPECT_EQ(run(), kExitNotPublished);
  EXPECT_THAT(err_, HasSubstr("nothing was published: there is no article in "));
  article("a.adoc", "= A");
  article("b.adoc", "= B");
  article("LICENSE", "x");
  EXPECT_EQ(run(), kExitNotPublished);
  EXPECT_THAT(err_, HasSubstr(": its files are .adoc 2, other 1\n"));
  article("draft.md", "---\ndraft: true\n---\n# A\n");
  EXPECT_EQ(run(), kExitNotPublished);
  EXPECT_THAT(err_, HasSubstr(": of 1 Markdown file none is published\n"));
  options_.force = true;
  EXPECT_EQ(run(), kExitClean);
  EXPECT_EQ(documents_published(), 0u);
}

TEST_F(IndexingRunTest, WhatIsNotUnderstoodIsCountedInTheOrderOfTheFiles) {
  article("mkdocs.yml", "site_name: x");
  article("b.md", "# B\n\n--8<-- \"b.txt\"\n");
  article("a.md", "# A\n\n:::chart\nx\n:::\n\n--8<-- \"a.txt\"\n");
  EXPECT_EQ(run(), kExitClean) << err_;
  EXPECT_THAT(out_, HasSubstr("Read as written for mkdocs\n"
                              "Dropped or not understood: 3 constructs of 2 kinds\n"
                              "  --8<-- 2 (a.md:7, b.md:3)\n"
                              "  :::chart 1 (a.md:3)\n"));
  article("b.md", "# B\n\nMore\n\n--8<-- \"b.txt\"\n");
  EXPECT_EQ(run(), kExitClean) << err_;
  EXPECT_THAT(out_, AllOf(HasSubstr("Rendered what changed, 1 document"),
                          HasSubstr("  --8<-- 2 (a.md:7, b.md:5)\n")));
}

TEST_F(IndexingRunTest, BrokenFilesAreReportedAndTheRestIsPublished) {
  for (int i = 0; i < 5; ++i) article("good" + std::to_string(i) + ".md");
  article("latin1.md", "# caf\xe9\n");
  article("empty.md", "");
  article("yaml.md", "---\ntitle: [unclosed\n---\n\n# Still here\n\ntext\n");
  article("link.md", "# Links\n\n[gone](gone.md) and [no heading](good1.md#none)\n");
  article("large.md", std::string(3'000'000, 'x'));
  article("dup1.md", "---\nid: same\n---\n# One\n\ntext\n");
  article("dup2.md", "---\nid: same\n---\n# Two\n\ntext\n");
  article("bad\xff.md");
  article("unreadable.md");
  article("folder.md/inner.md");
  ::chmod(folder_.path("source/unreadable.md").c_str(), 0);
  ASSERT_EQ(::mkfifo(folder_.path("source/pipe.md").c_str(), 0600), 0);
  EXPECT_EQ(run(), kExitErrors);
  EXPECT_THAT(err_, AllOf(HasSubstr("latin1.md:1"), HasSubstr("empty.md"), HasSubstr("yaml.md:"),
                          HasSubstr("large.md: error: "),
                          HasSubstr("dup2.md:2:1: error: says the id 'same' of dup1.md"),
                          HasSubstr("bad\\xff.md: error: "), HasSubstr("pipe.md: error: is a named pipe"),
                          HasSubstr("link.md:3:"), HasSubstr("[link-target]"), HasSubstr("[link-fragment]")));
  const nlohmann::json& files = report_["files"];
  EXPECT_EQ(files["markdown"].get<int>(), files["indexed"].get<int>() + files["left_out"].get<int>());
  EXPECT_GE(documents_published(), 8u);
  if (::geteuid() != 0) {
    EXPECT_THAT(err_, HasSubstr("unreadable.md: error: cannot be read: Permission denied"));
  }
}

// Regression: a new file that said the id had the address, whatever was published, and --strict let it pass.
TEST_F(IndexingRunTest, APublishedAddressKeepsItsArticle) {
  article("help/en/billing/plan.md");
  EXPECT_EQ(run(), kExitClean);
  const std::string first = *current_generation(options_.output);
  article("help/en/accounts/new.md", "---\nid: plan\n---\n# New\n\ntext\n");
  const auto taken =
      HasSubstr("help/en/accounts/new.md:2:1: error: says the id 'plan', but /en/articles/plan is");
  const auto address_of = [this](const std::string& path) {
    for (const PublishedPage& page : read_published_pages(*current_generation(options_.output)).pages) {
      if (page.source_path == path) return page.id;
    }
    return std::string();
  };
  options_.strict = true;
  EXPECT_EQ(run(), kExitNotPublished);
  EXPECT_EQ(*current_generation(options_.output), first);
  options_.strict = false;
  for (const char* way : {"what changed", "everything", "without what the last run left"}) {
    options_.full = way == std::string("everything");
    if (way[0] == 'w' && way[4] == 'o') fs::remove_all(options_.output + "/state");
    EXPECT_EQ(run(), kExitErrors) << way;
    EXPECT_THAT(err_, taken) << way;
    EXPECT_EQ(address_of("help/en/billing/plan.md"), "plan") << way;
    EXPECT_EQ(address_of("help/en/accounts/new.md"), "plan-2") << way;
  }
}

TEST_F(IndexingRunTest, EveryFileLeftOutHasAnError) {
  article("empty.md", "");
  article("spaces.md", "   \n\n");
  article("comment.md", "<!-- nothing -->\n");
  article("binary.md", std::string("\0\1\2\3", 4));
  article("good.md");
  run();
  std::set<std::string> explained;
  for (const auto& diagnostic : report_["diagnostics"]) explained.insert(diagnostic["path"]);
  EXPECT_EQ(report_["files"]["left_out"].get<size_t>() + report_["files"]["indexed"].get<size_t>(), 5u);
  EXPECT_GE(explained.size(), report_["files"]["left_out"].get<size_t>());
  EXPECT_THAT(err_, Not(HasSubstr("got lost")));
}

TEST_F(IndexingRunTest, StrictPublishesNothingOnAnError) {
  article("good.md");
  EXPECT_EQ(run(), kExitClean);
  const auto before = current_generation(options_.output);
  article("bad.md", "# caf\xe9\n");
  options_.strict = true;
  EXPECT_EQ(run(), kExitNotPublished);
  EXPECT_THAT(err_, HasSubstr("nothing was published: --strict, and there"));
  EXPECT_EQ(current_generation(options_.output), before);
  EXPECT_EQ(generation_folders(), 1u);
  EXPECT_EQ(report_["published"], false);
}

TEST_F(IndexingRunTest, LosingMostDocumentsNeedsForce) {
  for (int i = 0; i < 10; ++i) article("a" + std::to_string(i) + ".md");
  EXPECT_EQ(run(), kExitClean);
  for (int i = 0; i < 5; ++i) fs::remove(folder_.path("source/a" + std::to_string(i) + ".md"));
  EXPECT_EQ(run(), kExitClean) << "half is not more than half";
  for (int i = 5; i < 8; ++i) fs::remove(folder_.path("source/a" + std::to_string(i) + ".md"));
  const auto before = current_generation(options_.output);
  EXPECT_EQ(run(), kExitNotPublished);
  EXPECT_THAT(err_, HasSubstr("only 2 of 5 documents are left; --force publishes nevertheless"));
  EXPECT_EQ(current_generation(options_.output), before);
  options_.force = true;
  EXPECT_EQ(run(), kExitClean);
  EXPECT_EQ(documents_published(), 2u);
}

TEST_F(IndexingRunTest, ThreeGenerationsAreKeptAndRollBackGoesBack) {
  article("a.md");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(run(), kExitClean);
  EXPECT_EQ(generation_folders(), 3u);
  const auto names = list_generations(options_.output);
  std::ostringstream out;
  EXPECT_EQ(run_roll_back(options_.output, out), kExitClean);
  EXPECT_EQ(out.str(), "Published " + names[1] + " again\n");
  EXPECT_EQ(fs::path(*current_generation(options_.output)).filename(), names[1]);
  EXPECT_THROW(run_roll_back(folder_.path("nothing"), out), Error);
}

TEST_F(IndexingRunTest, ABrokenSiteFileCostsOnlyItsSettings) {
  article("site.yaml", "title: { en: Help }\nlanguagez: []\n");
  article("a.md");
  EXPECT_EQ(run(), kExitErrors);
  EXPECT_THAT(err_, HasSubstr("site.yaml:2"));
  EXPECT_EQ(documents_published(), 1u);
}

TEST_F(IndexingRunTest, TheSiteFileMayLieElsewhere) {
  folder_.write("settings/site.yaml", "title: { en: Help }\nlogo: brand/logo.svg\nexclude: [\"drafts/*\"]\n");
  folder_.write("settings/brand/logo.svg", "<svg/>");
  article("a.md");
  article("drafts/b.md");
  options_.site_file = folder_.path("settings/site.yaml");
  EXPECT_EQ(run(), kExitClean) << err_;
  EXPECT_EQ(documents_published(), 1u);
  EXPECT_TRUE(fs::exists(*current_generation(options_.output) + "/files/brand/logo.svg"));
  options_.site_file = folder_.path("missing.yaml");
  std::ostringstream out;
  EXPECT_THROW(run_index(options_, out, out), Error);
}

TEST_F(IndexingRunTest, LanguagesThatTheSiteDoesNotListAreStillIndexed) {
  article("site.yaml", "languages:\n  - { code: en, name: English }\n");
  article("help/en/a/one.md");
  article("help/fr-FR/a/one.md");
  article("two.md", "---\nlang: de\n---\n# Zwei\n\nText\n");
  EXPECT_EQ(run(), kExitClean);
  EXPECT_THAT(err_,
              AllOf(HasSubstr("warning: the language 'de' is not in site.yaml (1 document, first here)"),
                    HasSubstr("warning: the language 'fr-FR' is not in site.yaml")));
  EXPECT_EQ(report_["documents"]["by_language"], nlohmann::json({{"de", 1}, {"en", 1}, {"fr-FR", 1}}));
  std::vector<std::string> served;  // so that no link to them leads nowhere
  for (const Language& language : published_site().languages) served.push_back(language.code);
  EXPECT_THAT(served, ElementsAre("en", "de", "fr-FR"));
}

TEST_F(IndexingRunTest, AFolderOfKoreanTextIsAKoreanHelpCentre) {
  article("a.md", "# 비밀번호 바꾸기\n\n설정에서 비밀번호를 바꾸세요.\n");
  EXPECT_EQ(run(), kExitClean);
  EXPECT_THAT(err_, HasSubstr("a.md: note: the text is in ko, so this is the default language"));
  const Site site = published_site();
  EXPECT_EQ(site.default_language, "ko");
  ASSERT_THAT(site.languages, SizeIs(1));
  EXPECT_EQ(site.languages[0].name, "한국어");
}

TEST_F(IndexingRunTest, WhereNothingTellsTheDefaultLanguageAWarningAsks) {
  std::string german;
  for (int i = 0; i < 9; ++i) german += "Der Plan und die Rechnung: sie ist nicht auf der Seite.\n\n";
  article("a.md", german);
  EXPECT_EQ(run(), kExitClean);
  EXPECT_THAT(err_, AllOf(HasSubstr("warning: the text does not look like English"),
                          HasSubstr("`default_language` in site.yaml sets it")));
  EXPECT_EQ(published_site().default_language, "en");
}

TEST_F(IndexingRunTest, MostDocumentsDecideBesideAReadme) {
  article("README.md", "# Read me\n\nThis is the folder of our help.\n");
  for (int i = 0; i < 12; ++i) article("th/" + std::to_string(i) + ".md");
  EXPECT_EQ(run(), kExitClean);
  EXPECT_THAT(err_, HasSubstr("note: the default language is th, which most documents are in"));
  EXPECT_EQ(published_site().default_language, "th");
}

// The file of a link may differ from the link in spelling, and come later.
TEST_F(IndexingRunTest, LinksToNowhereAreReportedUntilTheirFileIsThere) {
  article("docs/a.md", "# A\n\n[b](/docs/b/) [c](/pricing) [d](Größe.md)\n");
  EXPECT_EQ(run(), kExitClean);
  EXPECT_THAT(err_, AllOf(HasSubstr("docs/a.md:3:1: warning: link to nowhere: /docs/b/ [link-target]"),
                          HasSubstr("docs/a.md:3:15: warning: link to nowhere: /pricing [link-target]"),
                          HasSubstr("warning: link to nowhere: Gr")));
  article("docs/b.md");
  article("docs/Gro\u0308ße.md");
  article("redirects", "/pricing b\n");
  EXPECT_EQ(run(), kExitClean);
  EXPECT_THAT(err_, Not(HasSubstr("link to nowhere")));
}

TEST_F(IndexingRunTest, ALineOfManyMegabytesAndAMillionBracketsDoNoHarm) {
  article("brackets.md", "# Brackets\n\n" + std::string(500'000, '[') + "\n");
  article("quotes.md", "# Quotes\n\n" + std::string(500'000, '>') + "\n");
  article("stars.md", "# Stars\n\n" + std::string(500'000, '*') + "a\n");
  article("line.md", std::string(200'000'000, 'x'));
  article("good.md");
  const int code = run();
  EXPECT_LE(code, kExitErrors) << err_;
  EXPECT_THAT(err_, HasSubstr("line.md: error: is larger than 2 MB"));
  EXPECT_EQ(documents_published(), 4u) << err_;
}

TEST_F(IndexingRunTest, ManyFilesInManyProcessesGiveTheSameAsOne) {
  for (int i = 0; i < 400; ++i) {
    article("folder" + std::to_string(i % 7) + "/a" + std::to_string(i) + ".md",
            "# Article " + std::to_string(i) + "\n\n" + std::string(static_cast<size_t>(i * 11), 'w') +
                " words\n");
  }
  nlohmann::json first;
  for (const size_t jobs : {1, 2, 5}) {
    options_.jobs = jobs;
    EXPECT_EQ(run(), kExitClean) << err_;
    EXPECT_EQ(documents_published(), 400u);
    if (first.is_null()) first = report_;
    for (const char* key : {"documents", "sections", "terms", "files"})
      EXPECT_EQ(report_[key], first[key]) << key;
  }
}

TEST_F(IndexingRunTest, TwoRunsNeverWriteAtOnce) {
  article("a.md");
  const IndexLock lock(options_.output);
  std::ostringstream out;
  EXPECT_THROW(run_index(options_, out, out), Error);
  EXPECT_EQ(current_generation(options_.output), std::nullopt);
}

TEST_F(IndexingRunTest, AMissingSourcePublishesNothing) {
  options_.source = folder_.path("missing");
  std::ostringstream out;
  EXPECT_THROW(run_index(options_, out, out), Error);
  EXPECT_FALSE(fs::exists(options_.output));
}

TEST_F(IndexingRunTest, SiteYamlChangesSeverities) {
  article("a.md", "# A\n\n[x](gone.md) [y](#none)\n");
  article("site.yaml", "checks:\n  link-target: error\n  link-fragment: off\n");
  EXPECT_EQ(run(), kExitErrors);
  EXPECT_EQ(err_, "a.md:3:1: error: link to nowhere: gone.md [link-target]\n");
  article("site.yaml", "checks:\n  no-such-rule: error\n");
  EXPECT_EQ(run(), kExitErrors);
  EXPECT_THAT(err_, HasSubstr("site.yaml:2:3: error: there is no rule 'no-such-rule'"));
}

}  // namespace
}  // namespace signpost
