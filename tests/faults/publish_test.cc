// publish_test.cc - publishing again and again under load: no request fails, no answer mixes two generations,
// memory and descriptors stay as they are.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <regex>

#include "tests/faults/client_threads.h"
#include "tests/faults/help_source.h"
#include "tests/faults/program.h"

namespace signpost::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kArticles = 40;
// Beside the allocator's own; a generation of these articles that stayed would take more.
constexpr long kMemorySlackKb = 24 * 1024;

void write_edition(const TemporaryFolder& folder, int edition) {
  const std::string mark = "edition" + std::to_string(edition);
  for (int i = 0; i < kArticles; ++i) {
    folder.write("source/a" + std::to_string(i) + ".md",
                 "# Wombat " + std::to_string(i) + " " + mark + "\n\nText of " + mark + ".\n");
  }
}

void index_edition(const TemporaryFolder& folder) {
  Program run("signpost-index", {"--source", folder.path("source"), "--output", folder.path("index")});
  ASSERT_EQ(run.wait(), 0) << run.output();
}

// The marks in a text; one answer must have one.
std::set<std::string> editions_in(const std::string& text) {
  static const std::regex mark("edition[0-9]+");
  return {std::sregex_token_iterator(text.begin(), text.end(), mark), std::sregex_token_iterator()};
}

long memory_kb(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
  }
  return 0;
}

long descriptors(pid_t pid) {
  const fs::directory_iterator list("/proc/" + std::to_string(pid) + "/fd");
  return std::distance(begin(list), end(list));
}

class Readers {
 public:
  explicit Readers(int port) {
    for (const char* target :
         {"/api/v1/search?q=wombat&per_page=20", "/en/articles/a7", "/search?q=wombat"}) {
      threads_.add([this, port, target] { return read(port, target); });
    }
  }
  void stop() { threads_.stop(); }
  int failed() const { return failed_; }
  int mixed() const { return mixed_; }
  int whole() const { return whole_; }

 private:
  bool read(int port, const std::string& target) {
    const Answer page = fetch(port, target);
    if (page.status != 200) {
      ++failed_;
    } else {
      ++(editions_in(page.body).size() == 1 ? whole_ : mixed_);
    }
    return true;
  }

  std::atomic<int> failed_{0}, mixed_{0}, whole_{0};
  ClientThreads threads_;
};

TEST(PublishUnderLoadTest, NoRequestFailsAndNothingGrows) {
  const TemporaryFolder folder;
  write_edition(folder, 0);
  index_edition(folder);
  Service service(folder.path("index"));
  ASSERT_TRUE(service.becomes_ready());
  Readers readers(service.port());
  const int publishes = fault_rounds() * 10 / 3;
  long memory = 0, files = 0;
  for (int edition = 1; edition <= publishes; ++edition) {
    write_edition(folder, edition);
    index_edition(folder);
    if (edition == publishes / 2) {
      memory = memory_kb(service.program().pid());
      files = descriptors(service.program().pid());
    }
  }
  const long files_under_load = descriptors(service.program().pid());
  readers.stop();
  EXPECT_EQ(readers.failed(), 0);
  EXPECT_EQ(readers.mixed(), 0);
  EXPECT_GT(readers.whole(), publishes);
  EXPECT_LE(memory_kb(service.program().pid()), memory + kMemorySlackKb);
  // Two generations may be open, and a connection for each reader.
  EXPECT_LE(files_under_load, files + 40);
  std::cout << publishes << " publishes, " << readers.whole() << " answers, " << memory << " KB and " << files
            << " descriptors in the middle, " << memory_kb(service.program().pid()) << " KB and "
            << files_under_load << " in the end\n";
}

}  // namespace
}  // namespace signpost::testing
