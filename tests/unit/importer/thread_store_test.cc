// thread_store_test.cc - what is written, left alone and removed.
#include "importer/thread_store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "base/error.h"
#include "importer/post_file.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

std::string file_of(const std::string& body, const std::string& key = "a.example") {
  ImportedPost post;
  post.body = body;
  return post_file(post, key);
}

class ThreadStoreTest : public testing::Test {
 protected:
  ThreadStore store(const std::string& key = "a.example") { return {folder_.path("en"), key, findings_}; }

  bool exists(const std::string& name) const { return std::filesystem::exists(folder_.path(name)); }

  TemporaryFolder folder_;
  std::ostringstream err_;
  FindingPrinter findings_{err_};
};

TEST_F(ThreadStoreTest, WritesOnlyWhatChanged) {
  for (const std::string body : {"one", "one", "two"}) {
    ThreadStore threads = store();
    threads.write_question(threads.open_thread(7, "slug"), file_of(body));
    EXPECT_EQ(threads.counts().written + threads.counts().unchanged, 1u);
    EXPECT_EQ(folder_.read("en/a.example-7-slug/question.md"), file_of(body));
  }
  const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
  std::filesystem::last_write_time(folder_.path("en/a.example-7-slug/question.md"), old);
  ThreadStore threads = store();
  threads.write_question(threads.open_thread(7, "slug"), file_of("two"));
  EXPECT_EQ(threads.counts().unchanged, 1u);
  EXPECT_EQ(std::filesystem::last_write_time(folder_.path("en/a.example-7-slug/question.md")), old);
}

TEST_F(ThreadStoreTest, AThreadWithAnotherTitleMovesWithAllThatIsInIt) {
  {
    ThreadStore threads = store();
    threads.write_question(threads.open_thread(7, "old"), file_of("q"));
  }
  folder_.write("en/a.example-7-old/answer-mine.md", "mine");
  ThreadStore threads = store();
  EXPECT_EQ(threads.known_thread(7), folder_.path("en/a.example-7-old"));
  threads.write_question(threads.open_thread(7, "new"), file_of("q"));
  EXPECT_FALSE(exists("en/a.example-7-old"));
  EXPECT_EQ(folder_.read("en/a.example-7-new/answer-mine.md"), "mine");
  EXPECT_EQ(threads.counts().unchanged, 1u);
}

TEST_F(ThreadStoreTest, WhatPeopleMadeTheirOwnIsLeft) {
  folder_.write("en/a.example-7-old/question.md", "---\ntitle: Mine now\n---\nText\n");
  ThreadStore threads = store();
  const std::string thread = threads.open_thread(7, "new");
  EXPECT_EQ(thread, folder_.path("en/a.example-7-old"));
  threads.write_question(thread, file_of("q"));
  EXPECT_EQ(threads.counts().left, 1u);
  EXPECT_NE(err_.str().find("is left as it is"), std::string::npos);
  threads.remove_thread(thread);
  EXPECT_TRUE(exists("en/a.example-7-old/question.md"));
}

TEST_F(ThreadStoreTest, RemovesItsOwnFilesOnly) {
  ThreadStore threads = store();
  const std::string thread = threads.open_thread(7, "s");
  threads.write_question(thread, file_of("q"));
  threads.write_answer(thread, 8, file_of("a"));
  threads.write_answer(thread, 9, file_of("b"));
  folder_.write("en/a.example-7-s/answer-10.md", "---\nauthor: me\n---\nMine\n");
  folder_.write("en/a.example-7-s/answer-11.md", file_of("other site", "b.example"));
  threads.remove_answers(thread, [](uint32_t id) { return id == 8; });
  EXPECT_TRUE(exists("en/a.example-7-s/answer-8.md"));
  EXPECT_FALSE(exists("en/a.example-7-s/answer-9.md"));
  threads.remove_thread(thread);
  EXPECT_EQ(threads.counts().removed, 3u);
  EXPECT_FALSE(exists("en/a.example-7-s/question.md"));
  EXPECT_TRUE(exists("en/a.example-7-s/answer-10.md"));
  EXPECT_TRUE(exists("en/a.example-7-s/answer-11.md"));
}

TEST_F(ThreadStoreTest, KnowsTheThreadsOfItsSite) {
  for (const char* name :
       {"a.example-1-x", "a.example-2-y", "a.example-x-3-z", "b.example-4-x", "port-5-used"}) {
    folder_.write(std::string("en/") + name + "/question.md", file_of("q"));
  }
  std::string seen;
  store().for_each_thread([&](uint32_t id, const std::string&) { seen += std::to_string(id); });
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(seen, "12");
}

// In a checkout of strangers' articles, links stand where the import would write.
TEST_F(ThreadStoreTest, NothingIsWrittenReadOrRemovedThroughALink) {
  namespace fs = std::filesystem;
  folder_.write("outside/question.md", file_of("theirs"));
  folder_.write("outside/answer-1.md", file_of("theirs"));
  folder_.write("en/a.example-8-file/x", "");
  fs::create_directory_symlink("../outside", folder_.path("en/a.example-7-slug"));
  fs::create_symlink("../../outside/question.md", folder_.path("en/a.example-8-file/question.md"));
  fs::create_symlink("../../outside/new", folder_.path("en/a.example-8-file/.answer-2.md.part"));
  {
    ThreadStore threads = store();
    threads.write_question(threads.open_thread(7, "slug"), file_of("ours"));
    threads.remove_answers(threads.open_thread(7, "slug"), [](uint32_t) { return false; });
    const std::string thread = threads.open_thread(8, "file");
    threads.write_question(thread, file_of("ours"));
    threads.write_answer(thread, 2, file_of("ours"));
    EXPECT_EQ(threads.counts().left, 2u) << err_.str();
    EXPECT_EQ(threads.counts().written, 1u);
  }
  {
    ThreadStore threads = store();
    threads.write_question(threads.open_thread(7, "other"), file_of("ours"));
    threads.for_each_thread([&](uint32_t, const std::string& thread) { threads.remove_thread(thread); });
  }
  EXPECT_EQ(folder_.read("outside/question.md"), file_of("theirs"));
  EXPECT_EQ(folder_.read("outside/answer-1.md"), file_of("theirs"));
  EXPECT_FALSE(exists("outside/new"));
  EXPECT_TRUE(fs::is_symlink(folder_.path("en/a.example-7-slug")));
}

TEST_F(ThreadStoreTest, ALinkedFolderOfThreadsIsRefused) {
  namespace fs = std::filesystem;
  folder_.write("outside/community/ko/x", "");
  fs::create_directory_symlink("outside/community", folder_.path("community"));
  fs::create_directory_symlink("outside", folder_.path("articles"));
  fs::create_directory_symlink("ko", folder_.path("outside/community/en"));
  EXPECT_THROW(ThreadStore(folder_.path("community/ko"), "a.example", findings_), Error);
  EXPECT_THROW(ThreadStore(folder_.path("outside/community/en"), "a.example", findings_), Error);
  EXPECT_NO_THROW(ThreadStore(folder_.path("articles/community/ko"), "a.example", findings_));
}

TEST(ThreadSlug, IsShortAndSafe) {
  EXPECT_EQ(thread_slug("How do I ../../ escape?"), "how-do-i--escape");
  EXPECT_EQ(thread_slug("???"), "section");
  EXPECT_EQ(thread_slug("- - -"), "thread");
  std::string title;
  for (int i = 0; i < 100; ++i) title += "한";
  EXPECT_EQ(thread_slug(title), title.substr(0, 60));
}

}  // namespace
}  // namespace signpost
