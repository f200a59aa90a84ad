// incident_watch_test.cc - from saving the file of an incident to the banner that readers see: a watching
// indexer and a service, both as they are.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "tests/faults/help_source.h"
#include "tests/faults/program.h"

namespace signpost::testing {
namespace {

class IncidentWatchTest : public ::testing::Test {
 protected:
  void save(const std::string& head, const std::string& body = "") {
    folder_.write("source/incidents/en/slow.md",
                  "---\ntitle: Search is slow\nstarted: 2026-11-01 10:00 UTC\n" + head + "---\n" + body);
    saved_ = std::chrono::steady_clock::now();
  }

  // Whether the page has the text at last; how long that took is told, not judged.
  bool shows(const std::string& target, const std::string& text, bool wanted = true) {
    const bool shown = eventually(
        [&] { return (fetch(service_.port(), target).body.find(text) != std::string::npos) == wanted; });
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - saved_;
    std::cout << "  " << text << (wanted ? " shown after " : " gone after ") << took.count() << " ms\n";
    return shown;
  }

  const TemporaryFolder folder_;
  const HelpSource source_{folder_};
  const std::string index_ = folder_.path("index");
  Program indexer_{"signpost-index", {"--source", source_.path(), "--output", index_, "--watch"}};
  Service service_{index_};
  std::chrono::steady_clock::time_point saved_;
};

TEST_F(IncidentWatchTest, FromSavingTheFileToTheBanner) {
  ASSERT_TRUE(service_.becomes_ready()) << service_.program().output() << indexer_.output();
  save("status: investigating\nqueries: [find nothing]\n");
  EXPECT_TRUE(shows("/", "<strong>Investigating</strong>")) << indexer_.output();
  EXPECT_TRUE(shows("/api/v1/search?q=find+nothing", "\"concern\":\"query\""));
  save("status: identified\n", "## 2026-11-01 10:20 UTC - Identified\nA full disk.\n");
  EXPECT_TRUE(shows("/", "<strong>Identified</strong>")) << indexer_.output();
  EXPECT_TRUE(shows("/en/incidents/slow", "A full disk."));
  EXPECT_TRUE(shows("/en/incidents.atom", "A full disk."));
  save("status: resolved\nresolved: 2026-11-01 11:00 UTC\n");
  EXPECT_TRUE(shows("/", "class=\"incidents\"", false)) << indexer_.output();
  EXPECT_TRUE(shows("/en/incidents", "Search is slow"));
  std::filesystem::remove(folder_.path("source/incidents/en/slow.md"));
  EXPECT_TRUE(shows("/en/incidents", "Search is slow", false)) << indexer_.output();
  save("status: monitoring\n");
  EXPECT_TRUE(shows("/", "<strong>Monitoring</strong>")) << indexer_.output();
  EXPECT_TRUE(indexer_.is_running() && service_.program().is_running());
}

}  // namespace
}  // namespace signpost::testing
