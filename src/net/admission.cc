// admission.cc - see admission.h.
#include "net/admission.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/ascii.h"

namespace signpost {
namespace {

// Five megabytes. A client with more networks than that gets further than others, but the memory stays.
constexpr size_t kMaxAddresses = 1 << 16;

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

// The clock counts nanoseconds in 64 bits, which end after 292 years.
std::chrono::steady_clock::duration seconds_of(double seconds) {
  constexpr double kCentury = 100.0 * 365 * 24 * 3600;
  return std::chrono::duration_cast<std::chrono::steady_clock::duration>(
      std::chrono::duration<double>(std::min(seconds, kCentury)));
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
  return options_.rate > 0 && !contain(options_.proxies, peer) && !request.header("x-forwarded-for").empty();
}

std::optional<Address> Admission::payer(const Address& client) const {
  return is_counted(client) ? std::optional(client_prefix(client)) : std::nullopt;
}

std::optional<std::chrono::seconds> Admission::refuse(const Address& client, Time now) {
  if (options_.rate <= 0) return std::nullopt;
  const MutexLock lock(mutex_);
  if (paid_until_.size() >= kMaxAddresses) forget_rested(now);
  const Time last = now + seconds_of(std::max(0.0, options_.burst_seconds - 1 / options_.rate));
  Time& paid = paid_until_.try_emplace(client_prefix(client), now).first->second;
  paid = std::max(paid, now);
  if (paid > last) {
    return std::chrono::seconds(
        static_cast<int64_t>(std::ceil(std::chrono::duration<double>(paid - last).count())));
  }
  paid += seconds_of(1 / options_.rate);
  return std::nullopt;
}

void Admission::forget_rested(Time now) {
  std::erase_if(paid_until_, [&](const auto& item) { return item.second <= now; });
  // Looking through all of them must not be needed again soon.
  if (paid_until_.size() > kMaxAddresses / 2) paid_until_.clear();
}

}  // namespace signpost
