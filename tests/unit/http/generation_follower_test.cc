// generation_follower_test.cc - from nothing to an index, from one generation to the next, under load, and
// what is damaged is refused.
#include "http/generation_follower.h"

#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include "http/service.h"
#include "index/generation.h"
#include "index/schema.h"
#include "raw_client.h"
#include "test_site.h"
#include "tests/unit/index/schema_version.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::publish_test_generation;
using testing::TemporaryDirectory;

class GenerationFollowerTest : public ::testing::Test {
 protected:
  GenerationFollowerTest()
      : i18n_(testing::web_dir() + "/i18n"),
        assets_(testing::web_dir(), {}),
        log_(LogLevel::info, log_text_),
        follower_(
            dir_.path() + "/index",
            [this](const std::string& dir) {
              return std::make_shared<const ServedGeneration>(dir, i18n_, assets_);
            },
            log_) {}

  std::string publish(const std::string& title = "") {
    return publish_test_generation(dir_.path() + "/index", title);
  }

  TemporaryDirectory dir_;
  I18n i18n_;
  Assets assets_;
  std::ostringstream log_text_;
  Log log_;
  GenerationFollower follower_;
};

TEST_F(GenerationFollowerTest, WaitsForTheFirstGeneration) {
  EXPECT_FALSE(follower_.refresh());
  EXPECT_EQ(follower_.current(), nullptr);
  const std::string dir = publish();
  EXPECT_TRUE(follower_.refresh());
  EXPECT_EQ(follower_.current()->searcher().generation_dir(), dir);
  EXPECT_FALSE(follower_.refresh());
}

TEST_F(GenerationFollowerTest, KeepsTheOldOneForThoseWhoHoldIt) {
  publish();
  follower_.refresh();
  const auto held = follower_.current();
  publish("Brand new");
  EXPECT_TRUE(follower_.refresh());
  EXPECT_FALSE(held->searcher().article("extra", "en").has_value());
  EXPECT_TRUE(follower_.current()->searcher().article("extra", "en").has_value());
}

TEST_F(GenerationFollowerTest, RefusesDamage) {
  const std::string good = publish();
  follower_.refresh();
  const std::string bad = publish("Brand new");
  std::ofstream(bad + "/files/img/logo.svg", std::ios::app) << "x";
  EXPECT_FALSE(follower_.refresh());
  EXPECT_FALSE(follower_.refresh());
  EXPECT_EQ(follower_.current()->searcher().generation_dir(), good);
  EXPECT_THAT(log_text_.str(), ::testing::HasSubstr("generation refused"));
  EXPECT_EQ(log_text_.str().find("generation refused"), log_text_.str().rfind("generation refused"));
  roll_back(dir_.path() + "/index");
  follower_.refresh();
  EXPECT_EQ(follower_.current()->searcher().generation_dir(), good);
  publish("Third");
  EXPECT_TRUE(follower_.refresh());
}

TEST_F(GenerationFollowerTest, RefusesAnotherVersionOfTheIndex) {
  const std::string good = publish();
  follower_.refresh();
  const std::string other = publish("Brand new");
  testing::set_schema_version(other, kSchemaVersion + 1);
  EXPECT_FALSE(follower_.refresh());
  EXPECT_EQ(follower_.current()->searcher().generation_dir(), good);
  const std::string versions = "is in version " + std::to_string(kSchemaVersion + 1) +
                               " of the index, and this program reads version " +
                               std::to_string(kSchemaVersion);
  EXPECT_THAT(log_text_.str(), ::testing::HasSubstr(versions));
  publish("Newest");
  EXPECT_TRUE(follower_.refresh());
}

// Eight clients read all the time while five generations are published; every answer is whole and right.
TEST(Service, LosesNoRequestWhenTheGenerationChanges) {
  TemporaryDirectory dir;
  const std::string index = dir.path() + "/index";
  ServeOptions options;
  options.index = index;
  options.web = testing::web_dir();
  options.port = 0;
  options.threads = 4;
  options.log_level = "off";
  Service service(options);
  service.start();
  EXPECT_EQ(testing::RawClient(service.port()).get("/readyz").status, 503);
  publish_test_generation(index);
  for (int i = 0; i < 500 && testing::RawClient(service.port()).get("/readyz").status != 200; ++i) {
    std::this_thread::sleep_for(20ms);
  }
  std::atomic<bool> stop{false};
  std::atomic<int> good{0};
  std::atomic<int> bad{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, i] {
      auto client = std::make_unique<testing::RawClient>(service.port());
      const char* targets[] = {"/api/v1/search?q=install", "/en/articles/install", "/"};
      for (int n = i; !stop; ++n) {
        // The service ends a connection after a thousand requests.
        if (n % 900 == 899) client = std::make_unique<testing::RawClient>(service.port());
        const testing::Answer answer = client->get(targets[n % 3]);
        const bool right = answer.status == 200 && answer.body.find("nstall") != std::string::npos;
        ++(right ? good : bad);
      }
    });
  }
  for (int generation = 0; generation < 5; ++generation) {
    publish_test_generation(index, "Title " + std::to_string(generation));
    const std::string want = "Title " + std::to_string(generation);
    bool seen = false;
    for (int i = 0; i < 500 && !seen; ++i) {
      std::this_thread::sleep_for(10ms);
      seen = testing::RawClient(service.port()).get("/api/v1/articles/extra").body.find(want) !=
             std::string::npos;
    }
    EXPECT_TRUE(seen) << want;
  }
  stop = true;
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(bad, 0);
  EXPECT_GT(good, 50);
  service.stop();
}

}  // namespace
}  // namespace signpost
