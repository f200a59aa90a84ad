// webhook.cc - see webhook.h.
#include "net/webhook.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/base64.h"
#include "base/error.h"
#include "base/sha256.h"

namespace signpost {
namespace {

constexpr std::string_view kSecretPrefix = "whsec_";
constexpr std::string_view kVersion = "v1,";
constexpr size_t kMinKeyBytes = 24;
constexpr size_t kMaxKeyBytes = 64;
constexpr size_t kMaxId = 256;
constexpr size_t kMaxSignatures = 1024;  // bytes of the header: about twenty of them
constexpr size_t kMostIds = 100'000;     // some 20 MB; only who has a key fills it

std::string_view bytes_of(const Sha256Sum& sum) {
  return {reinterpret_cast<const char*>(sum.data()), sum.size()};
}

Sha256Sum sum_of(std::string_view key, std::string_view id, std::string_view timestamp,
                 std::string_view body) {
  std::string content;
  content.reserve(id.size() + timestamp.size() + body.size() + 2);
  content.append(id).append(1, '.').append(timestamp).append(1, '.').append(body);
  return hmac_sha256(key, content);
}

// The sums of those signatures that are of our version.
std::vector<Sha256Sum> sums_of(std::string_view header) {
  std::vector<Sha256Sum> sums;
  while (!header.empty()) {
    const size_t end = std::min(header.find(' '), header.size());
    const std::string_view one = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    if (!one.starts_with(kVersion)) continue;
    const auto bytes = from_base64(one.substr(kVersion.size()));
    Sha256Sum& sum = sums.emplace_back();
    if (!bytes || bytes->size() != sum.size()) {
      sums.pop_back();
    } else {
      std::copy(bytes->begin(), bytes->end(), sum.begin());
    }
  }
  return sums;
}

std::optional<int64_t> seconds_of(std::string_view text) {
  int64_t seconds = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool whole = failed == std::errc() && end == text.data() + text.size() && seconds >= 0;
  return whole ? std::optional(seconds) : std::nullopt;
}

}  // namespace

std::optional<std::string> parse_webhook_secret(std::string_view text) {
  if (!text.starts_with(kSecretPrefix)) return std::nullopt;
  auto key = from_base64(text.substr(kSecretPrefix.size()));
  if (!key || key->size() < kMinKeyBytes || key->size() > kMaxKeyBytes) return std::nullopt;
  return key;
}

std::vector<std::string> parse_webhook_secrets(std::string_view text, const std::string& path) {
  std::vector<std::string> keys;
  int number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    at = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    auto key = parse_webhook_secret(line);
    // The line itself is a secret, even where it is a wrong one.
    if (!key)
      throw Error(ErrorKind::corrupt,
                  path + ":" + std::to_string(number) +
                      ": a secret must be whsec_ with base64 of 24 to 64 bytes behind it");
    keys.push_back(std::move(*key));
  }
  return keys;
}

std::string webhook_signature(std::string_view key, std::string_view id, std::string_view timestamp,
                              std::string_view body) {
  return std::string(kVersion) + to_base64(bytes_of(sum_of(key, id, timestamp, body)));
}

void WebhookReceiver::use_keys(std::vector<std::string> keys) {
  const MutexLock lock(mutex_);
  keys_ = std::move(keys);
}

bool WebhookReceiver::is_signed(const WebhookHeaders& headers, std::string_view body) const {
  const std::vector<Sha256Sum> sums = sums_of(headers.signature);
  bool found = false;
  for (const std::string& key : keys_) {
    const Sha256Sum wanted = sum_of(key, headers.id, headers.timestamp, body);
    for (const Sha256Sum& sum : sums) found = is_same_sum(sum, wanted) || found;
  }
  return found;
}

WebhookVerdict WebhookReceiver::receive(const WebhookHeaders& headers, std::string_view body, int64_t now) {
  const MutexLock lock(mutex_);
  if (keys_.empty()) return WebhookVerdict::no_keys;
  const auto sent = seconds_of(headers.timestamp);
  if (headers.id.empty() || headers.id.size() > kMaxId || !sent || headers.signature.empty() ||
      headers.signature.size() > kMaxSignatures)
    return WebhookVerdict::incomplete;
  if (!is_signed(headers, body)) return WebhookVerdict::unsigned_;
  if (*sent < now - kWebhookTolerance || *sent > now + kWebhookTolerance || *sent < since_)
    return WebhookVerdict::untimely;
  while (!forget_.empty() && forget_.front().first < now) {
    seen_.erase(forget_.front().second);
    forget_.pop_front();
  }
  if (seen_.count(headers.id) != 0) return WebhookVerdict::replayed;
  if (seen_.size() >= kMostIds) return WebhookVerdict::busy;
  seen_.emplace(headers.id);
  // One from ahead of our clock is timely for so long.
  forget_.emplace_back(now + 2 * kWebhookTolerance, headers.id);
  return WebhookVerdict::good;
}

// When its turn to be forgotten comes, it is too old to be believed again.
void WebhookReceiver::take_back(std::string_view id) {
  const MutexLock lock(mutex_);
  if (const auto found = seen_.find(id); found != seen_.end()) seen_.erase(found);
}

}  // namespace signpost
