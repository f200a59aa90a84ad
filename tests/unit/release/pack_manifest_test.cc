// pack_manifest_test.cc - a manifest says again what it said, and believes nothing it would not say.
#include "release/pack_manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "index/schema.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;

const std::string kSum(64, 'a');

PackManifest sample_manifest() {
  return {kSchemaVersion,
          7,
          {"signpost-index 1", "abc", "2026-01-02T03:04:05Z"},
          {{"docs.bin", 9, kSum}, {"files/설치.png", 0, kSum}}};
}

// What parsing says of it, "" for nothing.
std::string refusal(const std::string& json) {
  try {
    parse_pack_manifest(json);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::corrupt);
    return error.what();
  }
  return "";
}

TEST(PackManifest, SaysAgainWhatItSaid) {
  const PackManifest back = parse_pack_manifest(to_json(sample_manifest()));
  EXPECT_EQ(to_json(back), to_json(sample_manifest()));
  EXPECT_EQ(back.files.at(1).path, "files/설치.png");
  EXPECT_EQ(back.build.revision, "abc");
  EXPECT_EQ(back.bytes(), 9u);
}

TEST(PackManifest, RefusesPathsThatCouldLeadAnywhereElse) {
  for (const char* path : {"",
                           "/etc/passwd",
                           "../x",
                           "a/../b",
                           "a/..",
                           "..",
                           ".",
                           "./a",
                           "a/./b",
                           "a//b",
                           "a/",
                           "a\\b",
                           "a\nb",
                           "manifest.json",
                           "manifest.json.new",
                           "files/a/../b",
                           "files//b",
                           "files/",
                           "segments/000001/xapian/XAPIANDB",
                           "segments/000001/xapian",
                           "XAPIANDB",
                           "segments/../000001/store.000",
                           "segments/1/store.000",
                           "other.bin"}) {
    nlohmann::ordered_json json = nlohmann::ordered_json::parse(to_json(sample_manifest()));
    json["files"] = {{{"path", path}, {"size", 1}, {"sha256", kSum}}};
    EXPECT_THAT(refusal(json.dump()), HasSubstr("has a path that can't be used")) << path;
  }
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(to_json(sample_manifest()));
  json["files"][0]["path"] = std::string(300, 'x');
  EXPECT_THAT(refusal(json.dump()), HasSubstr("can't be used"));
}

TEST(PackManifest, RefusesWhatItWouldNotSay) {
  struct Case {
    const char* pointer;
    nlohmann::ordered_json value;
    const char* want;
  };
  const Case cases[] = {
      {"/pack", 2, "another version"},
      {"/documents", -1, "no sound number 'documents'"},
      {"/documents", 1.5, "no sound number"},
      {"/documents", "7", "no sound number"},
      {"/files/0/size", uint64_t{1} << 60, "no sound number 'size'"},
      {"/files/0/sha256", "abc", "no SHA-256 sum for docs.bin"},
      {"/files/0/sha256", std::string(64, 'A'), "no SHA-256 sum"},
      {"/files/0/path", 3, "is damaged"},
      {"/files/0/path", "files/설치.png", "is out of order"},
      {"/files/0/path", "words.bin", "is out of order"},
      {"/files/0/path", "z", "has a path that can't be used"},
      {"/build/program", std::string(5000, 'x'), "has a 'program' that is too long"},
      {"/build", "me", "is damaged"},
      {"/files", 3, "is damaged"},
  };
  for (const Case& test : cases) {
    nlohmann::ordered_json json = nlohmann::ordered_json::parse(to_json(sample_manifest()));
    json[nlohmann::ordered_json::json_pointer(test.pointer)] = test.value;
    EXPECT_THAT(refusal(json.dump()), HasSubstr(test.want)) << test.pointer << " " << test.value;
  }
  for (const char* text : {"", "{", "[]", "null", "{}"}) EXPECT_NE(refusal(text), "") << text;
  // Refused before a parser builds a tree of it: its depth, and the number of its values.
  EXPECT_THAT(refusal(std::string(63 << 20, '[')), HasSubstr("is damaged: "));
  std::string many = "[";
  for (int i = 0; i < 2'000'000; ++i) many += "[],";
  EXPECT_THAT(refusal(many + "[]]"), HasSubstr("is damaged: "));
}

}  // namespace
}  // namespace signpost
