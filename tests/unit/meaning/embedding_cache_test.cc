#include "meaning/embedding_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <thread>

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Entries = std::vector<std::pair<EmbeddingKey, QuantizedVector>>;

EmbeddingKey key_of(const std::string& text) { return embedding_key("m", TextKind::passage, "", text); }

// So many texts, from the one of this number on, each with a vector of its own.
Entries entries_of(int first, int count) {
  Entries entries;
  for (int i = first; i < first + count; ++i) {
    const auto component = static_cast<float>(i + 1);
    entries.emplace_back(key_of(std::to_string(i)),
                         quantize(std::vector<float>{component, 1, -component / 2}));
  }
  return entries;
}

std::vector<EmbeddingKey> keys_of(const Entries& entries) {
  std::vector<EmbeddingKey> keys;
  for (const auto& entry : entries) keys.push_back(entry.first);
  return keys;
}

class EmbeddingCacheTest : public ::testing::Test {
 protected:
  EmbeddingCacheTest() {
    fs::remove_all(dir_);
    fs::create_directories(dir_);
  }
  ~EmbeddingCacheTest() override { fs::remove_all(dir_); }
  EmbeddingCache open(const fs::path& path) {
    return EmbeddingCache(path, [this](const std::string& message) { warnings_.push_back(message); });
  }
  EmbeddingCache open() { return open(file_); }

  // How many of these the file has, with their own vectors.
  size_t found(EmbeddingCache& cache, const Entries& entries) {
    const auto vectors = cache.find(keys_of(entries));
    EXPECT_EQ(vectors.size(), entries.size());
    size_t count = 0;
    for (size_t i = 0; i < vectors.size(); ++i) {
      if (!vectors[i]) continue;
      EXPECT_EQ(vectors[i], entries[i].second);
      ++count;
    }
    return count;
  }

  const fs::path dir_ =
      fs::path(::testing::TempDir()) / ("signpost-embedding-cache-" + std::to_string(getpid()));
  const fs::path file_ = dir_ / kEmbeddingCacheFile;
  std::vector<std::string> warnings_;
};

TEST(EmbeddingKey, DependsOnAllThatTheVectorDependsOn) {
  const std::set<EmbeddingKey> keys = {
      embedding_key("m", TextKind::passage, "p", "t"), embedding_key("n", TextKind::passage, "p", "t"),
      embedding_key("m", TextKind::query, "p", "t"),   embedding_key("m", TextKind::passage, "q", "t"),
      embedding_key("m", TextKind::passage, "p", "u"), embedding_key("mp", TextKind::passage, "", "t"),
      embedding_key("m", TextKind::passage, "", "pt"), embedding_key("m", TextKind::passage, "pt", "")};
  EXPECT_THAT(keys, SizeIs(8));
  const Embedder embedder({"http://localhost", "secret", {true, "m", "", "q", "p"}});
  EXPECT_EQ(embedding_key(embedder, TextKind::passage, "t"), embedding_key("m", TextKind::passage, "p", "t"));
  EXPECT_EQ(embedding_key(embedder, TextKind::query, "t"), embedding_key("m", TextKind::query, "q", "t"));
}

TEST_F(EmbeddingCacheTest, FindsWhatItWasGiven) {
  const Entries entries = entries_of(0, 1000);
  {
    EmbeddingCache cache = open();
    EXPECT_EQ(found(cache, entries), 0u);
    cache.put(entries);
    cache.put({});
    EXPECT_EQ(found(cache, entries), 1000u);
  }
  EmbeddingCache cache = open();
  EXPECT_EQ(found(cache, entries_of(500, 1000)), 500u);
  const Entries other = {{entries[0].first, entries[1].second}};
  cache.put(other);
  EXPECT_EQ(found(cache, other), 1u);
  EXPECT_THAT(cache.find({}), IsEmpty());
  EXPECT_THAT(warnings_, IsEmpty());
  EXPECT_FALSE(fs::exists(file_.string() + "-journal"));
}

