// source_test.cc - signpost-serve --source: one program that indexes, watches and serves, of which nothing
// stays behind however it ends.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <random>
#include <regex>
#include <thread>

#include "base/descriptor.h"
#include "net/socket.h"
#include "tests/faults/help_source.h"
#include "tests/faults/program.h"

namespace signpost::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A process that is not our child: it can be watched, but not waited for.
class OtherProcess {
 public:
  explicit OtherProcess(pid_t pid) : fd_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {}

  bool has_ended() const {
    pollfd fd{fd_.get(), POLLIN, 0};
    return !fd_.is_open() || ::poll(&fd, 1, 0) == 1;
  }

 private:
  Descriptor fd_;
};

std::vector<pid_t> children_of(pid_t pid) {
  const std::string id = std::to_string(pid);
  std::ifstream file("/proc/" + id + "/task/" + id + "/children");
  return {std::istream_iterator<pid_t>(file), {}};
}

class SourceTest : public ::testing::Test {
 protected:
  SourceTest() {
    folder_.write("source/wombat.md", "# Wombats\n\nThey dig.\n");
    folder_.write("source/quokka.md", "# Quokkas\n\nThey smile.\n");
  }

  std::vector<std::string> arguments(const std::vector<std::string>& more = {"--port", "0"}) const {
    std::vector<std::string> words = {"--source", folder_.path("source"), "--web",
                                      std::string(SIGNPOST_SOURCE_DIR) + "/web"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }

  Program start(const std::vector<std::string>& more = {"--port", "0"}) const {
    return Program("signpost-serve", arguments(more), {{"XDG_CACHE_HOME", folder_.path("cache")}});
  }

  // The port that it prints once it shows the source; 0 when it ends instead.
  static int shown_port(Program& program) {
    std::smatch found;
    std::string said;
    eventually([&] {
      said = program.output();
      return std::regex_search(said, std::regex("Signpost shows")) || !program.is_running();
    });
    said = program.output();
    const bool shows = std::regex_search(said, found, std::regex("at http://[^\\s]*:([0-9]+)/"));
    EXPECT_TRUE(shows) << said;
    return shows ? std::stoi(found[1]) : 0;
  }

  TemporaryFolder folder_;
};

TEST_F(SourceTest, ShowsWhatIsSaved) {
  Program program = start();
  const int port = shown_port(program);
  EXPECT_THAT(program.output(),
              HasSubstr("Signpost shows " + folder_.path("source") +
                        " at http://127.0.0.1:" + std::to_string(port) + "/ (Ctrl-C stops it)\n"));
  EXPECT_THAT(program.output(),
              HasSubstr("The index is kept in " + folder_.path("cache") + "/signpost/source-"));
  const Answer page = fetch(port, "/en/articles/wombat");
  EXPECT_THAT(page.body, HasSubstr("They dig."));
  EXPECT_THAT(page.body, HasSubstr("js/live")) << "an open page follows";
  folder_.write("source/wombat.md", "# Wombats\n\nThey sleep.\n");
  EXPECT_TRUE(eventually(
      [&] { return fetch(port, "/en/articles/wombat").body.find("They sleep.") != std::string::npos; }));
  // What cannot be read is said, and takes nothing else down.
  folder_.write("source/broken.md", "caf\xe9\n");
  EXPECT_TRUE(eventually([&] { return program.output().find("broken.md:1") != std::string::npos; }));
  EXPECT_EQ(fetch(port, "/en/articles/quokka").status, 200);
}

TEST_F(SourceTest, TakesTheIndexAndTheSettingsThatAreNamed) {
  folder_.write("settings.yaml", "title: Marsupials\n");
  Program program =
      start({"--port", "0", "--index", folder_.path("index"), "--site", folder_.path("settings.yaml")});
  const int port = shown_port(program);
  EXPECT_THAT(fetch(port, "/").body, HasSubstr("Marsupials"));
  EXPECT_EQ(verified_documents(folder_.path("index")), 2u);
  EXPECT_FALSE(std::filesystem::exists(folder_.path("cache")));
}

TEST_F(SourceTest, TakesTheNextFreePortUnlessOneIsNamed) {
  Program first = start({});
  const int port = shown_port(first);
  EXPECT_GE(port, 8080);
  Program second = start({"--index", folder_.path("other")});
  EXPECT_GT(shown_port(second), port);
  Program third = start({"--index", folder_.path("third"), "--port", std::to_string(port)});
  EXPECT_EQ(third.wait(), 1);
  EXPECT_THAT(third.output(), HasSubstr("port " + std::to_string(port) + " is in use on 127.0.0.1"));
}

TEST_F(SourceTest, SaysWhyThereIsNothingToShow) {
  folder_.write("empty/notes.txt", "text");
  struct Case {
    const char* source;
    const char* want;
  };
  const Case cases[] = {{"nowhere", "signpost-serve: cannot read the source folder "},
                        {"source/wombat.md", "signpost-serve: cannot read the source folder "},
                        {"empty", "there is nothing to show"}};
  for (const Case& c : cases) {
    Program program("signpost-serve", {"--source", folder_.path(c.source), "--index", folder_.path("index"),
                                       "--web", std::string(SIGNPOST_SOURCE_DIR) + "/web", "--port", "0"});
    EXPECT_EQ(program.wait(), 2) << c.source;
    EXPECT_THAT(program.output(), HasSubstr(c.want));
    EXPECT_THAT(program.output(), Not(HasSubstr("Signpost shows")));
  }
}

TEST_F(SourceTest, OneWatchesForAnIndex) {
  Program first = start();
  const int port = shown_port(first);
  Program second = start();
  EXPECT_EQ(second.wait(), 2);
  EXPECT_THAT(second.output(),
              HasSubstr("another signpost-serve --source or signpost-index --watch already writes to"));
  EXPECT_EQ(fetch(port, "/readyz").status, 200);
}

TEST_F(SourceTest, ASignalEndsBothHalves) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    Program program = start();
    shown_port(program);
    const std::vector<pid_t> children = children_of(program.pid());
    ASSERT_EQ(children.size(), 1u);
    const OtherProcess indexing(children[0]);
    program.signal(signal);
    EXPECT_EQ(program.wait(), 0) << signal << program.output();
    EXPECT_TRUE(indexing.has_ended()) << signal;
    EXPECT_THAT(program.output(), Not(HasSubstr("ended by itself")));
  }
}

