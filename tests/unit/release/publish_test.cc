// publish_test.cc - a pack is published whole or not at all, whatever it holds and whenever it is stopped.
#include "release/publish.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <thread>

#include "base/error.h"
#include "base/sha256.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "release/pack.h"
#include "tests/unit/index/edit_manifest.h"
#include "tests/unit/release/released_articles.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr unsigned kPublishSeed = 20260101;

class PublishTest : public ::testing::Test {
 protected:
  PublishTest() {
    write_articles(folder_, "source");
    make_pack("source", "a.tar.zst");
    options_.file = folder_.path("a.tar.zst");
    options_.index = folder_.path("server");
  }

  void make_pack(const std::string& source, const std::string& name) {
    index_articles(folder_, source, "built-" + name);
    PackOptions options;
    options.index = folder_.path("built-" + name);
    options.output = folder_.path(name);
    options.program = "signpost-index test";
    options.revision = "abc";
    std::ostringstream ignored;
    run_pack(options, ignored);
  }
  // What was printed, or what was said against it.
  std::string publish() {
    std::ostringstream out;
    try {
      EXPECT_EQ(run_publish(options_, out), 0);
    } catch (const Error& error) {
      return std::string("refused: ") + error.what();
    }
    return out.str();
  }
  size_t generations() {
    const fs::directory_iterator all(options_.index + "/generations");
    return static_cast<size_t>(std::distance(begin(all), end(all)));
  }
  // Publishes a pack that must be refused, and looks that it left no trace.
  std::string refusal() {
    const auto before = current_generation(options_.index);
    const size_t count = fs::exists(options_.index) ? generations() : 0;
    const std::string said = publish();
    EXPECT_THAT(said, StartsWith("refused: "));
    EXPECT_EQ(current_generation(options_.index), before);
    EXPECT_EQ(fs::exists(options_.index + "/generations") ? generations() : 0, count);
    return said;
  }
  // Replaces the pack by one of these files, with a manifest that fits them.
  void forge(const std::map<std::string, std::string>& files, int schema_version, uint64_t documents) {
    PackManifest manifest{schema_version, documents, {"someone", "", ""}, {}};
    std::vector<PackSource> sources;
    for (const auto& [path, bytes] : files) {
      manifest.files.push_back({path, bytes.size(), sha256_of(bytes)});
      sources.push_back({"", bytes});
    }
    write_pack(options_.file, manifest, sources, 0);
  }

  TemporaryFolder folder_;
  PublishOptions options_;
};

TEST_F(PublishTest, MakesAPackThePublishedGeneration) {
  EXPECT_THAT(publish(), HasSubstr(": 4 documents, made by signpost-index test from abc\n"));
  EXPECT_EQ(verify_generation(*current_generation(options_.index)).documents, 4u);
  EXPECT_THAT(publish(), HasSubstr("is published already, as 000001-"));
  EXPECT_EQ(generations(), 1u);

  folder_.write("source/help/en/billing/new.md", "# New\n\nText.\n");
  make_pack("source", "b.tar.zst");
  options_.file = folder_.path("b.tar.zst");
  EXPECT_THAT(publish(), StartsWith("Published 000002-"));
  EXPECT_EQ(list_generations(options_.index).size(), 2u);
  roll_back(options_.index);
  EXPECT_EQ(verify_generation(*current_generation(options_.index)).documents, 4u);
}

TEST_F(PublishTest, PackingWhatWasPublishedGivesTheSamePack) {
  publish();
  PackOptions options;
  options.index = options_.index;
  options.output = folder_.path("again.tar.zst");
  options.program = "signpost-index test";
  options.revision = "abc";
  std::ostringstream ignored;
  run_pack(options, ignored);
  EXPECT_EQ(folder_.read("again.tar.zst"), folder_.read("a.tar.zst"));
}

TEST_F(PublishTest, AnIndexOfSeveralSegmentsIsPackedToo) {
  for (int i = 0; i < 30; ++i) folder_.write("many/a" + std::to_string(i) + ".md", "# A title\n\nText.\n");
  make_pack("many", "a.tar.zst");
  folder_.write("many/a7.md", "# Another title\n\nText.\n");
  make_pack("many", "a.tar.zst");
  size_t segments = 0;
  const PackReader reader(options_.file);
  for (const ManifestFile& file : reader.manifest().files) {
    segments += file.path.ends_with("iamglass");
  }
  EXPECT_EQ(segments, 2u);
  EXPECT_THAT(publish(), HasSubstr(": 30 documents"));
}

TEST_F(PublishTest, ThreeGenerationsStay) {
  for (int i = 0; i < 5; ++i) {
    folder_.write("source/help/en/billing/new.md", "# New\n\nText " + std::to_string(i) + ".\n");
    make_pack("source", "a.tar.zst");
    publish();
  }
  EXPECT_EQ(generations(), 3u);
}

TEST_F(PublishTest, TheSumMustFitIfOneIsGiven) {
  options_.sha256 = std::string(64, '0');
  EXPECT_THAT(refusal(), HasSubstr("has the SHA-256 sum"));
  options_.sha256 = sha256_of(folder_.read("a.tar.zst"));
  EXPECT_THAT(publish(), StartsWith("Published"));
}

TEST_F(PublishTest, RefusesADamagedPackAndLeavesNoTrace) {
  publish();
  const std::string bytes = folder_.read("a.tar.zst");
  std::mt19937 random(kPublishSeed);
  for (int i = 0; i < 40; ++i) {
    std::string damaged = bytes;
    const size_t at = std::uniform_int_distribution<size_t>(0, bytes.size() - 1)(random);
    damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
    folder_.write("a.tar.zst", damaged);
    SCOPED_TRACE("byte " + std::to_string(at) + ", seed " + std::to_string(kPublishSeed));
    if (publish().starts_with("refused: ")) refusal();
  }
  EXPECT_EQ(generations(), 1u);
  EXPECT_NO_THROW(verify_generation(*current_generation(options_.index)));
}