TEST_F(EmbeddingCacheTest, WorksWhereItIsCopiedTo) {
  const Entries entries = entries_of(0, 100);
  EmbeddingCache cache = open();
  cache.put(entries);
  const fs::path copy = dir_ / "copy.sqlite";
  fs::copy_file(file_, copy);  // while the first is open
  EmbeddingCache copied = open(copy);
  EXPECT_EQ(found(copied, entries), 100u);
  fs::permissions(copy, fs::perms::owner_read);
  EmbeddingCache read_only = open(copy);
  EXPECT_EQ(found(read_only, entries), 100u);
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(EmbeddingCacheTest, KeepsWhatIsUsedAndAsMuchAgain) {
  EmbeddingCache cache = open();
  const Entries old = entries_of(0, 1000);
  const Entries used = entries_of(900, 600);
  cache.put(old);
  cache.put(used);
  cache.prune(keys_of(used));  // of 1,500, more than twice 600
  EXPECT_EQ(found(cache, old), 100u);
  EXPECT_EQ(found(cache, used), 600u);
  const auto size = fs::file_size(file_);
  cache.put(entries_of(2000, 600));
  std::vector<EmbeddingKey> keys = keys_of(used);
  keys.insert(keys.end(), keys.begin(), keys.end());  // one text may stand in many places
  cache.prune(keys);
  EXPECT_EQ(found(cache, entries_of(2000, 600)), 600u);  // 1,200 are not more than twice 600
  cache.put(entries_of(3000, 1));
  cache.prune(keys);
  EXPECT_EQ(found(cache, used), 600u);
  EXPECT_EQ(found(cache, entries_of(2000, 1001)), 0u);
  EXPECT_LE(fs::file_size(file_), size);
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(EmbeddingCacheTest, TwoProcessesWriteAtOnce) {
  // Connections exclude each other alike, whether they are of one process or of two.
  const auto write = [this](int first) {
    EmbeddingCache cache = open();
    for (int i = 0; i < 50; ++i) {
      cache.put(entries_of(first + 10 * i, 10));
      EXPECT_EQ(found(cache, entries_of(first + 10 * i, 10)), 10u);
    }
  };
  std::thread one(write, 0);
  std::thread two(write, 1000);
  one.join();
  two.join();
  EmbeddingCache cache = open();
  EXPECT_EQ(found(cache, entries_of(0, 2000)), 1000u);
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(EmbeddingCacheTest, MovesADamagedFileAside) {
  const Entries entries = entries_of(0, 5000);
  open().put(entries);
  const auto size = fs::file_size(file_);
  std::string whole(size, '\0');
  std::ifstream(file_, std::ios::binary).read(whole.data(), static_cast<std::streamsize>(size));
  const auto with = [&](size_t at, const std::string& bytes) {
    return std::string(whole).replace(at, bytes.size(), bytes);
  };
  const std::string kCases[] = {
      "not a database at all, but long enough to be taken for the header of one: " + std::string(100, 'x'),
      std::string(5000, '\0'),
      with(0, std::string(100, '\xFF')),
      with(4096, std::string(size - 4096, '\xAA')),
      whole.substr(0, size / 2),
  };
  for (const std::string& bytes : kCases) {
    warnings_.clear();
    std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes;
    EmbeddingCache cache = open();
    found(cache, entries);
    cache.put(entries);
    EXPECT_EQ(found(cache, entries), 5000u);
    ASSERT_THAT(warnings_, SizeIs(1)) << bytes.substr(0, 20);
    EXPECT_THAT(warnings_[0], HasSubstr("is damaged"));
    EXPECT_TRUE(fs::exists(file_.string() + ".damaged"));
  }
}

TEST_F(EmbeddingCacheTest, LosesNothingToAWriterThatDies) {
  const Entries entries = entries_of(0, 100);
  open().put(entries);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    EmbeddingCache cache = open();
    for (int i = 1;; ++i) cache.put(entries_of(1000 * i, 1000));
  }
  // Whatever it is at when it has begun to write.
  while (fs::file_size(file_) < 100'000) std::this_thread::yield();
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EmbeddingCache cache = open();
  EXPECT_EQ(found(cache, entries), 100u);
  EXPECT_EQ(found(cache, entries_of(1000, 1000)) % 1000, 0u);
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(EmbeddingCacheTest, GoesWithoutWhereNoFileCanBe) {
  EmbeddingCache cache = open(dir_ / "no such folder" / "a.sqlite");
  const Entries entries = entries_of(0, 3);
  cache.put(entries);
  EXPECT_THAT(cache.find(keys_of(entries)), Each(std::nullopt));
  cache.prune({});
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("can't be used")));
}

TEST_F(EmbeddingCacheTest, LeavesOutVectorsThatNoEmbedderGives) {
  EmbeddingCache cache = open();
  QuantizedVector infinite = quantize(std::vector<float>{1, 2});
  infinite.scale = std::numeric_limits<float>::infinity();
  const Entries entries = {{key_of("a"), QuantizedVector()},
                           {key_of("b"), {0, {1, 2}}},
                           {key_of("c"), {1, {1}}},
                           {key_of("d"), infinite},
                           {key_of("e"), {1, std::vector<int8_t>(4097, 1)}}};
  cache.put(entries);
  EXPECT_THAT(cache.find(keys_of(entries)), Each(std::nullopt));
}

}  // namespace
}  // namespace signpost
