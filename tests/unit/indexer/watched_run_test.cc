// watched_run_test.cc - a run that goes on from memory leaves what a scan of the whole source would.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <sstream>

#include "base/file_io.h"
#include "index/generation.h"
#include "index/history_file.h"
#include "index/incident_file.h"
#include "index/owners_file.h"
#include "index/schema.h"
#include "index/source_place.h"
#include "indexer/indexing_run.h"
#include "search/searcher.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

class WatchedRunTest : public ::testing::Test {
 protected:
  WatchedRunTest() {
    folder_.write("source/site.yaml", "languages: [{ code: en, name: English }]\n");
    for (int i = 0; i < 20; ++i) {
      const std::string number = std::to_string(i);
      folder_.write("source/en/page" + number + ".md",
                    "# Page " + number + "\n\nText about [others](page" + std::to_string((i + 1) % 20) +
                        ".md#more).\n\n## More\n\nNumber" + number + " and more.\n");
    }
    folder_.write("source/community/en/t1/question.md",
                  "---\ntitle: Why?\ndate: 2001-01-01\n---\nIs it so?\n");
    folder_.write("source/community/en/t1/answer-1.md", "Because.\n");
    options_.source = folder_.path("source");
    options_.output = folder_.path("index");
    options_.force = true;
    run({.unclear = true, .files = {}});
  }

  // What went to the terminal.
  std::string run(const SourceChanges& changes) {
    std::ostringstream out;
    run_index_again(options_, changes, memory_, out, out);
    return out.str();
  }
  std::string generation() const { return *current_generation(options_.output); }

  void expect_as_scanned() {
    IndexOptions scanned = options_;
    scanned.output = folder_.path("scanned");
    std::ostringstream out;
    run_index(scanned, out, out);
    const std::string other = *current_generation(scanned.output);
    for (const char* name : {files::kNames, files::kWords, files::kSuggest, files::kRelated, files::kSite})
      EXPECT_TRUE(read_file(generation() + "/" + name) == read_file(other + "/" + name)) << name;
    EXPECT_EQ(load_incidents(generation()), load_incidents(other));
    const Searcher left(generation());
    const Searcher right(other);
    for (const char* text : {"page", "number7", "fresh", "because", "title"}) {
      SearchRequest request;
      request.text = text;
      const SearchResponse one = left.search(request);
      const SearchResponse two = right.search(request);
      ASSERT_EQ(one.hits.size(), two.hits.size()) << text;
      for (size_t i = 0; i < one.hits.size(); ++i) {
        EXPECT_EQ(one.hits[i].url, two.hits[i].url) << text;
        EXPECT_EQ(one.hits[i].score, two.hits[i].score) << text;
      }
    }
  }

  TemporaryFolder folder_;
  IndexOptions options_;
  RunMemories memory_;
};

TEST_F(WatchedRunTest, ATextThatChangedIsAllThatIsRead) {
  ASSERT_TRUE(memory_.everybody);
  folder_.write("source/en/page7.md", "# Another title\n\nFresh [text](page8.md#gone).\n");
  folder_.write("source/en/unseen.md", "# Unseen\n");  // a scan would find it
  const std::string said = run({.unclear = false, .files = {"en/page7.md"}});
  EXPECT_NE(said.find("Rendered what changed, 1 document"), std::string::npos) << said;
  EXPECT_NE(said.find("'gone'"), std::string::npos) << said;
  EXPECT_EQ(memory_.everybody->corpus.documents.size(), 21u);
  fs::remove(folder_.path("source/en/unseen.md"));
  expect_as_scanned();
  // And on from there, of a thread too.
  folder_.write("source/community/en/t1/answer-1.md", "Because it is fresh.\n");
  folder_.write("source/en/page3.md", "# Page 3\n\nFresh as well.\n");
  run({.unclear = false, .files = {"en/page3.md", "community/en/t1/answer-1.md"}});
  expect_as_scanned();
  run({.unclear = false, .files = {"en/page3.md"}});  // as a tool does that only touches it
  expect_as_scanned();
}

