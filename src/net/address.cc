// address.cc - see address.h.
#include "net/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace signpost {
namespace {

constexpr std::array<uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned kMappedBits = 96;

Address from_ipv4(const in_addr& ipv4) {
  Address address;
  std::copy(kMapped.begin(), kMapped.end(), address.bytes.begin());
  std::memcpy(address.bytes.data() + kMapped.size(), &ipv4, sizeof ipv4);
  return address;
}

void clear_behind(Address& address, unsigned bits) {
  for (unsigned bit = bits; bit < 128; ++bit)
    address.bytes[bit / 8] &= static_cast<uint8_t>(~(0x80u >> bit % 8));
}

}  // namespace

bool Address::is_ipv4() const { return std::equal(kMapped.begin(), kMapped.end(), bytes.begin()); }

Address address_of(const sockaddr_storage& from) {
  Address address;
  if (from.ss_family == AF_INET) return from_ipv4(reinterpret_cast<const sockaddr_in&>(from).sin_addr);
  if (from.ss_family == AF_INET6)
    std::memcpy(address.bytes.data(), &reinterpret_cast<const sockaddr_in6&>(from).sin6_addr,
                address.bytes.size());
  return address;
}

std::optional<Address> parse_address(std::string_view text) {
  const std::string word(text);
  in_addr ipv4{};
  if (inet_pton(AF_INET, word.c_str(), &ipv4) == 1) return from_ipv4(ipv4);
  Address address;
  if (inet_pton(AF_INET6, word.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

std::string to_string(const Address& address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address.is_ipv4()) {
    inet_ntop(AF_INET, address.bytes.data() + kMapped.size(), text, sizeof text);
  } else {
    inet_ntop(AF_INET6, address.bytes.data(), text, sizeof text);
  }
  return text;
}

Address client_prefix(Address address) {
  if (!address.is_ipv4()) clear_behind(address, 64);
  return address;
}

std::string client_name(std::string_view address) {
  const auto parsed = parse_address(address);
  return parsed ? to_string(client_prefix(*parsed)) : std::string(address);
}

bool Network::contains(const Address& address) const {
  Address prefix = address;
  clear_behind(prefix, bits);
  return prefix == base;
}

std::optional<Network> parse_network(std::string_view text) {
  const size_t slash = std::min(text.find('/'), text.size());
  const std::optional<Address> base = parse_address(text.substr(0, slash));
  if (!base) return std::nullopt;
  Network network{*base};
  if (slash < text.size()) {
    const std::string_view digits = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), network.bits);
    const unsigned most = base->is_ipv4() ? 32 : 128;
    if (error != std::errc() || end != digits.data() + digits.size() || network.bits > most)
      return std::nullopt;
    if (base->is_ipv4()) network.bits += kMappedBits;
  }
  clear_behind(network.base, network.bits);
  return network;
}

}  // namespace signpost
