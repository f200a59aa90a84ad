// assets_test.cc - fingerprints, imports between modules, names that reach nothing else.
#include "pages/assets.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "base/error.h"
#include "test_site.h"

namespace signpost {
namespace {

class AssetsTest : public ::testing::Test {
 protected:
  AssetsTest() {
    using testing::write_file;
    write_file(dir_.path() + "/css/app.css", "body{}");
    write_file(dir_.path() + "/js/a.js", "import { b } from './b.js';\nimport('./none.js');\n");
    write_file(dir_.path() + "/js/b.js", "import \"./c.js\";\nexport const b = 1;\n");
    write_file(dir_.path() + "/js/c.js", "import './b.js';\n");
    write_file(dir_.path() + "/i18n/en.json", "{}");
    write_file(dir_.path() + "/widget/widget.js", "import('./panel.js');\n");
    write_file(dir_.path() + "/widget/panel.js", "");
    write_file(dir_.path() + "/templates/home.html", "secret");
    write_file(dir_.path() + "/.hidden", "secret");
    write_file(dir_.path() + "/README.md", "secret");
    write_file(prism_.path() + "/prism-bash.min.js", "Prism");
    write_file(prism_.path() + "/prism-c.min.js", "C");
    write_file(prism_.path() + "/other.js", "other");
  }
  testing::TemporaryDirectory dir_;
  testing::TemporaryDirectory prism_;
};

TEST_F(AssetsTest, AreFoundByBothNames) {
  const Assets assets(dir_.path(), {});
  const WebFile* css = assets.find("css/app.css");
  ASSERT_NE(css, nullptr);
  EXPECT_EQ(css->content_type, "text/css; charset=utf-8");
  ASSERT_TRUE(css->url.starts_with("/assets/css/app.")) << css->url;
  const std::string linked = css->url.substr(8);
  EXPECT_EQ(assets.find(linked), css);
  EXPECT_TRUE(Assets::is_fingerprinted(*css, linked));
  EXPECT_FALSE(Assets::is_fingerprinted(*css, "css/app.css"));
  EXPECT_EQ(assets.urls()["css_app_css"], css->url);
}

TEST_F(AssetsTest, HideWhatIsNotForBrowsers) {
  const Assets assets(dir_.path(), {prism_.path()});
  for (const char* name : {"templates/home.html", "i18n/en.json", ".hidden", "README.md", "", "css",
                           "css/../css/app.css", "widget/panel.js", "widget/widget.js", "../secret",
                           "prism/other.js", "prism/../prism-bash.min.js", "prism/prism-none.min.js"}) {
    EXPECT_EQ(assets.find(name), nullptr) << name;
  }
}

// Scripts ask for these by name, so that all of them lie below one address that changes when one of them
// does.
TEST_F(AssetsTest, TheHighlighterHasOneFingerprint) {
  const Assets assets(dir_.path(), {prism_.path()});
  const WebFile* bash = assets.find("prism/prism-bash.min.js");
  ASSERT_NE(bash, nullptr);
  EXPECT_EQ(bash->bytes, "Prism");
  const std::string folder = assets.urls()["prism"];
  ASSERT_TRUE(folder.starts_with("/assets/prism.")) << folder;
  EXPECT_EQ(bash->url, folder + "/prism-bash.min.js");
  EXPECT_EQ(assets.find(bash->url.substr(8)), bash);
  EXPECT_TRUE(Assets::is_fingerprinted(*bash, bash->url.substr(8)));
  EXPECT_EQ(assets.find("prism/prism-c.min.js")->url, folder + "/prism-c.min.js");
  EXPECT_EQ(Assets(dir_.path(), {}).urls()["prism"], "");
  // The first place counts.
  const testing::TemporaryDirectory other;
  testing::write_file(other.path() + "/prism-bash.min.js", "other");
  const Assets both(dir_.path(), {other.path(), prism_.path()});
  EXPECT_EQ(both.find("prism/prism-bash.min.js")->bytes, "other");
  EXPECT_NE(both.find("prism/prism-c.min.js"), nullptr);
}

// It has addresses of its own, and is a part of the version that pages depend on.
TEST_F(AssetsTest, TheWidgetIsApart) {
  const Assets assets(dir_.path(), {});
  EXPECT_NE(assets.widget().find("panel.js"), nullptr);
  EXPECT_FALSE(assets.urls().contains("widget_panel_js"));
  testing::write_file(dir_.path() + "/widget/panel.js", "other");
  EXPECT_NE(Assets(dir_.path(), {}).version(), assets.version());
}

TEST_F(AssetsTest, ImportsAreFingerprinted) {
  const Assets assets(dir_.path(), {});
  const std::string b = assets.find("js/b.js")->url;
  EXPECT_EQ(assets.find("js/a.js")->bytes,
            "import { b } from './" + b.substr(b.rfind('/') + 1) + "';\nimport('./none.js');\n");
  // A circle can't have fingerprints on both sides; the module stays reachable by its plain name.
  EXPECT_EQ(assets.find("js/c.js")->bytes, "import './b.js';\n");
}

TEST_F(AssetsTest, VersionFollowsContent) {
  const std::string before = Assets(dir_.path(), {}).version();
  EXPECT_EQ(Assets(dir_.path(), {}).version(), before);
  testing::write_file(dir_.path() + "/css/app.css", "body{color:red}");
  EXPECT_NE(Assets(dir_.path(), {}).version(), before);
  EXPECT_THROW(Assets("/nonexistent", {}), Error);
}

TEST_F(AssetsTest, TheHighlighterIsPartOfTheVersion) {
  const std::vector<std::string> dirs = {prism_.path()};
  const Assets before(dir_.path(), dirs);
  EXPECT_NE(before.version(), Assets(dir_.path(), {}).version());
  testing::write_file(prism_.path() + "/prism-c.min.js", "C2");
  const Assets after(dir_.path(), dirs);
  EXPECT_NE(after.version(), before.version());
  EXPECT_NE(after.urls()["prism"], before.urls()["prism"]);
}

// A page was drawn from the list of names while a request for a file of the highlighter changed it.
TEST_F(AssetsTest, ManyThreadsMayAsk) {
  const Assets assets(dir_.path(), {prism_.path()});
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&assets] {
      for (int round = 0; round < 200; ++round) {
        const WebFile* bash = assets.find("prism/prism-bash.min.js");
        ASSERT_NE(bash, nullptr);
        EXPECT_EQ(assets.encoded(*bash, Encoding::identity), "Prism");
        EXPECT_FALSE(assets.encoded(*bash, round % 2 == 0 ? Encoding::gzip : Encoding::brotli).empty());
        EXPECT_EQ(assets.urls()["css_app_css"], assets.find("css/app.css")->url);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace signpost
