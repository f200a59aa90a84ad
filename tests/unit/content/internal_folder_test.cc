#include "content/internal_folder.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(InternalFolder, IsToldByItsName) {
  for (const char* name : {"internal", "Internal", "INTERNAL", "internal-only", "Staff-Only", "내부", "社内"})
    EXPECT_TRUE(is_internal_folder(name)) << name;
  for (const char* name : {"", "internals", "_internal", "international", "staff", "internal.md"})
    EXPECT_FALSE(is_internal_folder(name)) << name;
}

TEST(InternalFolder, IsAFolderOfThePathAndNoFile) {
  EXPECT_TRUE(lies_in_internal_folder("internal/a.md"));
  EXPECT_TRUE(lies_in_internal_folder("help/en/Internal/deep/a.md"));
  EXPECT_FALSE(lies_in_internal_folder("help/en/internal"));
  EXPECT_FALSE(lies_in_internal_folder("help/internal.md"));
  EXPECT_FALSE(lies_in_internal_folder(""));
}

TEST(InternalFolder, IsNotAllThatMakesAPathInternal) {
  for (const char* path :
       {"internal/a.md", "a.internal.md", "help/Plan.INTERNAL.markdown", "replies/en/late.md"})
    EXPECT_TRUE(is_internal_path(path)) << path;
  for (const char* path :
       {"internal.md", ".internal.md", "replies/late.md", "help/replies/en/late.md", "a.md"})
    EXPECT_FALSE(is_internal_path(path)) << path;
}

TEST(InternalFolder, LeavesThePlaceThatItLiesIn) {
  EXPECT_EQ(without_internal_folders("internal/help/en/internal/a.md"), "help/en/a.md");
  EXPECT_EQ(without_internal_folders("help/en/billing/internal/a.md"), "help/en/billing/a.md");
  EXPECT_EQ(without_internal_folders("internal"), "internal");
}

}  // namespace
}  // namespace signpost