// At night every second counts: what changed of an incident is read, and nothing else.
TEST_F(WatchedRunTest, AnIncidentThatChangedIsAllThatIsRead) {
  const auto save = [&](const std::string& status) {
    folder_.write("source/incidents/en/slow.md",
                  "---\ntitle: Slow\nstarted: 2026-01-01 10:00\nstatus: " + status +
                      "\n---\n![x](x.png)\n\n## 2026-01-01 10:05\nWe look.\n");
  };
  folder_.write("source/incidents/en/x.png", "picture");
  save("investigating");
  run({.unclear = true, .files = {}});
  const size_t documents = memory_.everybody->corpus.documents.size();
  ASSERT_EQ(load_incidents(generation()).size(), 1u);
  EXPECT_TRUE(fs::exists(generation() + "/files/incidents/en/x.png"));
  save("identified");
  folder_.write("source/en/unseen.md", "# Unseen\n");  // a scan would find it
  const std::string said = run({.unclear = false, .files = {"incidents/en/slow.md"}});
  EXPECT_NE(said.find("Rendered what changed, 0 documents"), std::string::npos) << said;
  EXPECT_NE(said.find(", 1 incident\n"), std::string::npos) << said;
  EXPECT_EQ(memory_.everybody->corpus.documents.size(), documents);
  EXPECT_EQ(load_incidents(generation()).at(0).status, IncidentStatus::identified);
  EXPECT_TRUE(fs::exists(generation() + "/files/incidents/en/x.png"));
  fs::remove(folder_.path("source/en/unseen.md"));
  expect_as_scanned();
  fs::remove(folder_.path("source/incidents/en/slow.md"));
  run({.unclear = true, .files = {}});
  EXPECT_FALSE(fs::exists(generation() + "/" + files::kIncidents));
  expect_as_scanned();
}

// What the repository says is taken over as it lies there, even by whoever may not write it.
TEST_F(WatchedRunTest, AnIncidentLeavesWhatTheRepositorySays) {
  const auto save = [&](const std::string& status) {
    folder_.write("source/incidents/en/slow.md",
                  "---\ntitle: Slow\nstarted: 2026-01-01 10:00\nstatus: " + status + "\n---\nSlow.\n");
  };
  const std::string git = "git -C '" + folder_.path() + "' ";
  const std::string commit = "-c user.name=t -c user.email=t@example.com commit -q --allow-empty -m x";
  if (std::system((git + "init -q && " + git + commit).c_str()) != 0) GTEST_SKIP() << "there is no git";
  folder_.write("CODEOWNERS", "/source/ @docs\n");
  save("investigating");
  run({.unclear = true, .files = {}});
  const std::string before = generation();
  EXPECT_EQ(load_history(before).revision.size(), 40u);
  const auto places = read_source_places(before, {{"page1", "en"}, {"no-such", "en"}});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places.begin()->second.at("more"), (SourcePlace{"source/en/page1.md", 5, {"@docs"}}));
  const auto times = [&] {
    return std::pair(fs::last_write_time(before + "/" + files::kHistory),
                     fs::last_write_time(before + "/" + files::kOwners));
  };
  const auto written = times();
  save("identified");
  run({.unclear = false, .files = {"incidents/en/slow.md"}});
  EXPECT_NE(generation(), before);
  EXPECT_EQ(load_history(generation()), load_history(before));
  EXPECT_EQ(load_owners(generation()), load_owners(before));
  EXPECT_EQ(times(), written);
}

