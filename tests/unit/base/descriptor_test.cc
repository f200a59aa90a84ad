// descriptor_test.cc - a descriptor is closed once, by its last owner, and what goes through one is whole.
#include "base/descriptor.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <thread>

namespace signpost {
namespace {

bool is_open(int fd) { return ::fcntl(fd, F_GETFD) >= 0; }

TEST(Descriptor, IsClosedByItsLastOwner) {
  const int fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  {
    Descriptor first(fd);
    EXPECT_TRUE(first.is_open());
    Descriptor second(std::move(first));
    EXPECT_FALSE(first.is_open());
    Descriptor third;
    third = std::move(second);
    EXPECT_EQ(third.get(), fd);
    EXPECT_TRUE(is_open(fd));
  }
  EXPECT_FALSE(is_open(fd));
  Descriptor closed(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  EXPECT_TRUE(closed.close());
  EXPECT_FALSE(closed.is_open());
  EXPECT_FALSE(closed.close());
}

// A pipe takes and gives less than is asked for.
TEST(Descriptor, WholeReadsAndWrites) {
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const std::string sent(1'000'000, 'x');
  std::thread writer([&] {
    EXPECT_TRUE(write_all(to.get(), sent));
    to.close();
  });
  std::string got(600'000, '\0');
  EXPECT_EQ(read_up_to(from.get(), got.data(), got.size()), 600'000);
  std::string rest;
  char buffer[7777];
  EXPECT_TRUE(read_pieces(from.get(), buffer, sizeof buffer, [&](std::string_view piece) { rest += piece; }));
  writer.join();
  EXPECT_EQ(got + rest, sent);
  EXPECT_EQ(read_up_to(from.get(), got.data(), got.size()), 0);
}

TEST(Descriptor, FailuresKeepTheirReason) {
  const Descriptor null(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  EXPECT_FALSE(write_all(null.get(), "x"));
  EXPECT_EQ(errno, EBADF);
  char byte;
  EXPECT_EQ(read_up_to(-1, &byte, 1), -1);
  EXPECT_EQ(errno, EBADF);
  EXPECT_FALSE(read_pieces(-1, &byte, 1, [](std::string_view) {}));
}

}  // namespace
}  // namespace signpost
