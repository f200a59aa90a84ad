#include "content/dialects/detect_dialects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

class DetectDialects : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "signpost-dialects-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    root_ = name;
  }
  void TearDown() override { fs::remove_all(root_); }

  // A name with '/' at its end is a folder.
  void put(const std::string& name) {
    const fs::path path = root_ / name;
    fs::create_directories(name.back() == '/' ? path : path.parent_path());
    if (name.back() != '/') std::ofstream(path) << "x";
  }
  std::vector<std::string> found(const std::string& source) {
    return names_of(detect_dialects(root_ / source));
  }

  fs::path root_;
};

TEST_F(DetectDialects, ByTheSettingsOfTheirTools) {
  struct Case {
    std::vector<std::string> files;
    std::vector<std::string> want;
  };
  const Case cases[] = {
      {{"docusaurus.config.js"}, {"docusaurus"}},
      {{"docusaurus.config.ts"}, {"docusaurus"}},
      {{"mkdocs.yml"}, {"mkdocs"}},
      {{"mkdocs.yaml"}, {"mkdocs"}},
      {{"hugo.toml"}, {"hugo"}},
      {{"hugo.yaml"}, {"hugo"}},
      {{"config.toml"}, {}},
      {{"config/_default/"}, {"hugo"}},
      {{"config.toml", "content/"}, {"hugo"}},
      {{"_config.yml"}, {"jekyll"}},
      {{".gitbook.yaml"}, {"gitbook"}},
      {{".gitbook/assets/"}, {"gitbook"}},
      {{".vitepress/"}, {"vitepress"}},
      {{"book.toml"}, {"mdbook"}},
      {{".obsidian/"}, {"obsidian"}},
      {{"docs.json"}, {"mintlify"}},
      {{"mint.json"}, {"mintlify"}},
      {{"astro.config.mjs"}, {"starlight"}},
      {{"a.md", "site.yaml"}, {}},
      {{"mkdocs.yml", ".obsidian/"}, {"mkdocs", "obsidian"}},
  };
  int number = 0;
  for (const Case& c : cases) {
    const std::string folder = std::to_string(number++) + "/";
    put(folder);
    for (const std::string& file : c.files) put(folder + file);
    EXPECT_THAT(found(folder), ElementsAreArray(c.want)) << c.files.front();
  }
}

TEST_F(DetectDialects, InTheFoldersAboveUpToTheRepository) {
  put("mkdocs.yml");
  put("repository/docs/en/");
  EXPECT_THAT(found("repository/docs/en"), IsEmpty()) << "no repository: only the folder itself";
  put("repository/.git/");
  EXPECT_THAT(found("repository/docs/en"), IsEmpty()) << "what lies above the repository is of others";
  put("repository/book.toml");
  EXPECT_THAT(found("repository/docs/en"), ElementsAre("mdbook"));
}

TEST_F(DetectDialects, InTheFoldersOfSitesBesideTheArticles) {
  put("repository/.git/");
  put("repository/docs/a.md");
  put("repository/website/docusaurus.config.js");
  EXPECT_THAT(found("repository/docs"), ElementsAre("docusaurus"));
  put("whole/docs/.vitepress/");
  EXPECT_THAT(found("whole"), ElementsAre("vitepress"));
}

TEST_F(DetectDialects, OfNothingIsNothing) { EXPECT_THAT(found("not/there"), IsEmpty()); }

}  // namespace
}  // namespace signpost
