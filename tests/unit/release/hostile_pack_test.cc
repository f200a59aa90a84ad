// hostile_pack_test.cc - a pack that somebody made with care, right sums included, runs nothing, leads
// nowhere else and takes down nobody.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <random>

#include "base/error.h"
#include "base/file_io.h"
#include "base/sha256.h"
#include "generation_copy.h"
#include "index/generation.h"
#include "index/glass.h"
#include "index/manifest.h"
#include "release/diff.h"
#include "release/probe.h"
#include "release/publish.h"
#include "release/urls.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr unsigned kDamageSeed = 20260101;

const BaseGeneration& base() {
  static const BaseGeneration one;
  return one;
}

class CraftedPack : public ::testing::Test {
 protected:
  CraftedPack() {
    options_.file = folder_.path("pack");
    options_.index = folder_.path("index");
  }

  // A program that Xapian would start leaves this file.
  std::string stub() const { return "remote :/bin/touch " + folder_.path("started") + "\n"; }
  bool started() const { return fs::exists(folder_.path("started")); }

  void make_pack(const std::map<std::string, std::string>& files,
                 BuildInfo build = {"someone", "", ""}) const {
    PackManifest manifest{kSchemaVersion, 6, std::move(build), {}};
    std::vector<PackSource> sources;
    for (const auto& [path, bytes] : files) {
      manifest.files.push_back({path, bytes.size(), sha256_of(bytes)});
      sources.push_back({"", bytes});
    }
    write_pack(options_.file, manifest, sources, 0);
  }
  // What was said against it or, if nothing was, printed.
  std::string publish() const {
    std::ostringstream out;
    try {
      run_publish(options_, out);
    } catch (const Error& error) {
      return "refused: " + message_of(error);
    }
    return out.str();
  }
  std::string compare() const {
    DiffOptions options;
    options.before = base().dir();
    options.after = options_.file;
    options.sha256 = options_.sha256.empty() ? std::vector<std::string>{} : std::vector{options_.sha256};
    std::ostringstream out;
    try {
      run_diff(options, out);
    } catch (const Error& error) {
      return "refused: " + message_of(error);
    }
    return out.str();
  }

  TemporaryFolder folder_;
  PublishOptions options_;
};

TEST_F(CraftedPack, IsTakenWhenNothingIsWrong) {
  make_pack(base().files());
  EXPECT_THAT(publish(), StartsWith("Published 000001-"));
  EXPECT_THAT(compare(), StartsWith("Documents: 0 added, 0 changed, 0 removed"));
}

// The pages of staff read them.
TEST_F(CraftedPack, DamagedOwnersAreSaidBeforeItIsServed) {
  auto files = base().files();
  files["owners.json"] = R"({"folder": "", "rules": [{"pattern": 1}]})";
  make_pack(files);
  EXPECT_THAT(publish(), HasSubstr("owners.json is damaged"));
}

// Xapian takes a file XAPIANDB in a folder, or a file in the folder's place, for the description of a
// database.
TEST_F(CraftedPack, StartsNoProgram) {
  struct Case {
    const char* name;
    std::vector<std::string> removed;
    const char* added;
  };
  const Case cases[] = {
      {"in the database's folder, instead of it",
       {"segments/000001/xapian/iamglass", "segments/000001/xapian/postlist.glass",
        "segments/000001/xapian/flintlock"},
       "segments/000001/xapian/XAPIANDB"},
      {"in the database's folder, beside it", {}, "segments/000001/xapian/XAPIANDB"},
      {"in the database's place",
       {"segments/000001/xapian/iamglass", "segments/000001/xapian/postlist.glass",
        "segments/000001/xapian/flintlock"},
       "segments/000001/xapian"},
  };
  for (const Case& c : cases) {
    std::map<std::string, std::string> files = base().files();
    for (const std::string& path : c.removed) files.erase(path);
    files[c.added] = stub();
    make_pack(files);
    EXPECT_THAT(publish(), HasSubstr("has a path that can't be used")) << c.name;
    EXPECT_THAT(compare(), HasSubstr("has a path that can't be used")) << c.name;
    EXPECT_FALSE(started()) << c.name;
  }
}

