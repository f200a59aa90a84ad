// shard_pool_test.cc - writers in processes: order, back-pressure, and a writer that fails.
#include "indexer/shard_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "content/document.h"
#include "index/encode.h"
#include "index/merge.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

std::string encoded(int number) {
  Document document;
  document.id = "doc-" + std::to_string(number);
  document.lang = "en";
  document.title = "Title " + std::to_string(number);
  document.sections.push_back({"", "", 0, {}, "some words of text " + std::string(20'000, 'x'), {}});
  document.html = "<p>some words</p>";
  return encode_document(document);
}

void pump_until_done(ShardPool& pool) {
  while (!pool.done()) {
    std::vector<pollfd> fds;
    pool.add_poll(fds);
    ::poll(fds.data(), fds.size(), 100);
    pool.pump();
  }
}

TEST(ShardPoolTest, ShardsCanBeMerged) {
  const TemporaryFolder folder;
  const std::vector<std::string> dirs = {folder.path("generation/shards/0"),
                                         folder.path("generation/shards/1"),
                                         folder.path("generation/shards/2")};
  ShardPool pool(dirs);
  for (int i = 0; i < 300; ++i) pool.add(i < 150 ? 0 : 1, encoded(i));
  EXPECT_GT(pool.queued_bytes(), 100'000u);
  for (size_t shard = 0; shard < 3; ++shard) pool.close(shard);  // the last one is empty
  pump_until_done(pool);
  EXPECT_EQ(pool.queued_bytes(), 0u);
  EXPECT_GT(pool.peak_memory(), 0u);
  const IndexStats stats = merge_shards(dirs, Site(), folder.path("generation"));
  EXPECT_EQ(stats.documents, 300u);
}

TEST(ShardPoolTest, AFailingWriterSaysWhy) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path("shard/store"));  // a folder where a file should be
  ShardPool pool({folder.path("shard")});
  for (int i = 0; i < 100; ++i) pool.add(0, encoded(i));
  pool.close(0);
  try {
    pump_until_done(pool);
    FAIL() << "the shard was written nevertheless";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("cannot write the index: "));
  }
}

}  // namespace
}  // namespace signpost
