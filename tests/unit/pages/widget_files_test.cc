// widget_files_test.cc - addresses, versions and sums of what pages of other sites load.
#include "pages/widget_files.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

const std::map<std::string, std::string> kFiles = {
    {"custom-elements.json", "{}"},
    {"panel.js", "import { h } from './dom.js';\n"},
    {"texts/en.js", "export default {};\n"},
    {"widget.js", "const panel = () => import('./panel.js');\nconst en = () => import('./texts/en.js');\n"}};

TEST(WidgetFiles, OneAddressStaysAndLoadsTheNewestVersion) {
  const WidgetFiles widget(kFiles);
  ASSERT_NE(widget.entry(), nullptr);
  EXPECT_EQ(widget.entry()->url, "/widget.js");
  const std::string folder = "./widget/" + widget.version() + "/";
  EXPECT_EQ(widget.entry()->bytes, "const panel = () => import('" + folder +
                                       "panel.js');\nconst en = () => import('" + folder +
                                       "texts/en.js');\n");
  EXPECT_NE(widget.entry()->hash, widget.find("widget.js")->hash);
}

TEST(WidgetFiles, LieBelowTheirVersionAsTheyAre) {
  const WidgetFiles widget(kFiles);
  for (const auto& [name, bytes] : kFiles) {
    const std::string path = widget.version() + "/" + name;
    const WebFile* file = widget.find(path);
    ASSERT_NE(file, nullptr) << path;
    EXPECT_EQ(file->bytes, bytes);
    EXPECT_EQ(file->url, "/widget/" + path);
    EXPECT_TRUE(widget.is_fixed(path));
    // Of an older version, and of none: the same, which nobody may keep for long.
    for (const std::string& other : {"0123456789ab/" + name, name}) {
      EXPECT_EQ(widget.find(other), file) << other;
      EXPECT_FALSE(widget.is_fixed(other)) << other;
    }
  }
  for (const char* path : {"", "/", "none.js", "a/b/panel.js", "a/../panel.js", "texts", "../widget.js"})
    EXPECT_EQ(widget.find(path), nullptr) << path;
}

TEST(WidgetFiles, TheVersionIsThatOfAllBytes) {
  const std::string before = WidgetFiles(kFiles).version();
  EXPECT_EQ(before.size(), 12U);
  EXPECT_EQ(WidgetFiles(kFiles).version(), before);
  for (const auto& [name, bytes] : kFiles) {
    auto changed = kFiles;
    changed[name] += " ";
    EXPECT_NE(WidgetFiles(changed).version(), before) << name;
  }
}

// printf "export default {};\n" | openssl dgst -sha256 -binary | base64
TEST(WidgetFiles, SumsAreThoseOfSubresourceIntegrity) {
  const WidgetFiles widget(kFiles);
  const auto said = nlohmann::json::parse(widget.find("integrity.json")->bytes);
  EXPECT_EQ(said["version"], widget.version());
  EXPECT_EQ(said["integrity"].size(), 3U) << said;
  EXPECT_EQ(said["integrity"]["/widget/" + widget.version() + "/texts/en.js"],
            "sha256-RQ8K9PTB7MTHGA8uNkyKWb/tad01D7a0e86GQcKjd4Y=");
}

TEST(WidgetFiles, MayBeMissing) {
  const std::map<std::string, std::string> without_script = {{"panel.js", "x"}};
  for (const WidgetFiles& none : {WidgetFiles(), WidgetFiles(without_script)}) {
    EXPECT_EQ(none.entry(), nullptr);
    EXPECT_EQ(none.version(), "");
    EXPECT_FALSE(none.is_fixed("/panel.js"));
  }
}

}  // namespace
}  // namespace signpost
