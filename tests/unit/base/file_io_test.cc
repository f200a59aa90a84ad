#include "base/file_io.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

TEST(FileIo, WhatIsWrittenIsReadInEveryWay) {
  const TemporaryFolder folder;
  const std::string path = folder.path("file");
  AppendFile file(path);
  std::string all;
  for (int i = 0; i < 50'000; ++i) {
    const std::string part = std::to_string(i) + "\n";
    file.append(part);
    all += part;
  }
  EXPECT_EQ(file.size(), all.size());
  file.close();
  EXPECT_EQ(read_file(path), all);
  std::string some;
  RandomFile(path).read(100'000, 20, some);
  EXPECT_EQ(some, all.substr(100'000, 20));
  write_file(path, "");
  EXPECT_EQ(read_file(path), "");
}

TEST(FileIo, AMissingFileIsNoErrorWhereItMayBeMissing) {
  const TemporaryFolder folder;
  folder.write("file", "bytes");
  EXPECT_EQ(read_file_if_present(folder.path("file")), "bytes");
  EXPECT_EQ(read_file_if_present(folder.path("none")), std::nullopt);
  EXPECT_THROW(read_file_if_present(folder.path()), Error);
}

TEST(FileIo, ErrorsNameTheFile) {
  const TemporaryFolder folder;
  const std::string path = folder.path("none");
  const auto message = [](const auto& action) -> std::string {
    try {
      action();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_NE(message([&] { read_file(path); }).find(path), std::string::npos);
  EXPECT_NE(message([&] { RandomFile{path}; }).find(path), std::string::npos);
  EXPECT_NE(message([&] { write_file(folder.path("no/folder"), "x"); }).find("no/folder"), std::string::npos);
  folder.write("short", "abc");
  std::string out;
  EXPECT_NE(message([&] { RandomFile(folder.path("short")).read(2, 2, out); }).find("short"),
            std::string::npos);
}

}  // namespace
}  // namespace signpost
