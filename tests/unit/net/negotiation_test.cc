// negotiation_test.cc - Accept-Encoding.
#include "net/negotiation.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Negotiation, ChoosesEncodings) {
  const std::pair<const char*, Encoding> cases[] = {{"", Encoding::identity},
                                                    {"gzip", Encoding::gzip},
                                                    {"gzip, deflate, br", Encoding::brotli},
                                                    {"br;q=0, gzip", Encoding::gzip},
                                                    {"gzip;q=1, br;q=0.5", Encoding::gzip},
                                                    {"identity", Encoding::identity},
                                                    {"*", Encoding::brotli},
                                                    {"*;q=0", Encoding::identity},
                                                    {"br;q=0, *", Encoding::gzip},
                                                    {"GZIP", Encoding::gzip},
                                                    {"zstd, deflate", Encoding::identity}};
  for (const auto& [in, want] : cases) EXPECT_EQ(choose_encoding(in), want) << in;
}

}  // namespace
}  // namespace signpost
