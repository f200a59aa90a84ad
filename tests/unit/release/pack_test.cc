// pack_test.cc - packs are the same for the same articles, and hostile or damaged ones are refused.
#include "release/pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <random>
#include <set>

#include "base/error.h"
#include "base/sha256.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "release/pack_file.h"
#include "release/zstd_file.h"
#include "tests/unit/release/released_articles.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr unsigned kPackSeed = 20260101;

std::string pack(const TemporaryFolder& folder, const std::string& index, const std::string& name) {
  PackOptions options;
  options.index = folder.path(index);
  options.output = folder.path(name);
  options.revision = "abc";
  options.program = "signpost-index test";
  std::ostringstream out;
  EXPECT_EQ(run_pack(options, out), 0);
  return out.str();
}

// Unpacks into a new folder and returns what was said against it, "" for nothing.
std::string extract(const TemporaryFolder& folder, const std::string& name,
                    uint64_t max_bytes = kMaxPackBytes) {
  fs::remove_all(folder.path("out"));
  fs::create_directory(folder.path("out"));
  try {
    PackReader reader(folder.path(name));
    reader.extract(folder.path("out"), max_bytes, [] {});
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string contents_of(const std::string& dir) {
  Sha256 sum;
  for (const fs::path& path : std::set<fs::path>(fs::recursive_directory_iterator(dir), {})) {
    if (!fs::is_regular_file(path)) continue;
    std::ifstream file(path, std::ios::binary);
    sum.add(path.lexically_relative(dir).string() + "\n" +
            std::string(std::istreambuf_iterator<char>(file), {}));
  }
  return to_hex(sum.finish());
}

class PackTest : public ::testing::Test {
 protected:
  PackTest() {
    write_articles(folder_, "source");
    index_articles(folder_, "source", "index");
  }
  TemporaryFolder folder_;
};

TEST_F(PackTest, TwoRunsOverTheSameArticlesGiveTheSamePack) {
  const std::string said = pack(folder_, "index", "a.tar.zst");
  index_articles(folder_, "source", "other");
  // A later full run of the same index: another generation, another name of the segment.
  IndexOptions full;
  full.full = true;
  index_articles(folder_, "source", "index", full);
  pack(folder_, "index", "b.tar.zst");
  pack(folder_, "other", "c.tar.zst");
  EXPECT_THAT(said, StartsWith("Packed 4 documents into " + folder_.path("a.tar.zst")));
  EXPECT_THAT(said, HasSubstr("SHA-256 " + sha256_of(folder_.read("a.tar.zst")) + "\n"));
  EXPECT_EQ(folder_.read("a.tar.zst"), folder_.read("b.tar.zst"));
  EXPECT_EQ(folder_.read("a.tar.zst"), folder_.read("c.tar.zst"));
  EXPECT_FALSE(fs::exists(folder_.path("a.tar.zst.new")));
}

TEST_F(PackTest, SaysWhatItIsMadeFrom) {
  pack(folder_, "index", "a.tar.zst");
  const PackReader reader(folder_.path("a.tar.zst"));
  const PackManifest& manifest = reader.manifest();
  EXPECT_EQ(manifest.documents, 4u);
  EXPECT_EQ(manifest.build.program, "signpost-index test");
  EXPECT_EQ(manifest.build.revision, "abc");
  EXPECT_EQ(manifest.build.date, "");
  ASSERT_EQ(::setenv("SOURCE_DATE_EPOCH", "1700000000", 1), 0);
  pack(folder_, "index", "dated.tar.zst");
  ::unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_EQ(PackReader(folder_.path("dated.tar.zst")).manifest().build.date, "2023-11-14T22:13:20Z");
  ASSERT_EQ(::setenv("SOURCE_DATE_EPOCH", "yesterday", 1), 0);
  EXPECT_THROW(pack(folder_, "index", "dated.tar.zst"), Error);
  ::unsetenv("SOURCE_DATE_EPOCH");
}

TEST_F(PackTest, UnpacksToTheGenerationAsItWas) {
  pack(folder_, "index", "a.tar.zst");
  EXPECT_EQ(extract(folder_, "a.tar.zst"), "");
  const std::string generation = *current_generation(folder_.path("index"));
  for (const ManifestFile& file : read_manifest(generation).files) {
    if (file.path.ends_with("iamglass")) continue;
    EXPECT_EQ(folder_.read("out/" + file.path),
              folder_.read("index/generations/" + read_manifest(generation).generation + "/" + file.path));
  }
}

TEST_F(PackTest, ADamagedGenerationIsNotPacked) {
  const std::string name = read_manifest(*current_generation(folder_.path("index"))).generation;
  folder_.write("index/generations/" + name + "/docs.bin", "damaged");
  EXPECT_THROW(pack(folder_, "index", "a.tar.zst"), Error);
  EXPECT_THROW(pack(folder_, "nowhere", "a.tar.zst"), Error);
  EXPECT_FALSE(fs::exists(folder_.path("a.tar.zst")));
  EXPECT_FALSE(fs::exists(folder_.path("a.tar.zst.new")));
}

// A changed bit is refused, or it changes nothing (there are bits that no decompressor looks at).
TEST_F(PackTest, NoChangedBitChangesWhatIsUnpacked) {
  pack(folder_, "index", "a.tar.zst");
  const std::string bytes = folder_.read("a.tar.zst");
  ASSERT_EQ(extract(folder_, "a.tar.zst"), "");
  const std::string contents = contents_of(folder_.path("out"));
  std::mt19937 random(kPackSeed);
  constexpr size_t kRegions = 300;
  int refused = 0;
  for (size_t region = 0; region < kRegions; ++region) {
    const size_t begin = region * bytes.size() / kRegions;
    const size_t end = (region + 1) * bytes.size() / kRegions;
    const size_t at = std::uniform_int_distribution<size_t>(begin, std::max(begin, end - 1))(random);
    const int bit = std::uniform_int_distribution<int>(0, 7)(random);
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
    folder_.write("b.tar.zst", damaged);
    const std::string said = extract(folder_, "b.tar.zst");
    refused += !said.empty();
    if (said.empty()) {
      EXPECT_EQ(contents_of(folder_.path("out")), contents)
          << "byte " << at << ", bit " << bit << ", seed " << kPackSeed;
    }
  }
  EXPECT_GT(refused, static_cast<int>(kRegions) * 9 / 10);
}

TEST_F(PackTest, WhatIsCutOffOrGoesOnIsRefused) {
  pack(folder_, "index", "a.tar.zst");
  const std::string bytes = folder_.read("a.tar.zst");
  for (const double share : {0.0, 0.01, 0.3, 0.9, 0.9999}) {
    folder_.write("b.tar.zst",
                  bytes.substr(0, static_cast<size_t>(static_cast<double>(bytes.size()) * share)));
    EXPECT_THAT(extract(folder_, "b.tar.zst"), HasSubstr("is cut off")) << share;
  }
  for (const std::string& more : {std::string("x"), std::string(5000, '\0'), bytes}) {
    folder_.write("b.tar.zst", bytes + more);
    EXPECT_THAT(extract(folder_, "b.tar.zst"), HasSubstr("goes on where it should end"));
  }
}

TEST_F(PackTest, NothingElseIsAPack) {
  folder_.write("b.tar.zst", "# Just an article\n");
  EXPECT_THAT(extract(folder_, "b.tar.zst"), HasSubstr("is not a pack, or is damaged"));
  EXPECT_THAT(extract(folder_, "none.tar.zst"), HasSubstr("No such file"));
  fs::create_directory(folder_.path("folder"));
  EXPECT_NE(extract(folder_, "folder"), "");
  ASSERT_EQ(::mkfifo(folder_.path("pipe").c_str(), 0600), 0);
  EXPECT_THAT(extract(folder_, "pipe"), HasSubstr("is not a file"));
}

// --- Packs that someone has made with care ---

struct Entry {
  std::string path;
  std::string data{};
  unsigned type = AE_IFREG;
  std::string link{};
  bool hard_link = false;
};

la_ssize_t append(archive* /*a*/, void* to, const void* bytes, size_t size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

std::string tar_of(const std::vector<Entry>& entries) {
  std::string bytes;
  archive* tar = archive_write_new();
  archive_write_set_format_gnutar(tar);
  archive_write_open(tar, &bytes, nullptr, append, nullptr);
  for (const Entry& entry : entries) {
    archive_entry* header = archive_entry_new();
    archive_entry_set_pathname(header, entry.path.c_str());
    archive_entry_set_filetype(header, entry.type);
    archive_entry_set_perm(header, 0644);
    archive_entry_set_size(header, static_cast<la_int64_t>(entry.data.size()));
    if (entry.hard_link)
      archive_entry_set_hardlink(header, entry.link.c_str());
    else if (!entry.link.empty())
      archive_entry_set_symlink(header, entry.link.c_str());
    EXPECT_EQ(archive_write_header(tar, header), ARCHIVE_OK) << entry.path;
    archive_write_data(tar, entry.data.data(), entry.data.size());
    archive_entry_free(header);
  }
  archive_write_free(tar);
  return bytes;
}

ManifestFile listed(const std::string& path, const std::string& data) {
  return {path, data.size(), sha256_of(data)};
}

class HostilePack : public ::testing::Test {
 protected:
  std::string refusal(const std::vector<ManifestFile>& files, std::vector<Entry> entries,
                      const std::string& tail = "", uint64_t max_bytes = kMaxPackBytes) {
    const PackManifest manifest{kSchemaVersion, 1, {}, files};
    entries.insert(entries.begin(), {"manifest.json", to_json(manifest)});
    ZstdWriter out(folder_.path("a.tar.zst"));
    out.write(tar_of(entries) + tail);
    out.finish();
    return extract(folder_, "a.tar.zst", max_bytes);
  }
  TemporaryFolder folder_;
};

TEST_F(HostilePack, TheToolItselfMakesGoodOnes) {
  const std::string long_name = "files/" + std::string(120, 'x') + "/" + std::string(120, 'y') + "/설치.png";
  EXPECT_EQ(refusal({listed("files/a", "1"), listed(long_name, "22")}, {{"files/a", "1"}, {long_name, "22"}}),
            "");
  EXPECT_EQ(folder_.read("out/" + long_name), "22");
}

TEST_F(HostilePack, IsRefusedForItsEntries) {
  const ManifestFile a = listed("files/a", "1");
  struct Case {
    std::vector<Entry> entries;
    const char* want;
  };
  const Case cases[] = {
      {{}, "is cut off"},
      {{{"b", "1"}}, "has an entry that is not files/a"},
      {{{"../files/a", "1"}}, "has an entry that is not files/a"},
      {{{"/files/a", "1"}}, "has an entry that is not files/a"},
      {{{"./files/a", "1"}}, "has an entry that is not files/a"},
      {{{"files/a", "", AE_IFLNK, "/etc/passwd"}}, "not a regular file"},
      {{{"files/a", "", AE_IFREG, "/etc/passwd", true}}, "not a regular file"},
      {{{"files/a", "", AE_IFDIR}}, "is not files/a where"},
      {{{"files/a", "", AE_IFIFO}}, "not a regular file"},
      {{{"files/a", "", AE_IFCHR}}, "not a regular file"},
      {{{"files/a", "12"}}, "differ in the size of files/a"},
      {{{"files/a", ""}}, "differ in the size of files/a"},
      {{{"files/a", "2"}}, "the SHA-256 of files/a differs"},
      {{{"files/a", "1"}, {"b", "1"}}, "has more files than its manifest"},
      {{{"files/a", "1"}, {"files/a", "1"}}, "has more files than its manifest"},
      {{{"files/a", "1"}, {"../b", "", AE_IFLNK, "x"}}, "has more files than its manifest"},
  };
  for (const Case& test : cases) EXPECT_THAT(refusal({a}, test.entries), HasSubstr(test.want));
}

TEST_F(HostilePack, NoLinkLeadsOut) {
  folder_.write("outside/file", "old");
  const ManifestFile dir_file = listed("files/d/file", "new");
  EXPECT_NE(
      refusal({dir_file}, {{"files/d", "", AE_IFLNK, folder_.path("outside")}, {"files/d/file", "new"}}), "");
  EXPECT_EQ(folder_.read("outside/file"), "old");
}

TEST_F(HostilePack, AFileCannotBeAFolderToo) {
  EXPECT_THAT(
      refusal({listed("files/a", "1"), listed("files/a/b", "2")}, {{"files/a", "1"}, {"files/a/b", "2"}}),
      HasSubstr("cannot create"));
}

TEST_F(HostilePack, WhatHidesBehindTheEndIsRefused) {
  const ManifestFile a = listed("files/a", "1");
  EXPECT_EQ(refusal({a}, {{"files/a", "1"}}, std::string(4096, '\0')), "");
  EXPECT_THAT(refusal({a}, {{"files/a", "1"}}, "x"), HasSubstr("goes on where it should end"));
  EXPECT_THAT(refusal({a}, {{"files/a", "1"}}, "x" + std::string(4096, '\0')),
              HasSubstr("goes on where it should end"));
  EXPECT_THAT(refusal({a}, {{"files/a", "1"}}, std::string(1 << 20, '\0')),
              HasSubstr("goes on where it should end"));
}

TEST_F(HostilePack, NoBombIsUnpacked) {
  // A gigabyte of zeros is a few kilobytes; the manifest may own up to it or not.
  ManifestFile small = listed("files/a", "1");
  EXPECT_THAT(refusal({small}, {{"files/a", std::string(64 << 20, '\0')}}), HasSubstr("differ in the size"));
  EXPECT_FALSE(fs::exists(folder_.path("out/files/a")));
  ManifestFile large{"files/a", uint64_t{1} << 40, std::string(64, 'a')};
  EXPECT_THAT(refusal({large}, {{"files/a", "1"}}), HasSubstr("more than the 17179869184 that are allowed"));
  const std::string zeros(64 << 20, '\0');
  EXPECT_THAT(refusal({listed("files/a", zeros)}, {{"files/a", zeros}}, "", 1 << 20),
              HasSubstr("that are allowed"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path("out")), {}), 0);
}

TEST_F(HostilePack, AHugeManifestIsNotRead) {
  ZstdWriter out(folder_.path("a.tar.zst"));
  out.write(tar_of({{"manifest.json", std::string(65 << 20, ' ')}}));
  out.finish();
  EXPECT_THAT(extract(folder_, "a.tar.zst"), HasSubstr("has a manifest of"));
}

}  // namespace
}  // namespace signpost
