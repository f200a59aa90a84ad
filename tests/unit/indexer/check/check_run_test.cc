// check_run_test.cc - whole checks of small sources: every rule that needs more than one document, what the
// settings change, what a change causes, and that nothing is written.
#include "indexer/check/check_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "base/error.h"
#include "tests/unit/indexer/check/repository.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

using Files = std::map<std::string, std::string>;

class CheckRunTest : public ::testing::Test {
 protected:
  CheckRunTest() {
    options_.source = folder_.path("source");
    options_.today = "2026-11-22";
  }

  void write(const Files& files) {
    fs::create_directories(options_.source);
    for (const auto& [name, text] : files) folder_.write("source/" + name, text);
  }
  void remove(const std::string& name) { fs::remove(folder_.path("source/" + name)); }

  // "a.md:3:1 warning" of all findings of the rule.
  std::vector<std::string> places(const std::string& rule) {
    std::vector<std::string> all;
    for (const std::string& line : run()) {
      const std::string tail = " [" + rule + "]";
      if (line.size() < tail.size() || line.compare(line.size() - tail.size(), tail.size(), tail) != 0)
        continue;
      const size_t colon = line.find(": ");
      all.push_back(line.substr(0, colon) + line.substr(colon + 1, line.find(": ", colon + 1) - colon - 1));
    }
    return all;
  }
  std::vector<std::string> run() {
    std::ostringstream out;
    std::ostringstream err;
    exit_code_ = run_check(options_, out, err);
    std::vector<std::string> lines;
    std::istringstream all(out.str());
    for (std::string line; std::getline(all, line);) lines.push_back(line.substr(options_.source.size() + 1));
    return lines;
  }

  Repository folder_;
  CheckOptions options_;
  int exit_code_ = -1;
};