// However an incident comes or goes, nothing of the articles is looked at.
TEST_F(WatchedRunTest, IncidentsComeAndGoWithoutAScan) {
  const auto save = [&](const std::string& path, const std::string& more = "") {
    folder_.write("source/incidents/" + path, "---\ntitle: " + path +
                                                  "\nstarted: 2026-01-01 10:00\nstatus: identified\n" + more +
                                                  "---\n![x](Picture.png)\n");
  };
  const auto rename = [&](const char* from, const char* to) {
    fs::rename(folder_.path("source/incidents/") + from, folder_.path("source/incidents/") + to);
  };
  const auto remove = [&](const char* path) { fs::remove_all(folder_.path("source/incidents/") + path); };
  const struct {
    const char* what;
    std::function<void()> change;
    std::set<std::string> files;  // beneath incidents/
    std::string want;             // ids
  } cases[] = {
      {"the first", [&] { save("en/slow.md"); }, {""}, "slow"},
      {"a second, in a new folder", [&] { save("en/2025/lost.md"); }, {"en/2025/"}, "lost slow"},
      {"its picture",
       [&] { folder_.write("source/incidents/en/2025/Picture.png", "p"); },
       {"en/2025/Picture.png"},
       "lost slow"},
      {"another name",
       [&] { rename("en/slow.md", "en/slower.md"); },
       {"en/slow.md", "en/slower.md"},
       "lost slower"},
      {"another folder", [&] { rename("en/2025", "en/2024"); }, {"en/2025/", "en/2024/"}, "lost slower"},
      {"a language that the site lacks", [&] { save("ko/slow.md"); }, {"ko/"}, "lost slower"},
      {"a draft", [&] { save("en/slower.md", "draft: true\n"); }, {"en/slower.md"}, "lost"},
      {"no draft", [&] { save("en/slower.md"); }, {"en/slower.md"}, "lost slower"},
      {"too large", [&] { save("en/slower.md", std::string(3 << 20, '#')); }, {"en/slower.md"}, "lost"},
      {"a folder that goes", [&] { remove("en/2024"); }, {"en/2024/"}, ""},
      {"all that go", [&] { remove(""); }, {""}, ""},
      {"one that comes back", [&] { save("en/slow.md"); }, {""}, "slow"},
  };
  run({.unclear = true, .files = {}});
  for (const auto& c : cases) {
    SCOPED_TRACE(c.what);
    c.change();
    folder_.write("source/en/unseen.md", "# Unseen\n");  // a scan would find it
    SourceChanges changes;
    for (const std::string& file : c.files) changes.files.insert("incidents/" + file);
    const std::string before = generation();
    run(changes);
    EXPECT_NE(generation(), before);
    for (const char* name : {files::kDocuments, files::kWords, files::kRelated, files::kSegments})
      EXPECT_TRUE(fs::equivalent(before + "/" + name, generation() + "/" + name))
          << "nothing is merged: " << name;
    EXPECT_EQ(memory_.everybody->corpus.documents.size(), 21u);
    std::string ids;
    for (const Incident& incident : load_incidents(generation())) ids += " " + incident.id;
    EXPECT_EQ(ids, c.want.empty() ? "" : " " + c.want);
    fs::remove(folder_.path("source/en/unseen.md"));
    expect_as_scanned();
  }
}

// What a run for incidents alone leaves is as good to go on from as any other.
TEST_F(WatchedRunTest, ArticlesGoOnFromWhereIncidentsChanged) {
  const auto save = [&](const std::string& title) {
    folder_.write("source/incidents/en/slow.md",
                  "---\ntitle: " + title + "\nstarted: 2026-01-01 10:00\nstatus: identified\n---\n");
    return run({.unclear = false, .files = {"incidents/en/slow.md"}});
  };
  save("Slow");
  folder_.write("source/en/page7.md", "# Fresh title\n");
  run({.unclear = false, .files = {"en/page7.md"}});
  expect_as_scanned();
  EXPECT_NE(save("Slower").find("21 documents"), std::string::npos) << "the report is about all";
  expect_as_scanned();
  // A process that begins anew, from what lies on the disk.
  memory_.everybody.reset();
  folder_.write("source/en/page8.md", "# Fresh as well\n");
  const std::string said = run({.unclear = true, .files = {}});
  EXPECT_NE(said.find("Rendered what changed, 1 document"), std::string::npos) << said;
  expect_as_scanned();
  // Findings of articles may keep a strict run from publishing.
  options_.strict = true;
  const std::string before = generation();
  save("Slowest");
  EXPECT_NE(generation(), before);
  EXPECT_FALSE(fs::equivalent(before + "/" + files::kWords, generation() + "/" + files::kWords));
  expect_as_scanned();
}

