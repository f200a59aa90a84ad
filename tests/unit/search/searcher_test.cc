// searcher_test.cc - a whole generation behind one interface: used by many, empty, and asked for anything.
#include "search/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "help_centre.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;

TEST(Searcher, NeverFailsWhateverIsTyped) {
  const TestIndex& index = help_centre_index();
  std::mt19937 random(11);
  const std::string alphabet[] = {"\"",   "-", "tag:", "password", "비", "リング", " ",
                                  "\xFF", "*", "(",    "0x",       "::", "ー",     "\u3099"};
  for (int i = 0; i < 1500; ++i) {
    std::string text;
    for (int k = 0; k < 12; ++k) text += alphabet[random() % std::size(alphabet)];
    EXPECT_NO_THROW(index.search(text)) << text;
    EXPECT_NO_THROW(index.searcher().suggest(text, "en")) << text;
  }
}

TEST(Searcher, KnowsItsGeneration) {
  const Searcher& searcher = help_centre_index().searcher();
  EXPECT_EQ(searcher.document_count(), 15u);
  EXPECT_EQ(searcher.generation_dir(), help_centre_index().dir());
  EXPECT_EQ(searcher.name(), "generation");
  EXPECT_EQ(searcher.site().languages.size(), 3u);
  EXPECT_NO_THROW(searcher.read_all());
}

TEST(SearcherThreads, AnswersManyAtOnce) {
  const TestIndex& index = help_centre_index();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(index.ids("reset password").at(0), "reset-password");
        EXPECT_EQ(index.ids("reset pasword" + std::string(static_cast<size_t>(i % 3), 'd')).at(0),
                  "reset-password");
        index.searcher().suggest("pa", "en");
        index.searcher().article("sign-in", "en");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(SearcherEmpty, AnswersWithoutDocuments) {
  const TestIndex index({});
  EXPECT_THAT(index.ids("anything"), IsEmpty());
  EXPECT_THAT(index.searcher().suggest("a", "en"), IsEmpty());
  EXPECT_FALSE(index.searcher().article("a", "en"));
}

}  // namespace
}  // namespace signpost