// One table for the rules that several files make; files are written anew for each.
TEST_F(CheckRunTest, RulesAcrossFiles) {
  struct Case {
    const char* rule;
    Files files;
    std::vector<std::string> want;
  };
  const std::string site = "languages: [en, ko, ja]\ncategories: [a]\npopular: [home]\n";
  const Case cases[] = {
      {"front-matter", {{"a.md", "---\ntitle: A\nlevel: hard\n---\nx\n"}}, {"a.md:3:8 warning"}},
      {"front-matter", {{"a.md", "---\ntitle: [A\n---\nx\n"}}, {"a.md:3:1 error"}},
      {"incident",
       {{"help/en/a/x.md", "# A\n"},
        {"incidents/en/i.md", "---\ntitle: I\nstatus: fixed\nstarted: 2026-11-23 10:00\n---\n## 10:00\n"}},
       {"incidents/en/i.md:3:9 error", "incidents/en/i.md:4:1 warning", "incidents/en/i.md:6:1 error"}},
      {"date", {{"a.md", "---\ntitle: A\nupdated: soon\n---\nx\n"}}, {"a.md:3:10 warning"}},
      {"unknown-key",
       {{"a.md", "---\ntitle: A\ncolour: red\n---\nx\n"}, {"b.md", "---\ncolour: red\n---\n# B\n"}},
       {"a.md:3:1 note", "b.md:2:1 note"}},
      {"title", {{"a.md", "x\n"}}, {"a.md:1:1 warning"}},
      {"draft", {{"a.md", "---\ndraft: true\n---\nx\n"}}, {"a.md:2:1 note"}},
      {"empty", {{"a.md", "\n"}}, {"a.md error"}},
      {"encoding", {{"a.md", "# A\n\n한글 \xFF\n"}}, {"a.md:3:4 error"}},
      {"duplicate-id",
       {{"help/en/a/a.md", "---\nid: x\n---\n# A\n"}, {"help/en/a/b.md", "---\ntitle: B\nid: x\n---\nb\n"}},
       {"help/en/a/b.md:3:1 error"}},
      {"id-collision", {{"help/en/a/x.md", "# A\n"}, {"help/en/b/x.md", "# B\n"}}, {"help/en/b/x.md error"}},
      {"id-collision",
       {{"help/en/a/y.md", "---\ntitle: Y\nid: x\n---\n# A\n"}, {"help/en/b/x.md", "# B\n"}},
       {"help/en/a/y.md:3:1 error"}},
      {"alias",
       {{"a.md", "---\naliases: [/old]\n---\n# A\n"},
        {"b.md", "---\naliases:\n  - /new\n  - /old\n---\n# B\n"}},
       {"b.md:4:5 warning"}},
      {"link-target",
       {{"a.md", "# A\n\nsee [b](b.md) or <javascript:x>\n"}},
       {"a.md:3:5 warning", "a.md:3:18 warning"}},
      {"link-fragment",
       {{"a.md", "# A\n\n> [b](b.md#none) [c](b.md#part)\n"}, {"b.md", "# B\n\n## Part\n"}},
       {"a.md:3:3 warning"}},
      {"asset-missing", {{"a.md", "# A\n\n- ![x](x.png)\n"}}, {"a.md:3:3 warning"}},
      {"html-dropped", {{"a.md", "# A\n\nx <script>y</script>\n"}}, {"a.md:3:3 note"}},
      {"category",
       {{"site.yaml", site},
        {"help/en/a/x.md", "# X\n"},
        {"help/en/odd/y.md", "---\ncategory: b\n---\n# Y\n"}},
       {"help/en/odd/y.md:2:11 warning"}},
      {"language",
       {{"site.yaml", "languages: [en]\n"}, {"help/ko/a/x.md", "# X\n"}},
       {"help/ko/a/x.md warning"}},
      {"site", {{"site.yaml", "title: A\ncolour: red\n"}, {"a.md", "# A\n"}}, {"site.yaml:2:1 error"}},
      {"synonyms",
       {{"site.yaml", "title: A\n"}, {"synonyms/en.txt", "a, b\nalone\n"}, {"a.md", "# A\n"}},
       {"synonyms/en.txt:2:1 error"}},
      {"best-bets",
       {{"site.yaml", "title: A\n"}, {"queries.yaml", "best_bets:\n  - {q: a}\n"}, {"a.md", "# A\n"}},
       {"queries.yaml:2:5 error"}},
      {"orphan",
       {{"site.yaml", site},
        {"help/en/a/home.md", "# H\n\n[x](x.md)\n"},
        {"help/en/a/x.md", "# X\n\n[y](#x)\n"},
        {"help/en/a/y.md", "# Y\n\n[y](y.md)\n"},
        {"help/en/a/index.md", "# I\n"}},
       {"help/en/a/y.md note"}},
      {"translation-missing",
       {{"site.yaml", site},
        {"help/en/a/x.md", "# X\n"},
        {"help/ko/a/x.md", "# X\n"},
        {"help/ko/a/y.md", "# Y\n"}},
       {"help/en/a/x.md note"}},
      {"translation-outdated",
       {{"site.yaml", site},
        {"help/en/a/x.md", "---\nupdated: 2026-02-02\n---\n# X\n"},
        {"help/ja/a/x.md", "---\nupdated: 2026-02-02\n---\n# X\n"},
        {"help/ko/a/x.md", "---\ntitle: X\nupdated: 2026-02-01\n---\nx\n"}},
       {"help/ko/a/x.md:3:10 warning"}},
      {"translation-structure",
       {{"site.yaml", site},
        {"help/en/a/x.md", "# X\n\n## One\n\n- a\n\n## Two\n"},
        {"help/ja/a/x.md", "---\ntitle: X\n---\n## One\n\n- a\n\n## Two\n"},
        {"help/ko/a/x.md", "---\ntitle: X\n---\n## One\n\n- a\n"}},
       {"help/ko/a/x.md:6 warning"}},
      {"thread",
       {{"community/en/t/question.md", "# Q\n"}, {"community/en/t/notes.md", "x\n"}},
       {"community/en/t/notes.md error"}},
      {"file-size", {{"a.md", std::string(2'200'000, 'x')}}, {"a.md error"}},
      {"file-name", {{"a\xFF.md", "# A\n"}}, {"a\\xff.md error"}},
  };
  for (const Case& c : cases) {
    fs::remove_all(options_.source);
    write(c.files);
    EXPECT_EQ(places(c.rule), c.want) << c.rule;
  }
}

