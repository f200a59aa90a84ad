// incident_step_test.cc - from the files of a source to its incidents.
#include "indexer/incident_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/sanitized_build.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int64_t kNow = 1'795'000'000;  // 2026-11-18

class IncidentStepTest : public ::testing::Test {
 protected:
  IncidentStepTest() {
    site_.languages = {{"ko", "한국어"}, {"en", "English"}};
    site_.languages_given = true;
    site_.categories = {{"search", {}, {}, "", false}};
    folder_.write("help/en/search/a.md", "# A\n");
  }

  void write(const std::string& lang, const std::string& name, const std::string& head,
             const std::string& body = "") {
    folder_.write("incidents/" + lang + "/" + name + ".md",
                  "---\ntitle: " + name + " " + lang + "\n" + head + "---\n" + body);
  }

  IncidentsOfSource run() {
    const Corpus corpus = scan_corpus(SourceFolder(folder_.path()), site_, false, "");
    CorpusFacts facts(corpus.documents.size());
    facts[0].emplace().products = {"Signpost Cloud"};
    return read_incidents(corpus, facts, site_, kNow);
  }
  std::vector<std::string> findings() {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : run().diagnostics) lines.push_back(to_string(diagnostic));
    return lines;
  }

  TemporaryFolder folder_;
  Site site_;
};

constexpr const char* kHead = "status: monitoring\nstarted: 2026-11-17 14:05\n";

TEST_F(IncidentStepTest, JoinsTheLanguagesOfAnId) {
  write("en", "slow", std::string(kHead) + "queries: [slow]\n");
  write("ko", "slow", "queries: [느림]\n");
  write("en", "2026/older", "status: resolved\nstarted: 2026-10-01 10:00\nresolved: 2026-10-01 11:00\n");
  const IncidentsOfSource read = run();
  EXPECT_THAT(findings(), IsEmpty());
  ASSERT_EQ(read.incidents.size(), 2u);
  const Incident& slow = read.incidents[0];
  EXPECT_EQ(slow.id, "slow");
  EXPECT_EQ(slow.status, IncidentStatus::monitoring);
  EXPECT_THAT(slow.queries, ElementsAre(IncidentQuery{"en", "slow"}, IncidentQuery{"ko", "느림"}));
  ASSERT_EQ(slow.texts.size(), 2u);
  EXPECT_EQ(slow.texts[0].title, "slow en");  // the default language's comes first
  EXPECT_EQ(slow.texts[1].lang, "ko");
  EXPECT_EQ(read.incidents[1].id, "older");
}

TEST_F(IncidentStepTest, SaysWhatIsWrongAndWhere) {
  const struct {
    const char* en;
    const char* ko;  // "" for no file
    const char* body;
    std::vector<std::string> want;
  } cases[] = {
      {"status: resolved\nstarted: 2026-11-17 14:05\n",
       "",
       "",
       {"incidents/en/a.md:3:1: error: is resolved, so it needs `resolved`, the time at which it was "
        "[incident]"}},
      {"status: identified\nstarted: 2026-11-17 14:05\nresolved: 2026-11-17 15:05\n",
       "",
       "",
       {"incidents/en/a.md:5:1: error: says when it was resolved, but its `status` is identified "
        "[incident]"}},
      {"status: identified\nstarted: 2026-11-17 14:05\nuntil: 2026-11-19 15:05\n",
       "",
       "",
       {"incidents/en/a.md:5:1: warning: `until` counts only when the incident is monitored or resolved "
        "[incident]"}},
      {"started: 2026-11-17 14:05\n",
       "",
       "",
       {"incidents/en/a.md:1: error: an incident needs a `status`: investigating, identified, monitoring or "
        "resolved [incident]"}},
      {"status: identified\n",
       "",
       "",
       {"incidents/en/a.md:1: error: an incident needs `started`, the time at which it began; left out "
        "[incident]"}},
      {"status: identified\n",
       "",
       "## 2026-11-17 14:05\n",
       {"incidents/en/a.md:1: error: an incident needs `started`, the time at which it began [incident]"}},
      {"status: identified\nstarted: 2027-11-17 14:05\n",
       "",
       "",
       {"incidents/en/a.md:4:1: warning: begins in the future; nobody is told of it before [incident]"}},
      {"status: investigating\nstarted: 2026-11-17 14:05\n",
       "",
       "## 2026-11-17 14:05 - Identified\n",
       {"incidents/en/a.md:3:1: warning: its newest update says identified, but `status` investigating "
        "[incident]"}},
      {"status: identified\nstarted: 2026-11-17 14:05\ncomponent: Serach\n",
       "",
       "",
       {"incidents/en/a.md:5:1: error: no article has the category or the product 'Serach', so this incident "
        "is shown on the home page and for its queries only [incident]"}},
      {"status: identified\nstarted: 2026-11-17 14:05\n",
       "status: investigating\n",
       "",
       {"incidents/ko/a.md:3:1: warning: says another `status` than incidents/en/a.md, which counts "
        "[incident]"}},
      {"status: identified\nstarted: 2026-11-17 14:05\n",
       "status: Identified\nstarted: 2026-11-17 23:05 +09:00\n",
       "",
       {}},
      {"status: identified\nstarted: 2026-11-17 14:05\ncomponent: signpost cloud\n", "", "", {}},
      {"status: identified\nstarted: 2026-11-17 14:05\ncomponent: search\n", "", "", {}},
  };
  for (const auto& one : cases) {
    write("en", "a", one.en, one.body);
    std::filesystem::remove(folder_.path("incidents/ko/a.md"));
    if (*one.ko != '\0') write("ko", "a", one.ko);
    EXPECT_EQ(findings(), one.want) << one.en;
  }
}

TEST_F(IncidentStepTest, ComponentIsSpelledAsTheArticlesDo) {
  write("en", "a", std::string(kHead) + "component: signpost cloud\n");
  EXPECT_EQ(run().incidents.at(0).component, "Signpost Cloud");
}

TEST_F(IncidentStepTest, LeavesOutWhatNobodyCanRead) {
  write("en", "a", kHead);
  write("en", "b/a", kHead);
  write("de", "a", kHead);
  write("en", "_drafts/c", kHead);
  EXPECT_THAT(
      findings(),
      ElementsAre("incidents/de/a.md: warning: the language 'de' of this incident is not one of the "
                  "site's; left out [language]",
                  "incidents/en/b/a.md:1: error: another file of this language has the id 'a' too; left "
                  "out [incident]"));
  EXPECT_EQ(run().incidents.size(), 1u);
}

// A table of this kind takes the parser longer than any reader waits.
TEST_F(IncidentStepTest, AHostileTextCostsOnlyItself) {
  std::string table;
  for (int i = 0; i < 6000; ++i) table += "|";
  table += "\n";
  for (int i = 0; i < 6000; ++i) table += "|-";
  for (int i = 0; i < 20'000; ++i) table += "\n|";
  write("en", "hostile", kHead, "## 2026-11-17 14:05\n" + table);
  write("en", "plain", kHead);
  const IncidentsOfSource read = run();
  ASSERT_EQ(read.incidents.size(), 2u);
  for (const Incident& incident : read.incidents) {
    if (incident.id == "hostile") {
      EXPECT_THAT(incident.texts[0].updates.at(0).html, HasSubstr("|"));
    }
  }
}

}  // namespace
}  // namespace signpost
