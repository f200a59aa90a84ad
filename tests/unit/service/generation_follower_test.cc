// generation_follower_test.cc - from nothing to an index, from one generation to the next, and what is
// damaged is refused.
#include "service/generation_follower.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <memory>

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

}  // namespace
}  // namespace signpost
