// generation_files_test.cc - a generation holds what a writer makes, and nothing else.
#include "index/generation_files.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

TEST(GenerationFiles, AreAClosedList) {
  for (const char* path : {"docs.bin",
                           "segments.bin",
                           "dead.bin",
                           "names.bin",
                           "words.bin",
                           "suggest.bin",
                           "related.bin",
                           "glossary.bin",
                           "vectors.bin",
                           "query-table.bin",
                           "site.json",
                           "incidents.json",
                           "history.json",
                           "owners.json",
                           "short.bin",
                           "segments/000001/store.000",
                           "segments/1000000/store.4095",
                           "segments/000001/xapian/iamglass",
                           "segments/000001/xapian/postlist.glass",
                           "segments/000001/xapian/flintlock",
                           "sitemaps/000001.xml",
                           "files/a.png",
                           "files/images/설치 1.png",
                           "files/.gitbook/assets/a.png"}) {
    EXPECT_TRUE(is_generation_file(path)) << path;
  }
}

TEST(GenerationFiles, NothingElseIsOne) {
  for (const char* path : {"",
                           "/",
                           "docs.bin/",
                           "/docs.bin",
                           "./docs.bin",
                           "DOCS.BIN",
                           "docs",
                           "manifest.json",
                           "XAPIANDB",
                           "files",
                           "files/",
                           "files//a",
                           "files/../docs.bin",
                           "files/./a",
                           "files/a/..",
                           "files/a\nb",
                           "files/a\\b",
                           "files/a\xff",
                           "segments",
                           "segments/",
                           "segments/000001",
                           "segments/000001/",
                           "segments/1/store.000",
                           "segments/00000a/store.000",
                           "segments/000001/store.",
                           "segments/000001/store.00",
                           "segments/000001/store.abc",
                           "segments/000001/xapian",
                           "segments/000001/xapian/",
                           "segments/000001/xapian/XAPIANDB",
                           "segments/000001/xapian/stub",
                           "segments/000001/xapian/position.glass",
                           "segments/000001/xapian/a/iamglass",
                           "segments/000001/other",
                           "segments/../generations/iamglass",
                           "segments/000001/../store.000",
                           "sitemaps/1.xml",
                           "sitemaps/000001.html",
                           "sitemaps/../000001.xml"}) {
    EXPECT_FALSE(is_generation_file(path)) << path;
  }
  EXPECT_FALSE(is_generation_file("files/" + std::string(256, 'x')));
  EXPECT_FALSE(is_generation_file("files/" + std::string(255, 'x') + "/" + std::string(255, 'y') + "/" +
                                  std::string(255, 'z') + "/" + std::string(255, 'w') + "/a"));
}

TEST(GenerationFiles, SegmentsHaveFoldersOfTheirOwn) {
  EXPECT_TRUE(is_segment_path("segments/000042"));
  EXPECT_TRUE(is_segment_path("segments/1234567"));
  for (const char* path : {"", "segments", "segments/", "segments/42", "segments/000042/",
                           "segments/000042/x", "../segments/000042", "/segments/000042",
                           "segments/../../other/generations/000042", "segments/1234567890123"}) {
    EXPECT_FALSE(is_segment_path(path)) << path;
  }
}

}  // namespace
}  // namespace signpost