// What lies there may be about more than incidents.
TEST_F(WatchedRunTest, WhatIsMoreThanAnIncidentIsScanned) {
  folder_.write("source/incidents/en/slow.md",
                "---\ntitle: Slow\nstarted: 2026-01-01 10:00\nstatus: identified\n---\n");
  folder_.write("source/en/page7.md", "# Fresh\n\n![shown](../incidents/en/shown.png)\n");
  run({.unclear = true, .files = {}});
  const struct {
    const char* path;
    const char* text;
    bool comes;
  } cases[] = {
      {"en/shown.png", "picture of an article", true},
      {"en/shown.png", "", false},
      {"history/page.md", "# An article\n", true},
      {"en/slow.md", "---\ntitle: Slower\nstarted: 2026-01-01 10:00\nstatus: identified\n---\n", true},
      {"history/page.md", "", false},
      {"_config.yml", "exclude: [en/slow.md]\n", true},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.path);
    const std::string path = std::string("incidents/") + c.path;
    c.comes ? folder_.write("source/" + path, c.text) : void(fs::remove(folder_.path("source/" + path)));
    run({.unclear = false, .files = {path}});
    expect_as_scanned();
    EXPECT_EQ(fs::exists(generation() + "/files/incidents/en/shown.png"),
              fs::exists(folder_.path("source/incidents/en/shown.png")));
  }
}

// Each of these changes more than a text, or may.
TEST_F(WatchedRunTest, WhateverElseChangesIsScanned) {
  const struct {
    const char* what;
    std::function<void()> change;
    SourceChanges changes;
  } cases[] = {
      {"a new file", [&] { folder_.write("source/en/new.md", "# New\n"); }, {false, {"en/new.md"}}},
      {"a file that went", [&] { fs::remove(folder_.path("source/en/new.md")); }, {true, {}}},
      {"another id",
       [&] { folder_.write("source/en/page1.md", "---\nid: other\n---\n# Fresh\n"); },
       {false, {"en/page1.md"}}},
      {"a draft",
       [&] { folder_.write("source/en/page2.md", "---\ndraft: true\n---\n# Fresh\n"); },
       {false, {"en/page2.md"}}},
      {"settings",
       [&] { folder_.write("source/site.yaml", "title: { en: Other title }\n"); },
       {false, {"site.yaml"}}},
      {"a page for later",
       [&] { folder_.write("source/en/page3.md", "---\npublishDate: 2999-01-01\n---\n# Fresh\n"); },
       {false, {"en/page3.md"}}},
      {"a text beside a page for later",
       [&] { folder_.write("source/en/page4.md", "# Fresh\n"); },
       {false, {"en/page4.md"}}},
      {"a file that is too large",
       [&] { folder_.write("source/en/page5.md", std::string(3 << 20, 'a')); },
       {false, {"en/page5.md"}}},
      {"more than what is told", [&] { folder_.write("source/en/page6.md", "# Fresh\n"); }, {true, {}}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.what);
    c.change();
    run(c.changes);
    expect_as_scanned();
  }
}

TEST_F(WatchedRunTest, WhatSomebodyElsePublishedIsNotGoneOnFrom) {
  folder_.write("source/en/page7.md", "# Fresh\n");
  std::ostringstream out;
  run_index(options_, out, out);
  folder_.write("source/en/page8.md", "# Fresh\n");
  run({.unclear = false, .files = {"en/page8.md"}});
  expect_as_scanned();
}

TEST_F(WatchedRunTest, ARunThatPublishesNothingIsNotGoneOnFrom) {
  folder_.write("source/en/page7.md", "# Fresh [text](nowhere.md)\n");
  options_.strict = true;
  folder_.write("source/en/page9.md", "---\nid: [\n---\n");
  run({.unclear = false, .files = {"en/page7.md", "en/page9.md"}});
  options_.strict = false;
  folder_.write("source/en/page9.md", "# Title\n");
  run({.unclear = false, .files = {"en/page9.md"}});
  expect_as_scanned();
}

}  // namespace
}  // namespace signpost