TEST_F(SourceTest, TheServiceEndsWithTheIndexingHalfAndSaysSo) {
  for (const bool while_it_serves : {false, true}) {
    Program program = start();
    if (while_it_serves) shown_port(program);
    std::vector<pid_t> children;
    ASSERT_TRUE(eventually([&] {
      children = children_of(program.pid());
      return !children.empty();
    }));
    ::kill(children[0], SIGKILL);
    EXPECT_EQ(program.wait(), 1);
    EXPECT_THAT(program.output(),
                HasSubstr("signpost-serve: the process that indexes ended by itself: signal 9 (Killed)"));
  }
}

// At any moment: while it indexes, too.
TEST_F(SourceTest, KillingItEndsTheIndexingHalf) {
  std::mt19937 random(7);
  for (int round = 0; round < fault_rounds(); ++round) {
    Program program = start();
    std::vector<pid_t> children;
    ASSERT_TRUE(eventually([&] {
      children = children_of(program.pid());
      return !children.empty();
    }));
    const OtherProcess indexing(children[0]);
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 300));
    program.signal(SIGKILL);
    EXPECT_EQ(program.wait(), -SIGKILL) << program.output();
    EXPECT_TRUE(eventually([&] { return indexing.has_ended(); })) << "round " << round;
  }
  Program program = start();
  EXPECT_EQ(fetch(shown_port(program), "/en/articles/wombat").status, 200) << "no lock is left";
}

}  // namespace
}  // namespace signpost::testing