// Should such a file come to lie there all the same, nothing looks at it.
TEST_F(CraftedPack, NoDatabaseIsOpenedByWhatAFileSays) {
  folder_.write("a/XAPIANDB", stub());
  folder_.write("b", stub());
  for (const char* name : {"a", "b"}) {
    EXPECT_THROW(open_postings(folder_.path(name)), Xapian::Error) << name;
    EXPECT_FALSE(started()) << name;
  }
  create_postings(folder_.path("a"), 0).close();
  EXPECT_EQ(open_postings(folder_.path("a")).get_doccount(), 0u);
  EXPECT_FALSE(started());
}

TEST_F(CraftedPack, AStrayFileInAnIndexIsNotServed) {
  make_pack(base().files());
  publish();
  const std::string dir = *current_generation(options_.index);
  write_file(dir + "/segments/000001/xapian/XAPIANDB", stub());
  EXPECT_THROW(verify_generation(dir), Error);
  EXPECT_FALSE(started());
}

TEST_F(CraftedPack, LeadsToNoOtherIndex) {
  GenerationCopy copy(base());
  std::vector<Segment> segments = copy.segments();
  segments[0].path = "../../../other/generations/000001-20260101T000000Z/segments/000001";
  copy.set_segments(segments);
  make_pack(copy.files);
  EXPECT_THAT(publish(), HasSubstr("segments.bin names a folder that is no segment's"));
  EXPECT_THAT(compare(), HasSubstr("segments.bin names a folder that is no segment's"));
}

// The sum that was given is compared before a byte is interpreted: here of what is no pack at all.
TEST_F(CraftedPack, TheSumComesFirst) {
  folder_.write("pack", "# an article\n");
  options_.sha256 = std::string(64, '0');
  EXPECT_THAT(publish(), HasSubstr("has the SHA-256 sum " + sha256_of("# an article\n")));
  EXPECT_THAT(compare(), HasSubstr("has the SHA-256 sum " + sha256_of("# an article\n")));
  options_.sha256 = sha256_of("# an article\n");
  EXPECT_THAT(publish(), HasSubstr("is not a pack, or is damaged"));
  make_pack(base().files());
  options_.sha256 = sha256_of(folder_.read("pack"));
  EXPECT_THAT(compare(), StartsWith("Documents: 0 added"));
}

// Whatever Xapian makes of its own files, this process goes on, and what it publishes can be read.
TEST_F(CraftedPack, DamageInsideXapiansFilesTakesDownNobody) {
  std::mt19937 random(kDamageSeed);
  const auto upto = [&](size_t most) { return std::uniform_int_distribution<size_t>(0, most)(random); };
  int refused = 0;
  options_.force = true;
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE("round " + std::to_string(round) + ", seed " + std::to_string(kDamageSeed));
    GenerationCopy copy(base());
    std::string& bytes = copy.files["segments/000001/xapian/postlist.glass"];
    for (size_t i = 0; i <= upto(20); ++i) bytes[upto(bytes.size() - 1)] = static_cast<char>(upto(255));
    make_pack(copy.files);
    const std::string said = publish();
    refused += said.starts_with("refused: ");
    if (!said.starts_with("Published")) continue;
    EXPECT_EQ(probe_generation(*current_generation(options_.index), "it", [] {}), 6u);
  }
  EXPECT_GT(refused, 10);
}

TEST_F(CraftedPack, WhatItSaysOfItselfMovesNoCursor) {
  make_pack(base().files(), {"\x1b[2J\x1b]0;owned\x07", "a\nPublished 000009",
                             "\xe2\x80\xae"
                             "2026"});
  const std::string said = publish();
  EXPECT_THAT(said,
              HasSubstr("made by \\x1b[2J\\x1b]0;owned\\x07 from a\\nPublished 000009, \\u{202e}2026\n"));
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1);
}

TEST_F(CraftedPack, ItsTitlesMoveNoCursor) {
  Document document;
  document.id = "refunds";
  GenerationCopy copy(base());
  std::string meta = copy.part(1, GenerationCopy::Part::meta);
  meta.replace(meta.find("Refunds and returns"), 8, "\x1b[2J\n+ x");
  copy.set_part(1, GenerationCopy::Part::meta, meta);
  std::string body = copy.part(1, GenerationCopy::Part::body);
  body.replace(body.find("Refunds and returns"), 8, "\x1b[2J\n+ x");
  copy.set_part(1, GenerationCopy::Part::body, body);
  make_pack(copy.files);
  const std::string said = compare();
  EXPECT_THAT(said, HasSubstr("\\x1b[2J\\n+ x"));
  EXPECT_EQ(said.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace signpost
