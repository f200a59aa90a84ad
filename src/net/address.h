// address.h - IP addresses and networks as values.
// Tested by tests/unit/net/address_test.cc.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sockaddr_storage;

namespace signpost {

// IPv6, or IPv4 as ::ffff:a.b.c.d (RFC 4291, 2.5.5.2).
struct Address {
  std::array<uint8_t, 16> bytes{};

  bool is_ipv4() const;
  auto operator<=>(const Address&) const = default;
};

Address address_of(const sockaddr_storage& from);
// "192.0.2.1" or "2001:db8::1"; nullopt for anything else.
std::optional<Address> parse_address(std::string_view text);
std::string to_string(const Address& address);

// What counts as one client: an IPv4 address, and of IPv6 the first 64 bits, which is what one household has.
Address client_prefix(Address address);
// The same of what to_string() wrote, as such a text; any other text as it is.
std::string client_name(std::string_view address);

struct Network {
  Address base;
  unsigned bits = 128;  // of Address: an IPv4 network /n has 96 + n

  bool contains(const Address& address) const;
};

// "10.0.0.0/8", "fd00::/8", or one address; nullopt for anything else.
std::optional<Network> parse_network(std::string_view text);

}  // namespace signpost
