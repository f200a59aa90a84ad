// short_addresses.cc - see short_addresses.h. A code is the beginning of a sum of article, place and the
// number of the attempt, so that what has a code is found again by trying the same ones.
#include "index/short_addresses.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include "base/error.h"
#include "base/file_io.h"
#include "base/fnv1a.h"
#include "index/schema.h"

namespace signpost {
namespace {

constexpr char kDigits[] = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int kBitsOfDigit = 5;
constexpr uint64_t kAttempts = 32;

// MurmurHash3's finalizer (Austin Appleby, public domain): all bits depend on all others.
constexpr uint64_t mixed(uint64_t bits) {
  bits = (bits ^ bits >> 33) * 0xff51afd7ed558ccd;
  bits = (bits ^ bits >> 33) * 0xc4ceb9fe1a85ec53;
  return bits ^ bits >> 33;
}

uint32_t code_at(const ShortAddress& of, uint64_t attempt, int bits) {
  return static_cast<uint32_t>(mixed(mixed(of.article + attempt) ^ of.place) >> (64 - bits));
}

bool is_before(const ShortAddress& a, const ShortAddress& b) {
  return a.article != b.article ? a.article < b.article : a.place < b.place;
}

bool is_same(const ShortAddress& a, const ShortAddress& b) {
  return a.article == b.article && a.place == b.place;
}

bool has_lower_code(const ShortAddress& a, const ShortAddress& b) { return a.code < b.code; }

const ShortAddress* find_wanted(const std::vector<ShortAddress>& wanted, uint64_t article, uint64_t place) {
  const ShortAddress one{.article = article, .place = place};
  const auto found = std::lower_bound(wanted.begin(), wanted.end(), one, is_before);
  return found != wanted.end() && is_same(*found, one) ? &*found : nullptr;
}

int value_of(char digit) {
  if (digit >= 'A' && digit <= 'Z') digit = static_cast<char>(digit - 'A' + 'a');
  if (digit == 'o') return 0;
  if (digit == 'i' || digit == 'l') return 1;
  const char* const found = std::strchr(kDigits, digit);
  return found == nullptr || digit == '\0' ? -1 : static_cast<int>(found - kDigits);
}

// A code that nobody has, nullopt after many attempts.
std::optional<uint32_t> free_code(const ShortAddress& of, int bits,
                                  const std::unordered_set<uint32_t>& taken) {
  for (uint64_t attempt = 0; attempt < kAttempts; ++attempt) {
    const uint32_t code = code_at(of, attempt, bits);
    if (taken.count(code) == 0) return code;
  }
  return std::nullopt;
}

[[noreturn]] void damaged(const char* what) {
  throw Error(ErrorKind::corrupt, std::string(files::kShort) + " " + what);
}

}  // namespace

uint64_t short_article(std::string_view id) { return fnv1a(id); }

uint64_t short_section(std::string_view lang, uint64_t anchor_sum) {
  return std::max(mixed(fnv1a(lang) ^ mixed(anchor_sum)), uint64_t{1});
}

uint64_t short_whole(std::string_view lang) { return short_section(lang, fnv1a("")); }

std::string short_code(uint32_t code) {
  std::string text;
  for (int bit = kShortCodeBits - kBitsOfDigit; bit >= 0; bit -= kBitsOfDigit)
    text += kDigits[code >> bit & ((1U << kBitsOfDigit) - 1)];
  return text;
}

std::optional<uint32_t> parse_short_code(std::string_view text) {
  if (text.size() != kShortCodeBits / kBitsOfDigit) return std::nullopt;
  uint32_t code = 0;
  for (const char digit : text) {
    const int value = value_of(digit);
    if (value < 0) return std::nullopt;
    code = code << kBitsOfDigit | static_cast<uint32_t>(value);
  }
  return code;
}

std::vector<ShortAddress> settle_short_addresses(std::vector<ShortAddress> wanted,
                                                 const std::vector<ShortAddress>& before, int bits,
                                                 size_t most) {
  std::sort(wanted.begin(), wanted.end(), is_before);
  wanted.erase(std::unique(wanted.begin(), wanted.end(), is_same), wanted.end());
  std::vector<ShortAddress> settled;
  settled.reserve(std::min(wanted.size() + before.size(), most));
  std::unordered_set<uint32_t> taken;
  std::vector<bool> has_code(wanted.size());
  size_t gone = 0;
  for (const ShortAddress& one : before) {
    const ShortAddress* const place = find_wanted(wanted, one.article, one.place);
    if (place != nullptr) {
      has_code[static_cast<size_t>(place - wanted.data())] = true;
    } else if (++gone > most / 4) {
      continue;
    }
    const ShortAddress* const leads_to = place != nullptr ? place : find_wanted(wanted, one.article, 0);
    settled.push_back(one);
    settled.back().document = leads_to == nullptr ? 0 : leads_to->document;
    taken.insert(one.code);
  }
  // Articles before their sections.
  for (const bool whole : {true, false}) {
    for (size_t i = 0; i < wanted.size() && settled.size() < most; ++i) {
      if (has_code[i] || (wanted[i].place == 0) != whole) continue;
      const std::optional<uint32_t> code = free_code(wanted[i], bits, taken);
      if (!code) continue;
      taken.insert(*code);
      settled.push_back(wanted[i]);
      settled.back().code = *code;
    }
  }
  std::sort(settled.begin(), settled.end(), has_lower_code);
  return settled;
}

ShortAddresses::ShortAddresses(std::vector<ShortAddress> all, int bits) : all_(std::move(all)), bits_(bits) {}

const ShortAddress* ShortAddresses::find(uint32_t code) const {
  const auto found = std::lower_bound(all_.begin(), all_.end(), ShortAddress{.code = code}, has_lower_code);
  return found != all_.end() && found->code == code ? &*found : nullptr;
}

std::string ShortAddresses::code_of(uint64_t article, uint64_t place) const {
  const ShortAddress wanted{.article = article, .place = place};
  for (uint64_t attempt = 0; attempt < kAttempts && !all_.empty(); ++attempt) {
    const ShortAddress* const found = find(code_at(wanted, attempt, bits_));
    if (found != nullptr && is_same(*found, wanted)) return short_code(found->code);
  }
  return "";
}

void write_short_addresses(const std::string& generation_dir, const ShortAddresses& addresses) {
  const std::vector<ShortAddress>& all = addresses.all();
  write_file(generation_dir + "/" + files::kShort,
             {reinterpret_cast<const char*>(all.data()), all.size() * sizeof(ShortAddress)});
}

ShortAddresses load_short_addresses(const std::string& generation_dir) {
  const auto bytes = read_file_if_present(generation_dir + "/" + files::kShort);
  if (!bytes) return ShortAddresses();
  if (bytes->size() % sizeof(ShortAddress) != 0 || bytes->size() / sizeof(ShortAddress) > kMaxShortAddresses)
    damaged("has the wrong size");
  std::vector<ShortAddress> all(bytes->size() / sizeof(ShortAddress));
  if (!all.empty()) std::memcpy(all.data(), bytes->data(), bytes->size());
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].code >> kShortCodeBits != 0 || (i > 0 && all[i].code <= all[i - 1].code))
      damaged("has codes in the wrong order");
  }
  return ShortAddresses(std::move(all));
}

}  // namespace signpost