TEST_F(PublishTest, RefusesWhatIsNoIndexOfThisVersion) {
  forge({{"docs.bin", "x"}}, kSchemaVersion, 1);
  EXPECT_NE(refusal(), "");
  forge({}, kSchemaVersion, 0);
  EXPECT_NE(refusal(), "");
  forge({{"docs.bin", "x"}}, kSchemaVersion + 1, 1);
  EXPECT_THAT(refusal(), HasSubstr("was made by someone in version"));
}

TEST_F(PublishTest, RefusesToLoseMostDocumentsUnlessForced) {
  publish();
  folder_.write("few/a.md", "# A\n\nText.\n");
  make_pack("few", "few.tar.zst");
  options_.file = folder_.path("few.tar.zst");
  EXPECT_THAT(refusal(), HasSubstr("only 1 of 4 documents are left"));
  options_.force = true;
  EXPECT_THAT(publish(), StartsWith("Published"));
}

// Each pack was made without knowing the other, where an index run would have told it.
TEST_F(PublishTest, TellsOfAddressesThatShowAnotherArticle) {
  EXPECT_THAT(publish(), Not(HasSubstr("warning: ")));
  folder_.write("source/help/en/billing/invoices.md",
                "---\ntitle: Invoices\nid: paper\n---\nInvoices come monthly.\n");
  folder_.write("source/help/en/billing/new.md", "---\ntitle: Receipts\nid: invoices\n---\nReceipts.\n");
  make_pack("source", "b.tar.zst");
  options_.file = folder_.path("b.tar.zst");
  const std::string said = publish();
  EXPECT_THAT(said, HasSubstr("warning: /en/articles/invoices shows 'Receipts' now; 'Invoices', which it "
                              "showed, is at /en/articles/paper\n"));
  EXPECT_THAT(said, HasSubstr("Published "));
}

TEST_F(PublishTest, DocumentsOfAnEarlierVersionCount) {
  publish();
  testing::set_schema_version(*current_generation(options_.index), kSchemaVersion - 1);
  const std::string whole = options_.file;
  folder_.write("few/a.md", "# A\n\nText.\n");
  make_pack("few", "few.tar.zst");
  options_.file = folder_.path("few.tar.zst");
  EXPECT_THAT(refusal(), HasSubstr("only 1 of 4 documents are left"));
  options_.file = whole;
  EXPECT_THAT(publish(), StartsWith("Published"));
}

TEST_F(PublishTest, RefusesMoreBytesThanAllowed) {
  options_.max_bytes = 1000;
  EXPECT_THAT(refusal(), HasSubstr("more than the 1000 that are allowed"));
}

TEST_F(PublishTest, MendsADamagedIndex) {
  publish();
  folder_.write("server/current", "nonsense\n");
  EXPECT_THAT(publish(), StartsWith("Published"));
  EXPECT_NO_THROW(verify_generation(*current_generation(options_.index)));
}

TEST_F(PublishTest, ASignalEndsItWithoutATrace) {
  sigset_t signals;
  sigset_t before;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, &before);
  ::raise(SIGTERM);
  EXPECT_THAT(refusal(), HasSubstr("interrupted"));
  int signal = 0;
  sigwait(&signals, &signal);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  EXPECT_THAT(publish(), StartsWith("Published"));
}

// In a process of its own, killed after `delay`; true when it had ended before.
bool publish_and_kill(const PublishOptions& options, std::chrono::microseconds delay) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::ostringstream ignored;
    try {
      run_publish(options, ignored);
    } catch (...) {
    }
    ::_exit(0);
  }
  std::this_thread::sleep_for(delay);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status);
}

TEST_F(PublishTest, KilledAtAnyMomentTheIndexIsWhole) {
  publish();
  const std::string old_generation = *current_generation(options_.index);
  std::mt19937 bytes(kPublishSeed);
  std::string image;
  for (int i = 0; i < 4'000'000; ++i) image += static_cast<char>(bytes());
  folder_.write("source/a.png", image);
  make_pack("source", "b.tar.zst");
  options_.file = folder_.path("b.tar.zst");
  const auto start = std::chrono::steady_clock::now();
  PublishOptions whole = options_;
  whole.index = folder_.path("elsewhere");
  std::ostringstream ignored;
  run_publish(whole, ignored);
  // At most; how long the next ones take depends on what else the machine does.
  auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  std::mt19937 random(kPublishSeed);
  int ended = 0;
  constexpr int kKills = 12;
  for (int i = 0; i < kKills; ++i) {
    const std::chrono::microseconds delay(
        std::uniform_int_distribution<int64_t>(0, took.count() * 11 / 10)(random));
    SCOPED_TRACE("killed after " + std::to_string(delay.count()) + " us");
    if (publish_and_kill(options_, delay)) {
      ++ended;
      took = std::min(took, delay);
    }
    EXPECT_NO_THROW(verify_generation(*current_generation(options_.index)));
    for (const std::string& name : list_generations(options_.index)) {
      EXPECT_NO_THROW(verify_generation(options_.index + "/generations/" + name));
    }
  }
  EXPECT_LT(ended, kKills) << "none was killed at all";
  publish();
  EXPECT_LE(generations(), 3u);
  EXPECT_NE(*current_generation(options_.index), old_generation);
  for (const auto& entry : fs::directory_iterator(options_.index + "/generations")) {
    EXPECT_NO_THROW(verify_generation(entry.path().string()));
  }
}

}  // namespace
}  // namespace signpost
