// admission.h - who may connect and how much one address may ask, and who it is that asks through a proxy.
// Tested by tests/unit/net/admission_test.cc.
#pragma once

#include <chrono>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/mutex.h"
#include "base/rate_limit.h"
#include "net/address.h"
#include "net/message.h"

namespace signpost {

struct AdmissionOptions {
  // An address is IPv4's 32 bits or the first 64 of IPv6.
  size_t connections = 256;  // at once from one address
  double rate = 0;           // requests a second from one address; 0: any number
  double burst_seconds =
      10;  // so many seconds' requests, at least one, may come at once: a page has many files
  bool counts_clients = false;  // whoever answers counts by client too, even where `rate` is 0
  // Their X-Forwarded-For is believed, and their connections are not counted: they carry everybody's.
  std::vector<Network> proxies;
  // Their connections are not counted either: a proxy on this machine. Nobody is believed for being here.
  std::vector<Network> uncounted = {*parse_network("127.0.0.0/8"), *parse_network("::1")};
};

// Safe to use from many threads. Takes a bounded amount of memory, however many addresses there are.
class Admission {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Admission(AdmissionOptions options)
      : options_(std::move(options)), requests_(options_.rate, options_.burst_seconds) {}

  // False when this address has as many connections as it may; a true one is to be followed by close().
  bool open(const Address& peer) EXCLUDES(mutex_);
  void close(const Address& peer) EXCLUDES(mutex_);

  // Who sent a request that came from `peer`: the last one in X-Forwarded-For that is no listed proxy.
  Address client(const Address& peer, const Request& request) const;
  // Whether it is one of those that are believed.
  bool is_proxy(const Address& peer) const;
  // Who pays for what is held for this client: its address, none where that doesn't tell clients apart.
  std::optional<Address> payer(const Address& client) const;
  // Counts a request; how long to wait before the next try when it is one too many.
  std::optional<std::chrono::seconds> refuse(const Address& client, Time now) EXCLUDES(mutex_);
  // True when requests are counted and this one names somebody else, whom `peer` isn't believed about.
  bool ignores_forwarding(const Address& peer, const Request& request) const;

 private:
  struct Hash {
    size_t operator()(const Address& address) const;
  };

  bool is_counted(const Address& peer) const;

  const AdmissionOptions options_;
  Mutex mutex_;
  std::unordered_map<Address, size_t, Hash> connections_ GUARDED_BY(mutex_);
  RateLimit<Address, Hash> requests_ GUARDED_BY(mutex_);
};

}  // namespace signpost
