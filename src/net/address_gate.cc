// address_gate.cc - see address_gate.h.
#include "net/address_gate.h"

#include <algorithm>

namespace signpost {
namespace {

constexpr const char* kSpecial[] = {"0.0.0.0/8",      "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8",
                                    "169.254.0.0/16", "172.16.0.0/12",  "192.0.0.0/24",  "192.0.2.0/24",
                                    "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
                                    "203.0.113.0/24", "224.0.0.0/4",    "240.0.0.0/4",   "2001::/23",
                                    "2001:db8::/32",  "2002::/16",      "3fff::/20"};
constexpr const char* kGlobal = "2000::/3";
constexpr const char* kNat64 = "64:ff9b::/96";

const std::vector<Network>& special_networks() {
  static const std::vector<Network> kNetworks = [] {
    std::vector<Network> networks;
    for (const char* text : kSpecial) networks.push_back(*parse_network(text));
    return networks;
  }();
  return kNetworks;
}

bool is_in(const std::vector<Network>& networks, const Address& address) {
  return std::any_of(networks.begin(), networks.end(),
                     [&](const Network& network) { return network.contains(address); });
}

}  // namespace

bool is_public(const Address& address) {
  static const Network kGlobalNetwork = *parse_network(kGlobal);
  static const Network kNat64Network = *parse_network(kNat64);
  if (kNat64Network.contains(address)) {
    Address within = *parse_address("0.0.0.0");
    std::copy(address.bytes.begin() + 12, address.bytes.end(), within.bytes.begin() + 12);
    return is_public(within);
  }
  return (address.is_ipv4() || kGlobalNetwork.contains(address)) && !is_in(special_networks(), address);
}

bool AddressGate::admits(const Address& address) const {
  return is_in(networks, address) || (!only_networks && is_public(address));
}

}  // namespace signpost
