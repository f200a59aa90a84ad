// line_writer_test.cc - lines arrive whole, in order and all, or are told of.
#include "service/line_writer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <map>
#include <sstream>
#include <thread>
#include <vector>

#include "base/descriptor.h"

namespace signpost {
namespace {

class LineWriterTest : public ::testing::Test {
 protected:
  LineWriterTest() {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    out_ = Descriptor(ends[0]);
    in_ = Descriptor(ends[1]);
  }
  static std::string tell(uint64_t count) { return "lost " + std::to_string(count) + "\n"; }

  Descriptor out_;
  Descriptor in_;
};

TEST_F(LineWriterTest, WritesAtOnceWhatComesAlone) {
  LineWriter writer(in_.get(), 1000, tell);
  for (const std::string line : {"first\n", "second\n"}) {
    writer.add(line);
    std::string got(line.size(), '\0');
    ASSERT_EQ(read_up_to(out_.get(), got.data(), got.size()), static_cast<ptrdiff_t>(line.size()));
    EXPECT_EQ(got, line);
  }
}

TEST_F(LineWriterTest, KeepsTheLinesOfManyThreadsWholeAndInTheirOrder) {
  constexpr int kLines = 2000;
  std::string all;
  std::thread reader;
  {
    LineWriter writer(in_.get(), 1 << 20, tell);
    std::vector<std::thread> threads;
    for (char name = 'a'; name < 'e'; ++name) {
      threads.emplace_back([&writer, name] {
        for (int i = 0; i < kLines; ++i) writer.add(name + std::to_string(i) + "\n");
      });
    }
    reader = std::thread([&] {
      char buffer[4096];
      read_pieces(out_.get(), buffer, sizeof buffer, [&](std::string_view piece) { all += piece; });
    });
    for (std::thread& thread : threads) thread.join();
  }  // writes what waits
  in_ = Descriptor();
  reader.join();
  std::map<char, int> next;
  std::istringstream lines(all);
  for (std::string line; std::getline(lines, line);) {
    ASSERT_FALSE(line.empty());
    ASSERT_EQ(line, line[0] + std::to_string(next[line[0]]++));
  }
  EXPECT_EQ(next, (std::map<char, int>{{'a', kLines}, {'b', kLines}, {'c', kLines}, {'d', kLines}}));
}

// Nobody reads, and the pipe takes no more: whoever has something to say goes on, and what was lost is told.
TEST_F(LineWriterTest, TellsHowManyAreLost) {
  constexpr int kLines = 200;
  const std::string line = std::string(9999, 'x') + "\n";
  std::string all;
  std::thread reader;
  {
    LineWriter writer(in_.get(), 100'000, tell);
    for (int i = 0; i < kLines; ++i) writer.add(line);
    reader = std::thread([&] {
      char buffer[4096];
      read_pieces(out_.get(), buffer, sizeof buffer, [&](std::string_view piece) { all += piece; });
    });
  }
  in_ = Descriptor();
  reader.join();
  int whole = 0;
  int lost = 0;
  std::istringstream lines(all);
  for (std::string got; std::getline(lines, got);) {
    if (got.starts_with("lost ")) {
      lost += std::stoi(got.substr(5));
    } else {
      EXPECT_EQ(got + "\n", line);
      ++whole;
    }
  }
  EXPECT_GT(lost, 0);
  EXPECT_EQ(whole + lost, kLines);
}

}  // namespace
}  // namespace signpost