TEST_F(CheckRunTest, WhatIsNoFileIsNamed) {
  write({{"a.md", "# A\n"}});
  fs::create_symlink("gone.md", folder_.path("source/link.md"));
  fs::create_directory(folder_.path("source/folder.md"));
  EXPECT_THAT(places("symlink"), ElementsAre("link.md error"));
  EXPECT_THAT(places("file-type"), ElementsAre("folder.md warning"));
}

// What changed in the original shows in its translations, too.
TEST_F(CheckRunTest, AChangedSourceIsLaidUnderItsTranslations) {
  if (!folder_.usable()) GTEST_SKIP() << "there is no git";
  write({{"site.yaml", "languages: [en, ko]\n"},
         {"help/en/a/x.md", "## One\n\nx\n"},
         {"help/ko/a/x.md", "## One\n\nx\n"}});
  folder_.commit("one");
  write({{"help/en/a/x.md", "## One\n\nx\n\n## Two\n\nx\n"}});
  options_.changed_since = "HEAD";
  EXPECT_THAT(places("translation-structure"), ElementsAre("help/ko/a/x.md:1 warning"));
}

// A document that no worker can render is shown as plain text; the rules still see it.
TEST_F(CheckRunTest, TablesOfAnySizeAreRead) {
  std::string table = "# A\n\n";
  for (int row = 0; row < 1000; ++row)
    table += row == 1 ? "|-" + std::string(500, '|') + "\n" : "|" + std::string(300, '|') + "\n";
  write({{"a.md", table}});
  EXPECT_THAT(places("render"), ElementsAre("a.md warning"));
}

TEST_F(CheckRunTest, ErrorsMakeTheExitStatus) {
  write({{"a.md", "---\nsummary: S\n---\n# A\n\n[x](gone.md)\n"}});
  run();
  EXPECT_EQ(exit_code_, 0);
  write({{"site.yaml", "checks:\n  link-target: error\n  orphan: off\n"}});
  EXPECT_THAT(run(), ElementsAre("a.md:6:1: error: link to nowhere: gone.md [link-target]"));
  EXPECT_EQ(exit_code_, 1);
  options_.source = folder_.path("nowhere");
  EXPECT_THROW(run(), Error);
}

TEST_F(CheckRunTest, OnlyWhatAChangeTouchesOrBreaks) {
  if (!folder_.usable()) GTEST_SKIP() << "there is no git";
  write(
      {{"site.yaml", "languages: [en, ko]\nchecks: {orphan: off, summary: off, translation-missing: off}\n"},
       {"help/en/a/old.md", "# Old\n\n[x](gone.md)\n"},
       {"help/en/a/links.md", "# L\n\n[d](deleted.md) [h](headings.md#first) [i](shot.png)\n"},
       {"help/en/a/deleted.md", "# D\n"},
       {"help/en/a/shot.png", "png"},
       {"help/en/a/headings.md", "# H\n\n## First\n"},
       {"help/en/a/source.md", "---\nupdated: 2026-01-01\n---\n# S\n"},
       {"help/ko/a/source.md", "---\nupdated: 2026-01-01\n---\n# S\n"}});
  folder_.commit("first");
  options_.changed_since = "HEAD";
  EXPECT_THAT(run(), IsEmpty());
  remove("help/en/a/deleted.md");
  remove("help/en/a/shot.png");
  write({{"help/en/a/headings.md", "# H\n\n## Second\n"},
         {"help/en/a/new.md", "# N\n\n[x](gone.md)\n"},
         {"help/en/a/source.md", "---\nupdated: 2026-02-01\n---\n# S\n"}});
  EXPECT_THAT(run(),
              ElementsAre("help/en/a/links.md:3:1: warning: link to nowhere: deleted.md [link-target]",
                          "help/en/a/links.md:3:17: warning: there is no heading with the id 'first' in "
                          "help/en/a/headings.md [link-fragment]",
                          "help/en/a/links.md:3:40: warning: link to nowhere: shot.png [link-target]",
                          "help/en/a/new.md:3:1: warning: link to nowhere: gone.md [link-target]",
                          "help/ko/a/source.md:2:10: warning: is of 2026-01-01, and its source "
                          "help/en/a/source.md of 2026-02-01 [translation-outdated]"));
  options_.changed_since = "no-such-ref";
  EXPECT_THROW(run(), Error);
}

