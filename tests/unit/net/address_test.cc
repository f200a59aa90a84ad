// address_test.cc - addresses and networks as they are written.
#include "net/address.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Address, ReadsAndWrites) {
  const std::pair<const char*, const char*> cases[] = {{"192.0.2.1", "192.0.2.1"},
                                                       {"2001:DB8:0::1", "2001:db8::1"},
                                                       {"::ffff:10.1.2.3", "10.1.2.3"},
                                                       {"::1", "::1"}};
  for (const auto& [in, want] : cases) {
    const auto address = parse_address(in);
    ASSERT_TRUE(address) << in;
    EXPECT_EQ(to_string(*address), want);
  }
  for (const char* bad :
       {"", "unknown", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.4 ", "::1%lo", "1.2.3.4:80"})
    EXPECT_FALSE(parse_address(bad)) << bad;
}

TEST(Address, OneClientOfIpv6HasManyAddresses) {
  EXPECT_EQ(to_string(client_prefix(*parse_address("2001:db8:1:2:3:4:5:6"))), "2001:db8:1:2::");
  EXPECT_EQ(to_string(client_prefix(*parse_address("192.0.2.77"))), "192.0.2.77");
}

TEST(Network, Contains) {
  struct Case {
    const char* network;
    const char* address;
    bool want;
  };
  const Case cases[] = {{"10.0.0.0/8", "10.255.0.1", true},
                        {"10.0.0.0/8", "11.0.0.1", false},
                        {"10.1.2.3/8", "10.9.9.9", true},
                        {"192.0.2.1", "192.0.2.1", true},
                        {"192.0.2.1", "192.0.2.2", false},
                        {"192.0.2.128/25", "192.0.2.127", false},
                        {"0.0.0.0/0", "203.0.113.9", true},
                        {"0.0.0.0/0", "2001:db8::1", false},
                        {"2001:db8::/32", "2001:db8:f::", true},
                        {"2001:db8::/32", "2001:db9::", false},
                        {"::/0", "192.0.2.1", true},
                        {"::1", "::1", true}};
  for (const Case& test : cases) {
    const auto network = parse_network(test.network);
    ASSERT_TRUE(network) << test.network;
    EXPECT_EQ(network->contains(*parse_address(test.address)), test.want)
        << test.network << " " << test.address;
  }
  for (const char* bad :
       {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "::/129", "host"})
    EXPECT_FALSE(parse_network(bad)) << bad;
}

}  // namespace
}  // namespace signpost
