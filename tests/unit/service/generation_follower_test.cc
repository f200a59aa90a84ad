// generation_follower_test.cc - from nothing to an index, from one generation to the next, and what is
// damaged is refused; asked, and by itself.
#include "service/generation_follower.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <thread>

#include "base/mutex.h"
#include "index/generation.h"
#include "index/schema.h"
#include "test_site.h"
#include "tests/unit/index/edit_manifest.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using testing::publish_test_generation;
using testing::TemporaryDirectory;

class GenerationFollowerTest : public ::testing::Test {
 protected:
  GenerationFollowerTest()
      : web_(std::make_shared<const WebFiles>(testing::web_dir())),
        log_(LogLevel::info, log_text_),
        follower_(
            dir_.path() + "/index",
            [this](const std::string& dir) { return std::make_shared<const ServedGeneration>(dir, web_); },
            log_) {}

  std::string publish(const std::string& title = "") {
    return publish_test_generation(dir_.path() + "/index", title);
  }

  TemporaryDirectory dir_;
  std::shared_ptr<const WebFiles> web_;
  std::ostringstream log_text_;
  Log log_;
  GenerationFollower follower_;
};

TEST_F(GenerationFollowerTest, WaitsForTheFirstGeneration) {
  EXPECT_FALSE(follower_.refresh());
  EXPECT_EQ(follower_.current().generation, nullptr);
  const std::string dir = publish();
  EXPECT_TRUE(follower_.refresh());
  EXPECT_EQ(follower_.current().generation->searcher().generation_dir(), dir);
  EXPECT_FALSE(follower_.refresh());
}

TEST_F(GenerationFollowerTest, KeepsTheOldOneForThoseWhoHoldIt) {
  publish();
  follower_.refresh();
  const auto held = follower_.current().generation;
  publish("Brand new");
  EXPECT_TRUE(follower_.refresh());
  EXPECT_FALSE(held->searcher().article("extra", "en").has_value());
  EXPECT_TRUE(follower_.current().generation->searcher().article("extra", "en").has_value());
}

TEST_F(GenerationFollowerTest, RefusesDamage) {
  const std::string good = publish();
  follower_.refresh();
  const std::string bad = publish("Brand new");
  std::ofstream(bad + "/files/img/logo.svg", std::ios::app) << "x";
  EXPECT_FALSE(follower_.refresh());
  EXPECT_FALSE(follower_.refresh());
  EXPECT_EQ(follower_.current().generation->searcher().generation_dir(), good);
  EXPECT_THAT(log_text_.str(), ::testing::HasSubstr("generation refused"));
  EXPECT_EQ(log_text_.str().find("generation refused"), log_text_.str().rfind("generation refused"));
  roll_back(dir_.path() + "/index");
  follower_.refresh();
  EXPECT_EQ(follower_.current().generation->searcher().generation_dir(), good);
  publish("Third");
  EXPECT_TRUE(follower_.refresh());
}

TEST_F(GenerationFollowerTest, RefusesAnotherVersionOfTheIndex) {
  const std::string good = publish();
  follower_.refresh();
  const std::string other = publish("Brand new");
  testing::set_schema_version(other, kSchemaVersion + 1);
  EXPECT_FALSE(follower_.refresh());
  EXPECT_EQ(follower_.current().generation->searcher().generation_dir(), good);
  const std::string versions = "is in version " + std::to_string(kSchemaVersion + 1) +
                               " of the index, and this program reads version " +
                               std::to_string(kSchemaVersion);
  EXPECT_THAT(log_text_.str(), ::testing::HasSubstr(versions));
  publish("Newest");
  EXPECT_TRUE(follower_.refresh());
}

TEST_F(GenerationFollowerTest, OpensTheSameOnceMoreWhenAsked) {
  publish();
  follower_.refresh();
  const auto before = follower_.current().generation;
  EXPECT_TRUE(follower_.refresh(GenerationFollower::Again::yes));
  EXPECT_NE(follower_.current().generation, before);
  EXPECT_EQ(follower_.current().generation->searcher().name(), before->searcher().name());
}

// Two indexes that were made in the same second name their generations alike.
TEST_F(GenerationFollowerTest, ServesAnotherOneOfTheSameName) {
  const std::string name = fs::path(publish()).filename();
  follower_.refresh();
  const std::string other = dir_.path() + "/other";
  const std::string made = publish_test_generation(other, "Other");
  if (const std::string wanted = other + "/generations/" + name; made != wanted) fs::rename(made, wanted);
  std::ofstream(other + "/current") << name << "\n";
  fs::rename(dir_.path() + "/index", dir_.path() + "/old");
  fs::rename(other, dir_.path() + "/index");
  EXPECT_TRUE(follower_.refresh());
  EXPECT_TRUE(follower_.current().generation->searcher().article("extra", "en").has_value());
  EXPECT_FALSE(follower_.refresh());
}