// It lies beside the articles, and what is wrong in it is news when it changes.
TEST_F(CheckRunTest, AChangeOfCodeOwnersIsTouched) {
  if (!folder_.usable()) GTEST_SKIP() << "there is no git";
  write({{"site.yaml", "checks: {summary: off}\n"}, {"help/en/a/print.md", "# Print\n"}});
  folder_.write(".github/CODEOWNERS", "* nobody\n");
  folder_.commit("first");
  options_.changed_since = "HEAD";
  options_.format = FindingsFormat::text;
  const auto found = [&] {
    std::ostringstream out;
    std::ostringstream err;
    run_check(options_, out, err);
    return out.str();
  };
  EXPECT_EQ(found(), "");
  folder_.write(".github/CODEOWNERS", "* @docs\n* nobody\n");
  EXPECT_THAT(found(), ::testing::HasSubstr("/.github/CODEOWNERS:2:1: warning: 'nobody' is no owner"));
  folder_.commit("second");
  options_.changed_since = "HEAD~1";
  EXPECT_THAT(found(), ::testing::HasSubstr("[code-owners]"));
}

// Names and times of everything below a folder.
std::map<std::string, fs::file_time_type> state_of(const std::string& folder) {
  std::map<std::string, fs::file_time_type> state;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    state[entry.path().string()] = fs::last_write_time(entry.path());
  return state;
}

TEST_F(CheckRunTest, WritesNothing) {
  write({{"a.md", "# A\n"}, {"b.md", "# B\n"}});
  if (folder_.usable()) {
    folder_.commit("first");
    options_.changed_since = "HEAD";
    write({{"a.md", "# A\n"}});  // the same, but git's index does not know that
  }
  const TemporaryFolder elsewhere;
  const fs::path here = fs::current_path();
  fs::current_path(elsewhere.path());
  const auto before = state_of(folder_.path());
  for (const auto format :
       {FindingsFormat::text, FindingsFormat::json, FindingsFormat::github, FindingsFormat::sarif}) {
    options_.format = format;
    std::ostringstream out;
    run_check(options_, out, out);
  }
  EXPECT_EQ(state_of(folder_.path()), before);
  EXPECT_THAT(state_of("."), IsEmpty());
  fs::current_path(here);
}

TEST_F(CheckRunTest, ManyDocumentsInManyProcesses) {
  Files files;
  for (int i = 0; i < 300; ++i) files["help/en/a/" + std::to_string(i) + ".md"] = "# T\n\n[x](gone.md)\n";
  write(files);
  options_.jobs = 3;
  EXPECT_EQ(places("link-target").size(), 300u);
  EXPECT_THAT(run(), Not(Contains(::testing::HasSubstr("internal"))));
}

// On the day it was written: review dates pass, and a test must not.
TEST_F(CheckRunTest, TheSampleHelpCentreHasNothingWorseThanNotes) {
  options_.source = SIGNPOST_SOURCE_DIR "/articles";
  for (const std::string& line : run()) EXPECT_NE(line.find(": note: "), std::string::npos) << line;
  EXPECT_EQ(exit_code_, 0);
}

}  // namespace
}  // namespace signpost
