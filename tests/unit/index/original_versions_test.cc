#include "index/original_versions.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "base/file_io.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(OriginalVersions, AreReadAsTheyWereWritten) {
  const TemporaryFolder folder;
  EXPECT_THAT(load_original_versions(folder.path()), IsEmpty());
  const OriginalVersion one = {.id = "printer",
                               .day = "2026-01-01",
                               .revision = "bb121af9e8",
                               .made = "2026-01-02",
                               .title = "Set up \"it\"",
                               .markdown = "## 잉크\n\nA\u0001B.\n"};
  const OriginalVersion unknown = {.id = "paper", .day = "2025-01-01"};
  write_original_versions(folder.path(), {one, unknown});
  EXPECT_THAT(load_original_versions(folder.path()), ElementsAre(one, unknown));
}

TEST(OriginalVersions, AsLargeAsTheyMayBeCanBeLoaded) {
  const TemporaryFolder folder;
  std::vector<OriginalVersion> versions(kMaxOriginalVersions, {.id = "x", .day = "2026-01-01"});
  versions.front().markdown.assign(kMaxOriginalBytes, '\1');
  write_original_versions(folder.path(), versions);
  EXPECT_EQ(load_original_versions(folder.path()), versions);
}

TEST(OriginalVersions, ThatAreDamagedAreAnError) {
  const TemporaryFolder folder;
  for (const char* text : {"", "{", "{}x", "[1]", "[{\"id\":\"a\"}]"}) {
    write_file(folder.path() + "/originals.json", text);
    EXPECT_THROW(load_original_versions(folder.path()), Error) << text;
  }
}

}  // namespace
}  // namespace signpost
