#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <thread>
#include <vector>

#include "base/error.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

constexpr size_t kPage = 4096;  // bytes, at most the system's

std::string error_of(const auto& action) {
  try {
    action();
  } catch (const Error& error) {
    return std::string(error.kind() == ErrorKind::corrupt ? "corrupt: " : "other: ") + error.what();
  }
  return "";
}

std::string pages(size_t count) {
  std::string bytes;
  for (size_t i = 0; i < count; ++i) bytes.append(kPage, static_cast<char>('a' + i % 26));
  return bytes;
}

TEST(MappedFile, GivesTheBytesOfTheFileAlsoWhenItIsRemoved) {
  const TemporaryFolder folder;
  const std::string all = pages(3) + "end";
  folder.write("file", all);
  for (const auto access : {MappedFile::Access::in_order, MappedFile::Access::here_and_there}) {
    const MappedFile file(folder.path("file"), access);
    EXPECT_EQ(file.bytes(), all);
    EXPECT_EQ(file.view(kPage - 1, kPage + 2), std::string_view(all).substr(kPage - 1, kPage + 2));
    EXPECT_TRUE(file.is_whole());
  }
  const MappedFile file(folder.path("file"));
  std::filesystem::remove(folder.path("file"));
  EXPECT_EQ(file.bytes(), all);
  folder.write("empty", "");
  EXPECT_EQ(MappedFile(folder.path("empty")).bytes(), "");
  EXPECT_EQ(MappedFile(folder.path("empty")).view(0, 0), "");
}

TEST(MappedFile, APartThatItDoesNotHaveIsAnErrorThatNamesTheFile) {
  const TemporaryFolder folder;
  folder.write("file", "12345");
  folder.write("empty", "");
  const MappedFile file(folder.path("file"));
  EXPECT_EQ(file.view(5, 0), "");
  const struct {
    uint64_t offset, size;
  } parts[] = {{0, 6}, {5, 1}, {6, 0}, {1, UINT64_MAX}, {UINT64_MAX, 1}, {UINT64_MAX, UINT64_MAX}};
  for (const auto& part : parts) {
    const std::string said = error_of([&] { file.view(part.offset, part.size); });
    EXPECT_TRUE(said.starts_with("corrupt: " + folder.path("file"))) << said;
  }
  EXPECT_NE(error_of([&] { MappedFile(folder.path("empty")).view(0, 1); }), "");
  EXPECT_NE(error_of([&] { MappedFile(folder.path("none")); }).find(folder.path("none")), std::string::npos);
  EXPECT_NE(error_of([&] { MappedFile(folder.path()); }), "");
}

// Whoever reads a page that is no longer there gets SIGBUS from the system.
TEST(MappedFile, WhatIsCutOffReadsAsZerosAndIsTold) {
  const TemporaryFolder folder;
  folder.write("other", pages(2));
  const MappedFile other(folder.path("other"));
  for (const size_t left : {size_t{0}, kPage, kPage + 5}) {
    folder.write("file", pages(4));
    const MappedFile file(folder.path("file"));
    std::filesystem::resize_file(folder.path("file"), left);
    EXPECT_TRUE(file.is_whole()) << "nobody has looked yet";
    const std::string kept = pages(4).substr(0, left);
    EXPECT_EQ(file.view(0, left), kept);
    EXPECT_EQ(file.bytes(), kept + std::string(4 * kPage - left, '\0'));
    EXPECT_FALSE(file.is_whole());
    const std::string said = error_of([&] { file.view(0, 1); });
    EXPECT_TRUE(said.starts_with("corrupt: " + folder.path("file"))) << said;
  }
  EXPECT_TRUE(other.is_whole());
  EXPECT_EQ(other.bytes(), pages(2));
}

TEST(MappedFile, BytesThatWereCutOffAreToldBeforeAnythingIsMadeOfThem) {
  const TemporaryFolder folder;
  folder.write("file", std::string(100'000, 'x'));
  const MappedFile file(folder.path("file"));
  EXPECT_EQ(error_of([&] { file.check_whole(); }), "");
  std::filesystem::resize_file(folder.path("file"), 10);
  EXPECT_EQ(file.bytes().back(), '\0');
  EXPECT_NE(error_of([&] { file.check_whole(); }).find(folder.path("file")), std::string::npos);
}

TEST(MappedFile, AViewOfWhatIsCutOffIsAnError) {
  const TemporaryFolder folder;
  folder.write("file", pages(4));
  const MappedFile file(folder.path("file"), MappedFile::Access::here_and_there);
  std::filesystem::resize_file(folder.path("file"), 2 * kPage);
  EXPECT_EQ(file.view(kPage, kPage), pages(2).substr(kPage));
  EXPECT_NE(error_of([&] { file.view(2 * kPage - 1, 2); }), "");
}

TEST(MappedFile, ManyAreWatchedAtOnceAndFromManyThreads) {
  const TemporaryFolder folder;
  std::atomic<int> told = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&folder, &told, t] {
      for (int round = 0; round < 20; ++round) {
        const std::string name = "file" + std::to_string(t) + "-" + std::to_string(round);
        folder.write(name, pages(3));
        const MappedFile whole(folder.path(name));
        const MappedFile cut(folder.path(name));
        std::filesystem::resize_file(folder.path(name), kPage);
        told += error_of([&] { cut.view(0, 3 * kPage); }).empty() ? 0 : 1;
        told += whole.is_whole() ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(told, 160);
}

TEST(MappedFile, AFaultThatIsNoMappingsEndsTheProcessAsBefore) {
  const TemporaryFolder folder;
  folder.write("file", "bytes");
  const MappedFile file(folder.path("file"));
  EXPECT_DEATH(raise(SIGBUS), "");
}

}  // namespace
}  // namespace signpost
