#include "net/address_gate.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

Address address(const char* text) {
  const auto parsed = parse_address(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Address{});
}

TEST(IsPublic, TellsWhatTheInternetHasFromWhatItHasNot) {
  for (const char* text :
       {"1.1.1.1",          "9.255.255.255",   "11.0.0.1",        "100.63.255.255",    "100.128.0.1",
        "126.255.255.255",  "128.0.0.1",       "169.253.255.255", "169.255.0.1",       "172.15.255.255",
        "172.32.0.1",       "192.0.1.1",       "192.167.255.255", "192.169.0.1",       "198.17.255.255",
        "198.20.0.1",       "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888",
        "64:ff9b::101:101", "::ffff:1.1.1.1"})
    EXPECT_TRUE(is_public(address(text))) << text;
  for (const char* text :
       {"0.0.0.0",         "0.1.2.3",        "10.0.0.1",        "10.255.255.255",  "100.64.0.1",
        "100.127.255.255", "127.0.0.1",      "127.255.255.254", "169.254.169.254", "172.16.0.1",
        "172.31.255.255",  "192.0.0.1",      "192.0.2.1",       "192.88.99.1",     "192.168.0.1",
        "198.18.0.1",      "198.19.255.255", "198.51.100.1",    "203.0.113.1",     "224.0.0.1",
        "239.255.255.255", "240.0.0.1",      "255.255.255.255"}) {
    EXPECT_FALSE(is_public(address(text))) << text;
    EXPECT_FALSE(is_public(address((std::string("::ffff:") + text).c_str()))) << "mapped " << text;
    EXPECT_FALSE(is_public(address((std::string("64:ff9b::") + text).c_str()))) << "NAT64 of " << text;
  }
  for (const char* text :
       {"::",        "::1",        "::127.0.0.1",  "::1.1.1.1",     "64:ff9b:1::1",    "100::1",  "2001::1",
        "2001:2::1", "2001:10::1", "2001:db8::1",  "2002:7f00:1::", "2002:101:101::1", "3fff::1", "4000::1",
        "5f00::1",   "fc00::1",    "fd12:3456::1", "fe80::1",       "fec0::1",         "ff02::1", "ffff::1"})
    EXPECT_FALSE(is_public(address(text))) << text;
}

TEST(AddressGate, AdmitsWhatIsListed) {
  const AddressGate gate{{*parse_network("10.1.0.0/16"), *parse_network("fd00::/8")}};
  EXPECT_TRUE(gate.admits(address("10.1.2.3")));
  EXPECT_TRUE(gate.admits(address("::ffff:10.1.2.3")));
  EXPECT_TRUE(gate.admits(address("fd00::1")));
  EXPECT_TRUE(gate.admits(address("1.1.1.1")));
  EXPECT_FALSE(gate.admits(address("10.2.0.1")));
  EXPECT_FALSE(gate.admits(address("127.0.0.1")));
  EXPECT_FALSE(AddressGate{}.admits(address("::1")));
}

TEST(AddressGate, AdmitsNothingElseWhereItIsTold) {
  const AddressGate gate{{*parse_network("10.1.0.0/16")}, true};
  EXPECT_TRUE(gate.admits(address("10.1.2.3")));
  EXPECT_FALSE(gate.admits(address("1.1.1.1")));
  EXPECT_FALSE((AddressGate{{}, true}.admits(address("1.1.1.1"))));
}

}  // namespace
}  // namespace signpost
