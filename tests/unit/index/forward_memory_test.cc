// forward_memory_test.cc - which forward indexes lie in memory, and that they are those of the files.
#include "index/forward_memory.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/error.h"
#include "base/file_io.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

// A store with documents of these sizes, of which each byte of a forward index is its document's letter.
class Store {
 public:
  explicit Store(const std::vector<uint32_t>& sizes) {
    std::string bytes;
    for (const uint32_t size : sizes) {
      DocRecord& record = records.emplace_back();
      record.store_offset = bytes.size();
      record.forward_size = size;
      record.meta_size = 2;
      bytes += forward(records.size()) + "--";
    }
    std::filesystem::create_directories(folder_.path("segments/000001"));
    write_file(store_path(folder_.path("segments/000001"), 0), bytes);
  }
  std::string forward(size_t number) const {
    return std::string(records[number - 1].forward_size, static_cast<char>('a' + number - 1));
  }
  StoreFiles open() const {
    return StoreFiles(folder_.path(""), {{"segments/000001", static_cast<uint32_t>(records.size()), 1, {}}});
  }
  std::vector<DocRecord> records;

 private:
  TemporaryFolder folder_;
};

TEST(ForwardMemory, HoldsThemAllWhereTheyFit) {
  const Store store({30, 10, 20});
  const ForwardMemory memory(store.open(), store.records, 60);
  EXPECT_EQ(memory.size(), 60u);
  for (uint32_t number = 1; number <= 3; ++number) {
    memory.fetch(number);
    EXPECT_EQ(memory.find(number), store.forward(number)) << number;
  }
}

TEST(ForwardMemory, HoldsTheSmallestWithinItsBound) {
  const Store store({30, 10, 20, 10, 5000});
  for (const size_t bound : {40u, 69u}) {
    const ForwardMemory memory(store.open(), store.records, bound);
    EXPECT_EQ(memory.size(), 40u);
    for (const uint32_t number : {2u, 3u, 4u})
      EXPECT_EQ(memory.find(number), store.forward(number)) << number;
    for (const uint32_t number : {1u, 5u}) {
      memory.fetch(number);
      EXPECT_TRUE(memory.find(number).empty()) << number;
    }
  }
}

TEST(ForwardMemory, IsNeverLargerThanItsBound) {
  const Store store({10, 10, 10});
  EXPECT_EQ(ForwardMemory(store.open(), store.records, 29).size(), 0u) << "all of a size, or none";
  EXPECT_EQ(ForwardMemory(store.open(), store.records, 30).size(), 30u);
  EXPECT_EQ(ForwardMemory(store.open(), store.records, 0).size(), 0u);
  EXPECT_EQ(ForwardMemory(store.open(), {}, 30).size(), 0u);
}

TEST(ForwardMemory, WhatIsCutOffIsAnError) {
  Store store({10, 10});
  store.records[1].store_offset = 15;
  EXPECT_THROW(ForwardMemory(store.open(), store.records, 100), Error);
}

}  // namespace
}  // namespace signpost
