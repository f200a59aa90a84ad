// punycode_length.cc - see punycode_length.h. The names are those of the RFC's section 6.3.
#include "content/punycode_length.h"

#include <algorithm>
#include <cstdint>

namespace signpost {
namespace {

constexpr uint64_t kBase = 36;
constexpr uint64_t kLeast = 1;
constexpr uint64_t kMost = 26;
constexpr uint64_t kSkew = 38;
constexpr uint64_t kDamp = 700;
constexpr uint64_t kFirstBias = 72;
constexpr char32_t kFirstOther = 0x80;
constexpr size_t kPrefix = 4;  // "xn--"

uint64_t adapted(uint64_t delta, uint64_t points, bool is_first) {
  delta = is_first ? delta / kDamp : delta / 2;
  delta += delta / points;
  uint64_t k = 0;
  for (; delta > (kBase - kLeast) * kMost / 2; k += kBase) delta /= kBase - kLeast;
  return k + (kBase - kLeast + 1) * delta / (delta + kSkew);
}

size_t digits_of(uint64_t delta, uint64_t bias) {
  size_t digits = 1;
  for (uint64_t k = kBase;; k += kBase, ++digits) {
    const uint64_t threshold = k <= bias ? kLeast : std::min(k - bias, kMost);
    if (delta < threshold) return digits;
    delta = (delta - threshold) / (kBase - threshold);
  }
}

}  // namespace

size_t punycode_length(std::u32string_view label) {
  const auto basic = static_cast<size_t>(
      std::count_if(label.begin(), label.end(), [](char32_t letter) { return letter < kFirstOther; }));
  if (basic == label.size()) return basic;
  size_t length = kPrefix + basic + (basic > 0 ? 1 : 0);
  uint64_t delta = 0;
  uint64_t bias = kFirstBias;
  char32_t n = kFirstOther;
  for (size_t handled = basic; handled < label.size(); ++delta, ++n) {
    char32_t next = UINT32_MAX;
    for (const char32_t letter : label) {
      if (letter >= n) next = std::min(next, letter);
    }
    delta += uint64_t{next - n} * (handled + 1);
    n = next;
    for (const char32_t letter : label) {
      if (letter < n) ++delta;
      if (letter != n) continue;
      length += digits_of(delta, bias);
      bias = adapted(delta, handled + 1, handled == basic);
      delta = 0;
      ++handled;
    }
  }
  return length;
}

}  // namespace signpost
