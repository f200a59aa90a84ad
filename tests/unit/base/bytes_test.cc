#include "base/bytes.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Bytes, ComeBackAsTheyWereWritten) {
  const uint64_t numbers[] = {0, 1, 127, 128, 16'383, 16'384, UINT32_MAX, UINT64_MAX};
  ByteWriter out;
  for (const uint64_t number : numbers) out.varint(number);
  out.u32(0xDEADBEEF);
  out.string("");
  out.string(std::string_view("a\0b", 3));
  const std::string bytes = out.take();
  ByteReader in(bytes);
  for (const uint64_t number : numbers) EXPECT_EQ(in.varint(), number);
  EXPECT_EQ(in.u32(), 0xDEADBEEF);
  EXPECT_EQ(in.string(), "");
  EXPECT_EQ(in.string(), std::string_view("a\0b", 3));
  EXPECT_TRUE(in.done());
}

TEST(Bytes, AreCorruptWhenTheyEndTooEarly) {
  ByteWriter out;
  out.string("twelve bytes");
  const std::string bytes = out.take();
  for (size_t size = 0; size < bytes.size(); ++size) {
    ByteReader in(std::string_view(bytes).substr(0, size));
    EXPECT_THROW(in.string(), Error) << size;
  }
  ByteReader endless("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
  EXPECT_THROW(endless.varint(), Error);
}

// What follows is fewer bytes than the number says: no memory may be asked for.
TEST(Bytes, AWrongCountIsCorrupt) {
  const std::string bytes = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F";
  EXPECT_THROW(ByteReader(bytes + "abc").strings(), Error);
  EXPECT_THROW(ByteReader(bytes + "abc").count(), Error);
  EXPECT_THROW(ByteReader(std::string_view("\x03"
                                           "abcdef",
                                           7))
                   .count(4),
               Error);
  EXPECT_EQ(ByteReader(std::string_view("\x03"
                                        "abcdef",
                                        7))
                .count(2),
            3u);
}

}  // namespace
}  // namespace signpost
