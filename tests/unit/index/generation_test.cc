// generation_test.cc - naming, sealing, verifying, publishing, rolling back and pruning of generations.
#include "index/generation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/error.h"
#include "base/file_digest.h"
#include "index/draft_generation.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "tests/unit/index/edit_manifest.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

void write_file(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  fs::remove(path);  // what is sealed can't be written
  std::ofstream(path, std::ios::binary) << content;
}

class GenerationTest : public ::testing::Test {
 protected:
  GenerationTest() {
    std::string pattern = (fs::temp_directory_path() / "signpost-generation-XXXXXX").string();
    root_ = ::mkdtemp(pattern.data());
    index_ = (root_ / "index").string();
  }
  ~GenerationTest() override { fs::remove_all(root_); }

  // A sealed generation with two files; not published.
  std::string make_generation(uint64_t documents = 7) {
    const std::string dir = new_generation(index_);
    write_file(fs::path(dir) / "words.bin", "some postings");
    write_file(fs::path(dir) / "files/images/logo.png", std::string(100'000, 'x'));
    seal_generation(dir, documents);
    return dir;
  }
  std::string publish_new() {
    const std::string dir = make_generation();
    publish_generation(index_, dir);
    return dir;
  }
  static std::string name_of(const std::string& dir) { return fs::path(dir).filename().string(); }

  fs::path root_;
  std::string index_;
};

// Runs `action` and returns the message of the Error of this kind that it throws, else "".
template <typename Action>
std::string error_of(ErrorKind kind, Action action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    return error.what();
  }
  return "";
}

TEST_F(GenerationTest, NothingIsPublishedInAnEmptyOrMissingFolder) {
  EXPECT_EQ(current_generation(index_), std::nullopt);
  EXPECT_THAT(list_generations(index_), IsEmpty());
}

TEST_F(GenerationTest, NamesGrowAndCarryTheTime) {
  const std::string first = name_of(new_generation(index_));
  const std::string second = name_of(new_generation(index_));
  EXPECT_THAT(first, ::testing::MatchesRegex("000001-[0-9]+T[0-9]+Z"));
  EXPECT_THAT(second, ::testing::StartsWith("000002-"));
}

TEST_F(GenerationTest, NumbersPastSixDigitsStillSortByNumber) {
  for (const char* name : {"999999-20260101T000000Z", "1000000-20260101T000000Z"}) {
    write_file(fs::path(index_) / "generations" / name / "manifest.json", "{}");
  }
  write_file(fs::path(index_) / "current", "1000000-20260101T000000Z\n");
  EXPECT_THAT(list_generations(index_), ElementsAre("999999-20260101T000000Z", "1000000-20260101T000000Z"));
  EXPECT_THAT(name_of(new_generation(index_)), ::testing::StartsWith("1000001-"));
}

TEST_F(GenerationTest, PublishingMakesItCurrent) {
  const std::string first = publish_new();
  EXPECT_EQ(current_generation(index_), first);
  const std::string second = publish_new();
  EXPECT_EQ(current_generation(index_), second);
  EXPECT_THAT(list_generations(index_), ElementsAre(name_of(first), name_of(second)));
}

TEST_F(GenerationTest, AnUnsealedGenerationCannotBePublished) {
  const std::string dir = new_generation(index_);
  EXPECT_THAT(error_of(ErrorKind::usage, [&] { publish_generation(index_, dir); }),
              HasSubstr("not a finished"));
  EXPECT_EQ(current_generation(index_), std::nullopt);
}

TEST_F(GenerationTest, TheManifestKnowsEveryFile) {
  const std::string dir = make_generation(42);
  const Manifest manifest = verify_generation(dir);
  EXPECT_EQ(manifest.generation, name_of(dir));
  EXPECT_EQ(manifest.schema_version, kSchemaVersion);
  EXPECT_EQ(manifest.documents, 42u);
  EXPECT_THAT(manifest.created, ::testing::MatchesRegex("....-..-..T..:..:..Z"));
  ASSERT_EQ(manifest.files.size(), 2u);
  EXPECT_EQ(manifest.files[0].path, "files/images/logo.png");
  EXPECT_EQ(manifest.files[0].size, 100'000u);
  EXPECT_EQ(manifest.files[1].path, "words.bin");
  // printf 'some postings' | sha256sum
  EXPECT_EQ(manifest.files[1].sha256, "7c7548d779d2acf93d787a1932abc1f5446572d8de1b713398feb97ed19d911c");
  EXPECT_EQ(read_manifest(dir).files.size(), 2u);
}

TEST_F(GenerationTest, DamageIsFoundAndNamed) {
  struct Case {
    const char* name;
    std::function<void(const fs::path&)> damage;
    const char* want;
  };
  const Case cases[] = {
      {"a flipped byte",
       [](const fs::path& dir) {
         std::fstream file(dir / "files/images/logo.png", std::ios::in | std::ios::out | std::ios::binary);
         file.seekp(50'000);
         file.put('y');
       },
       "logo.png is damaged"},
      {"a file cut off", [](const fs::path& dir) { fs::resize_file(dir / "words.bin", 5); },
       "words.bin has 5 bytes"},
      {"a file that is gone", [](const fs::path& dir) { fs::remove(dir / "words.bin"); },
       "words.bin is missing"},
      {"half a manifest", [](const fs::path& dir) { fs::resize_file(dir / "manifest.json", 60); },
       "manifest.json is damaged"},
      {"a manifest of another shape", [](const fs::path& dir) { write_file(dir / "manifest.json", "[1]"); },
       "manifest.json is damaged"},
      {"another version", [](const fs::path& dir) { testing::set_schema_version(dir.string(), 999); },
       "is in version 999 of the index, and this program reads version"},
      {"a file that nobody listed", [](const fs::path& dir) { write_file(dir / "files/b.png", "x"); },
       "files/b.png is not in the manifest"},
      {"a name that no writer makes",
       [](const fs::path& dir) { testing::edit_manifest(dir.string(), "words.bin", "other.bin"); },
       "has a path that can't be used: \"other.bin\""},
      {"a path that leads out",
       [](const fs::path& dir) { testing::edit_manifest(dir.string(), "words.bin", "files/../../x"); },
       "has a path that can't be used"},
      {"a link in the place of a file",
       [](const fs::path& dir) {
         fs::rename(dir / "words.bin", dir / ".." / "words");
         fs::create_symlink("../words", dir / "words.bin");
       },
       "words.bin is neither file nor folder"},
      {"a link in the place of a folder",
       [](const fs::path& dir) {
         fs::rename(dir / "files", dir / ".." / "files");
         fs::create_directory_symlink("../files", dir / "files");
       },
       "files is neither file nor folder"},
      {"a manifest of nothing but openers",
       [](const fs::path& dir) { write_file(dir / "manifest.json", std::string(10 << 20, '[')); },
       "manifest.json is damaged"},
      {"no manifest", [](const fs::path& dir) { fs::remove(dir / "manifest.json"); },
       "manifest.json is missing"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const std::string dir = make_generation();
    c.damage(dir);
    EXPECT_THAT(error_of(ErrorKind::corrupt, [&] { verify_generation(dir); }), HasSubstr(c.want));
  }
}

// Nobody cuts off what is being served by mistake.
TEST_F(GenerationTest, AFileOfASealedGenerationCannotBeWritten) {
  const std::string dir = make_generation();
  for (const char* name : {"words.bin", "files/images/logo.png", "manifest.json"}) {
    const fs::perms mode = fs::status(fs::path(dir) / name).permissions();
    EXPECT_EQ(mode & (fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write),
              fs::perms::none)
        << name;
  }
  std::error_code error;
  remove_generation(dir, error);
  EXPECT_FALSE(error) << error.message();
}

TEST_F(GenerationTest, AFileOfAnotherNameIsNotSealed) {
  const std::string dir = new_generation(index_);
  write_file(fs::path(dir) / "notes.txt", "x");
  EXPECT_THAT(error_of(ErrorKind::internal, [&] { seal_generation(dir, 1); }), HasSubstr("notes.txt"));
}

TEST_F(GenerationTest, RollBackPublishesTheOneBefore) {
  EXPECT_THAT(error_of(ErrorKind::not_found, [&] { roll_back(index_); }), HasSubstr("no generation before"));
  const std::string first = publish_new();
  EXPECT_THAT(error_of(ErrorKind::not_found, [&] { roll_back(index_); }), HasSubstr("no generation before"));
  const std::string second = publish_new();
  EXPECT_EQ(roll_back(index_), name_of(first));
  EXPECT_EQ(current_generation(index_), first);
  EXPECT_THAT(list_generations(index_), ElementsAre(name_of(first)));
  // The withdrawn one keeps its number: the next run does not reuse it.
  EXPECT_THAT(name_of(new_generation(index_)), ::testing::StartsWith("000003-"));
}

TEST_F(GenerationTest, RollBackRefusesADamagedGeneration) {
  const std::string first = publish_new();
  const std::string second = publish_new();
  fs::resize_file(fs::path(first) / "words.bin", 1);
  EXPECT_THAT(error_of(ErrorKind::corrupt, [&] { roll_back(index_); }), HasSubstr("words.bin"));
  EXPECT_EQ(current_generation(index_), second);
}

TEST_F(GenerationTest, PruningKeepsTheNewestAndThePublished) {
  std::vector<std::string> dirs;
  for (int i = 0; i < 5; ++i) dirs.push_back(publish_new());
  publish_generation(index_, dirs[0]);
  const std::string abandoned = new_generation(index_);
  write_file(fs::path(abandoned) / "postings", "half");
  prune_generations(index_);
  std::vector<std::string> left;
  for (const auto& entry : fs::directory_iterator(index_ + "/generations"))
    left.push_back(entry.path().string());
  EXPECT_THAT(left, ::testing::UnorderedElementsAre(dirs[0], dirs[2], dirs[3], dirs[4]));
  EXPECT_EQ(current_generation(index_), dirs[0]);
}

TEST_F(GenerationTest, IsFoundByItsIndexOrByItself) {
  const std::string first = publish_new();
  const std::string second = publish_new();
  EXPECT_EQ(find_generation(index_), second);
  EXPECT_EQ(find_generation(first), first);
  EXPECT_THAT(error_of(ErrorKind::not_found, [&] { find_generation(root_.string()); }),
              HasSubstr("no index in " + root_.string()));
  EXPECT_THAT(error_of(ErrorKind::not_found, [&] { find_generation(index_ + "/missing"); }),
              HasSubstr("no index in"));
}

TEST_F(GenerationTest, ADraftGoesWithItsFoldersUnlessItIsPublished) {
  const fs::path beside = root_ / "state";
  const auto draft_of = [&](bool publish) {
    DraftGeneration draft(index_);
    draft.add_folder(beside.string());
    write_file(beside / "run", "state");
    write_file(fs::path(draft.dir()) / "words.bin", "some postings");
    seal_generation(draft.dir(), 7);
    if (publish) draft.publish();
    return draft.dir();
  };
  const std::string dropped = draft_of(false);
  EXPECT_FALSE(fs::exists(dropped));
  EXPECT_FALSE(fs::exists(beside));
  EXPECT_EQ(current_generation(index_), std::nullopt);
  const std::string kept = draft_of(true);
  EXPECT_EQ(current_generation(index_), kept);
  EXPECT_NO_THROW(verify_generation(kept));
  EXPECT_TRUE(fs::exists(beside / "run"));
}

TEST_F(GenerationTest, CurrentNeverLeavesTheFolder) {
  for (const char* content : {"../../etc\n", "", "/etc/passwd\n", "000001-\n", "000001-2026/../..\n"}) {
    SCOPED_TRACE(content);
    write_file(fs::path(index_) / "current", content);
    EXPECT_THAT(error_of(ErrorKind::corrupt, [&] { current_generation(index_); }),
                HasSubstr("does not name"));
  }
  // A new run mends it.
  const std::string dir = publish_new();
  EXPECT_EQ(current_generation(index_), dir);
}

// In a checkout anybody may have put a link where the index goes.
TEST_F(GenerationTest, NoLinkOfTheNameIsWrittenThrough) {
  const std::string elsewhere = (root_ / "elsewhere").string();
  fs::create_directories(elsewhere + "/generations");
  fs::create_directories(root_ / "checkout");
  const fs::path before = fs::current_path();
  fs::current_path(root_ / "checkout");
  fs::create_directory_symlink("../elsewhere", "index");
  EXPECT_THAT(error_of(ErrorKind::io, [] { const IndexLock lock("index"); }),
              HasSubstr("leads out of the current folder"));
  EXPECT_NO_THROW(IndexLock("../elsewhere"));  // named as it is
  fs::remove("index");
  fs::create_directory("index");
  fs::create_directory_symlink("../../elsewhere/generations", "index/generations");
  EXPECT_THAT(error_of(ErrorKind::io, [] { const IndexLock lock("index"); }), HasSubstr("it is a link"));
  fs::current_path(before);
}

TEST_F(GenerationTest, TheLockIsExclusiveAndEndsWithItsHolder) {
  {
    const IndexLock lock(index_);
    EXPECT_THAT(error_of(ErrorKind::usage, [&] { const IndexLock second(index_); }),
                HasSubstr("another signpost-index is writing"));
  }
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const IndexLock lock(index_);
    ::raise(SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(error_of(ErrorKind::usage, [&] { const IndexLock after(index_); }), "");
}

TEST(FileDigestTest, KnownSumsAndErrors) {
  const fs::path dir = fs::temp_directory_path() / ("signpost-digest-" + std::to_string(::getpid()));
  std::vector<std::string> paths;
  for (int i = 0; i < 20; ++i) {
    paths.push_back((dir / std::to_string(i)).string());
    write_file(paths.back(), i % 2 ? "" : "abc");
  }
  paths.push_back((dir / "missing").string());
  const std::vector<FileDigest> digests = digest_files(paths);
  ASSERT_EQ(digests.size(), 21u);
  for (int i = 0; i < 20; ++i) {
    // The sums of "" and "abc" in FIPS 180-4's examples.
    EXPECT_EQ(digests[i].sha256, i % 2 ? "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                                       : "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
  EXPECT_EQ(digests[20].error, ENOENT);
  fs::remove_all(dir);
}

}  // namespace
}  // namespace signpost
