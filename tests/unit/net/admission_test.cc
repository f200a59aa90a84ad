// admission_test.cc - connections and requests of one address, and who is behind a proxy.
#include "net/admission.h"

#include <gtest/gtest.h>

#include <cmath>

namespace signpost {
namespace {

using namespace std::chrono_literals;

Address address(const std::string& text) { return *parse_address(text); }

Request forwarded(const std::string& value) {
  Request request;
  if (!value.empty()) request.headers.emplace_back("x-forwarded-for", value);
  return request;
}

TEST(Admission, CountsConnectionsOfEachAddress) {
  AdmissionOptions options;
  options.connections = 2;
  options.proxies = {*parse_network("10.0.0.0/8")};
  Admission admission(options);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(admission.open(address("192.0.2.1")), i < 2);
    EXPECT_EQ(admission.open(address("2001:db8::" + std::to_string(i + 1))), i < 2) << "one /64";
    EXPECT_TRUE(admission.open(address("10.1.1.1"))) << "a proxy carries everybody's";
    EXPECT_TRUE(admission.open(address("127.0.0.1"))) << "and so may one on this machine";
  }
  EXPECT_TRUE(admission.open(address("192.0.2.2")));
  admission.close(address("192.0.2.1"));
  EXPECT_TRUE(admission.open(address("192.0.2.1")));
  EXPECT_FALSE(admission.open(address("192.0.2.1")));
}

TEST(Admission, BelievesListedProxiesOnly) {
  AdmissionOptions options;
  options.proxies = {*parse_network("10.0.0.0/8"), *parse_network("2001:db8:f::1")};
  const Admission admission(options);
  struct Case {
    const char* peer;
    const char* header;
    const char* want;
  };
  const Case cases[] = {
      {"192.0.2.1", "", "192.0.2.1"},
      {"192.0.2.1", "198.51.100.7", "192.0.2.1"},
      {"127.0.0.1", "198.51.100.7", "127.0.0.1"},
      {"10.0.0.1", "", "10.0.0.1"},
      {"10.0.0.1", "198.51.100.7", "198.51.100.7"},
      {"10.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"},  // a client can claim what it wants in front
      {"10.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.2", "198.51.100.7"},
      {"10.0.0.1", "198.51.100.7,  2001:db8:f::1 ", "198.51.100.7"},
      {"10.0.0.1", "198.51.100.7:4711", "198.51.100.7"},
      {"10.0.0.1", "[2001:db8::9]:4711", "2001:db8::9"},
      {"10.0.0.1", "2001:db8::9", "2001:db8::9"},
      {"10.0.0.1", "10.0.0.9", "10.0.0.9"},
      {"10.0.0.1", "198.51.100.7, unknown", "10.0.0.1"},
      {"10.0.0.1", "198.51.100.7, [", "10.0.0.1"},
      {"10.0.0.1", ",", "10.0.0.1"},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(to_string(admission.client(address(test.peer), forwarded(test.header))), test.want)
        << test.peer << " " << test.header;
  }
  EXPECT_TRUE(admission.is_proxy(address("10.0.0.1")));
  EXPECT_FALSE(admission.is_proxy(address("127.0.0.1"))) << "nobody is believed for being here";
}

TEST(Admission, LimitsRequestsOfEachAddress) {
  AdmissionOptions options;
  options.rate = 2;
  options.burst_seconds = 3;
  Admission admission(options);
  const Admission::Time start{};
  const Address one = address("192.0.2.1");
  for (int i = 0; i < 6; ++i) EXPECT_FALSE(admission.refuse(one, start)) << i;
  EXPECT_EQ(admission.refuse(one, start), 1s);
  EXPECT_FALSE(admission.refuse(address("192.0.2.2"), start));
  EXPECT_TRUE(admission.refuse(one, start + 499ms)) << "being refused costs nothing";
  EXPECT_FALSE(admission.refuse(one, start + 500ms));
  EXPECT_TRUE(admission.refuse(one, start + 500ms));
  for (int i = 0; i < 6; ++i) EXPECT_FALSE(admission.refuse(one, start + 1h)) << i;
  EXPECT_TRUE(admission.refuse(one, start + 1h)) << "resting long saves up no more than a burst";
}

// Below one in burst_seconds nobody was ever let through.
TEST(Admission, AnyRateLetsOneThroughInItsTime) {
  for (const double rate : {1000.0, 1.0, 0.11, 0.1, 0.099, 0.01, 0.001, 1e-9, 1e-300}) {
    AdmissionOptions options;
    options.rate = rate;
    Admission admission(options);
    const Address one = address("192.0.2.1");
    const Admission::Time start{};
    size_t first = 0;
    while (first < 20000 && !admission.refuse(one, start)) ++first;
    EXPECT_EQ(first, static_cast<size_t>(std::max(1.0, std::floor(rate * 10)))) << rate;
    const auto wait = admission.refuse(one, start);
    ASSERT_TRUE(wait) << rate;
    EXPECT_GT(wait->count(), 0) << rate;
    EXPECT_FALSE(admission.refuse(one, start + *wait)) << rate;
  }
}

TEST(Admission, TellsWhoPays) {
  AdmissionOptions options;
  options.proxies = {*parse_network("10.0.0.0/8")};
  const Admission admission(options);
  EXPECT_EQ(admission.payer(address("192.0.2.1")), address("192.0.2.1"));
  EXPECT_EQ(admission.payer(address("2001:db8::1")), admission.payer(address("2001:db8::2"))) << "one /64";
  EXPECT_EQ(admission.payer(address("10.0.0.1")), std::nullopt) << "everybody's";
  EXPECT_EQ(admission.payer(address("127.0.0.1")), std::nullopt);
}

TEST(Admission, LimitsNothingUnlessToldSo) {
  Admission admission{AdmissionOptions{}};
  for (int i = 0; i < 10000; ++i) ASSERT_FALSE(admission.refuse(address("192.0.2.1"), {}));
}

TEST(Admission, TellsWhenAProxyIsNotListed) {
  AdmissionOptions options;
  options.rate = 1;
  options.proxies = {*parse_network("10.0.0.0/8")};
  const Admission admission(options);
  EXPECT_TRUE(admission.ignores_forwarding(address("172.17.0.1"), forwarded("192.0.2.1")));
  EXPECT_FALSE(admission.ignores_forwarding(address("172.17.0.1"), forwarded("")));
  EXPECT_FALSE(admission.ignores_forwarding(address("10.0.0.1"), forwarded("192.0.2.1")));
}

}  // namespace
}  // namespace signpost
