#include "content/hidden_folders.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(HiddenFolders, SomeHoldWhatArticlesShow) {
  for (const char* name : {".gitbook", ".attachments", ".images", ".vuepress"})
    EXPECT_TRUE(may_hold_assets(name));
  for (const char* name :
       {"", ".", "..", "..names", "images", ".git", ".GIT", ".ssh", ".cache", ".ruff_cache"})
    EXPECT_FALSE(may_hold_assets(name)) << name;
}

TEST(HiddenFolders, OnlyWhatReadersCanUseLeavesThem) {
  for (const char* path : {"a.png", "a/b.txt", ".gitbook/assets/a.PNG", "docs/.attachments/a b.pdf",
                           ".github/images/.more/a.mp4"}) {
    EXPECT_TRUE(may_be_asset(path)) << path;
  }
  for (const char* path :
       {".a.png", "a/.env", ".git/a.png", ".gitbook/.git/a.png", ".github/workflows/ci.yml",
        ".gitbook/notes.md", ".gitbook/assets/.a.png", ".gitbook/key", "..names/a.png"}) {
    EXPECT_FALSE(may_be_asset(path)) << path;
  }
}

}  // namespace
}  // namespace signpost
