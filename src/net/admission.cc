// admission.cc - see admission.h.
#include "net/admission.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace signpost {
namespace {

bool contain(const std::vector<Network>& networks, const Address& address) {
  return std::any_of(networks.begin(), networks.end(),
                     [&](const Network& network) { return network.contains(address); });
}

// One entry of X-Forwarded-For; some proxies add the port: "192.0.2.1:4711", "[2001:db8::1]:4711".
std::optional<Address> parse_forwarded(std::string_view entry) {
  entry = trimmed(entry);
  if (entry.starts_with('[')) return parse_address(entry.substr(1, entry.find(']') - 1));
  const size_t colon = entry.find(':');
  const bool has_port =
      colon != std::string_view::npos && entry.find(':', colon + 1) == std::string_view::npos;
  return parse_address(has_port ? entry.substr(0, colon) : entry);
}

}  // namespace

size_t Admission::Hash::operator()(const Address& address) const {
  return std::hash<std::string_view>()(
      {reinterpret_cast<const char*>(address.bytes.data()), address.bytes.size()});
}

bool Admission::is_counted(const Address& peer) const {
  return !contain(options_.uncounted, peer) && !contain(options_.proxies, peer);
}

bool Admission::open(const Address& peer) {
  if (!is_counted(peer)) return true;
  const MutexLock lock(mutex_);
  size_t& count = connections_[client_prefix(peer)];
  if (count >= options_.connections) return false;
  ++count;
  return true;
}

void Admission::close(const Address& peer) {
  if (!is_counted(peer)) return;
  const MutexLock lock(mutex_);
  const auto found = connections_.find(client_prefix(peer));
  if (--found->second == 0) connections_.erase(found);
}

bool Admission::is_proxy(const Address& peer) const { return contain(options_.proxies, peer); }

Address Admission::client(const Address& peer, const Request& request) const {
  if (!contain(options_.proxies, peer)) return peer;
  const std::string list = request.header("x-forwarded-for");
  Address client = peer;
  std::string_view rest = list;
  // Each proxy has added the one that it heard from at the end.
  while (!rest.empty() && contain(options_.proxies, client)) {
    const size_t comma = rest.rfind(',');
    const std::optional<Address> before =
        parse_forwarded(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
    if (!before) break;
    client = *before;
    rest = comma == std::string_view::npos ? "" : rest.substr(0, comma);
  }
  return client;
}

bool Admission::ignores_forwarding(const Address& peer, const Request& request) const {
  const bool counts = options_.rate > 0 || options_.counts_clients;
  return counts && !contain(options_.proxies, peer) && !request.header("x-forwarded-for").empty();
}

std::optional<Address> Admission::payer(const Address& client) const {
  return is_counted(client) ? std::optional(client_prefix(client)) : std::nullopt;
}

std::optional<std::chrono::seconds> Admission::refuse(const Address& client, Time now) {
  if (options_.rate <= 0) return std::nullopt;
  const MutexLock lock(mutex_);
  return requests_.refuse(client_prefix(client), now);
}

}  // namespace signpost