TEST_F(GenerationFollowerTest, GoesOnWhenTheFilesOfWhatItServesAreDeleted) {
  publish();
  follower_.refresh();
  const auto served = follower_.current().generation;
  fs::remove(served->searcher().generation_dir() + "/manifest.json");
  EXPECT_FALSE(follower_.refresh());
  EXPECT_EQ(follower_.current().generation, served);
  EXPECT_EQ(follower_.current().refused, "");
}

// By the time it looks, what it serves may have been pruned.
TEST_F(GenerationFollowerTest, TakesTheNewestOfManyThatItMissed) {
  const std::string served = publish();
  follower_.refresh();
  std::string newest;
  for (size_t i = 0; i <= kGenerationsKept; ++i) newest = publish("Title " + std::to_string(i));
  prune_generations(dir_.path() + "/index");
  ASSERT_FALSE(fs::exists(served));
  EXPECT_TRUE(follower_.refresh());
  EXPECT_EQ(follower_.current().generation->searcher().generation_dir(), newest);
}

// What a follower opens, for a test to wait for.
class Opened {
 public:
  void add(const std::string& dir) {
    const MutexLock lock(mutex_);
    dirs_.push_back(dir);
    changed_.notify_all();
  }
  // The next one.
  std::string next() {
    const MutexLock lock(mutex_);
    while (taken_ == dirs_.size()) changed_.wait(mutex_);
    return dirs_[taken_++];
  }

 private:
  Mutex mutex_;
  ConditionVariable changed_;
  std::vector<std::string> dirs_ GUARDED_BY(mutex_);
  size_t taken_ GUARDED_BY(mutex_) = 0;
};

// With a period that never ends: what it sees, an event has told.
class FollowingTest : public ::testing::Test {
 protected:
  FollowingTest()
      : web_(std::make_shared<const WebFiles>(testing::web_dir())), log_(LogLevel::info, log_text_) {}

  // On its own, so that it may be started when there is something, or nothing, yet.
  void follow(const std::string& index, std::chrono::milliseconds period = std::chrono::hours(24)) {
    follower_.emplace(
        index,
        [this](const std::string& dir) {
          opened_.add(dir);
          return std::make_shared<const ServedGeneration>(dir, web_);
        },
        log_, period);
    follower_->start();
  }
  std::string at(const std::string& name) const { return dir_.path() + "/" + name; }

  TemporaryDirectory dir_;
  std::shared_ptr<const WebFiles> web_;
  std::ostringstream log_text_;
  Log log_;
  Opened opened_;
  std::optional<GenerationFollower> follower_;
};

TEST_F(FollowingTest, ChangesByItselfToWhatIsPublished) {
  follow(at("index"));
  for (const char* title : {"", "Second", "Third"}) {
    const std::string published = publish_test_generation(at("index"), title);
    EXPECT_EQ(opened_.next(), published);
  }
  const std::string back = at("index/generations/") + roll_back(at("index"));
  EXPECT_EQ(opened_.next(), back);
}

TEST_F(FollowingTest, GoesOnWhereTheIndexIsMadeAgain) {
  publish_test_generation(at("index"));
  const std::string second = publish_test_generation(at("index"), "Second");
  const std::string other = fs::path(publish_test_generation(at("other"), "Other")).filename();
  follow(at("index"));
  EXPECT_EQ(opened_.next(), second);
  fs::remove_all(at("index"));
  const std::string again = publish_test_generation(at("index"), "Again");
  EXPECT_EQ(opened_.next(), again);
  publish_test_generation(at("index"));
  opened_.next();
  fs::rename(at("index"), at("old"));
  fs::rename(at("other"), at("index"));
  EXPECT_EQ(opened_.next(), at("index/generations/") + other);
}

TEST_F(FollowingTest, FollowsALink) {
  publish_test_generation(at("data"));
  fs::create_directory_symlink("data", at("index"));
  follow(at("index"));
  opened_.next();
  const std::string second = fs::path(publish_test_generation(at("data"), "Second")).filename();
  EXPECT_EQ(opened_.next(), at("index/generations/") + second);
}

TEST_F(FollowingTest, LooksOnceAPeriodWhereNothingTells) {
  const std::string first = publish_test_generation(at("index"));
  const std::string held = at("held");
  fs::rename(at("index/current"), held);
  // The watch is told of no deletion: that what is served is refused now is seen by looking.
  follow(at("index"), std::chrono::milliseconds(1));
  fs::rename(held, at("index/current"));
  EXPECT_EQ(opened_.next(), first);
  fs::remove(at("index/current"));
  fs::create_directory(at("index/current"));
  while (follower_->current().refused.empty()) std::this_thread::yield();
  EXPECT_EQ(follower_->current().refused, "current");
}

}  // namespace
}  // namespace signpost
