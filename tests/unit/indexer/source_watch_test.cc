// source_watch_test.cc - which changes wake the watch.
#include "indexer/source_watch.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr int kQuiet = 20;
constexpr int kNothingComes = 60;
constexpr int kSomethingComes = 5000;

TEST(SourceWatchTest, WakesForWhatIsIndexedOnly) {
  const TemporaryFolder folder;
  folder.write("source/a/old.md", "text");
  folder.write("source/.git/head", "text");
  folder.write("source/index/current", "text");
  folder.write("settings/site.yaml", "text");
  SourceWatch watch(folder.path("source"), folder.path("source/index"),
                    {folder.path("settings/site.yaml"), ""});
  struct Case {
    const char* name;
    std::function<void()> change;
    bool want;
    std::set<std::string> files = {};  // none where that can't be told
  };
  const Case cases[] = {
      {"nothing", [] {}, false},
      {"a changed file", [&] { folder.write("source/a/old.md", "new text"); }, true, {"a/old.md"}},
      {"a new file", [&] { folder.write("source/new.md", "text"); }, true, {"new.md"}},
      {"a new folder with a file", [&] { folder.write("source/b/c/new.md", "text"); }, true, {"b/"}},
      {"a file in the new folder",
       [&] { folder.write("source/b/c/new.md", "changed"); },
       true,
       {"b/c/new.md"}},
      {"a renamed file",
       [&] { fs::rename(folder.path("source/new.md"), folder.path("source/newer.md")); },
       true,
       {"new.md", "newer.md"}},
      {"a renamed folder",
       [&] { fs::rename(folder.path("source/b"), folder.path("source/d")); },
       true,
       {"b/", "d/"}},
      {"a file in the renamed folder",
       [&] { folder.write("source/d/c/new.md", "again"); },
       true,
       {"d/c/new.md"}},
      {"a removed file", [&] { fs::remove(folder.path("source/newer.md")); }, true, {"newer.md"}},
      {"a file read", [&] { folder.read("source/a/old.md"); }, false},
      {"a hidden file", [&] { folder.write("source/a/.old.md.swp", "text"); }, false},
      {"a file in a hidden folder", [&] { folder.write("source/.git/head", "other"); }, false},
      {"a picture in a new hidden folder",
       [&] { folder.write("source/a/.attachments/p.png", "p"); },
       true,
       {"a/.attachments/"}},
      {"a picture in a hidden folder",
       [&] { folder.write("source/a/.attachments/p.png", "q"); },
       true,
       {"a/.attachments/p.png"}},
      {"the output", [&] { folder.write("source/index/current", "other"); }, false},
      {"the settings", [&] { folder.write("settings/site.yaml", "other"); }, true},
      {"a file beside the settings", [&] { folder.write("settings/other.yaml", "other"); }, false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    c.change();
    EXPECT_EQ(watch.wait(kQuiet, c.want ? kSomethingComes : kNothingComes), c.want);
    EXPECT_FALSE(watch.wait(kQuiet, 0)) << "one change woke it twice";
    const SourceChanges seen = watch.take_changes();
    EXPECT_EQ(seen.unclear, c.want && c.files.empty());
    EXPECT_EQ(seen.files, c.files);
    EXPECT_TRUE(watch.take_changes().files.empty()) << "it is told once";
  }
}

TEST(SourceWatchTest, AMissingFolderIsAFailure) {
  const TemporaryFolder folder;
  EXPECT_THROW(SourceWatch(folder.path("missing"), "", {}), Error);
}

}  // namespace
}  // namespace signpost
