// address_gate.h - which addresses a connection to another server may lead to, so that nobody's settings or
// name server make this one ask what only it can reach (server-side request forgery, SSRF).
// Tested by tests/unit/net/address_gate_test.cc.
#pragma once

#include <vector>

#include "net/address.h"

namespace signpost {

// False for what IANA's registries of special-purpose addresses (RFC 6890) keep from the internet: this host,
// private networks, links, providers' own (100.64.0.0/10), documentation, groups, reserved ones. Of IPv6 only
// 2000::/3 can be global. What has an IPv4 address in it (::ffff:0:0/96, NAT64's 64:ff9b::/96) is as that is;
// 6to4 and Teredo, which have one too, are refused.
bool is_public(const Address& address);

// Asked of the address that is connected to, behind all names.
struct AddressGate {
  std::vector<Network> networks = {};  // that may be reached though they are not public
  bool only_networks = false;          // and nothing else: for what goes unencrypted

  bool admits(const Address& address) const;
};

}  // namespace signpost
