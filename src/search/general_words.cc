// general_words.cc - sets the bits, and looks them up.
#include "search/general_words.h"

#include <algorithm>

#include "base/bytes.h"
#include "content/language.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr uint64_t kBitsPerWord = 16;
constexpr int kHashes = 11;  // ln(2) times as many, which leaves the fewest mistakes
constexpr size_t kLanguageBytes = 8;

uint64_t hash_of(std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001B3;
  hash ^= hash >> 32;
  return hash * 0x9E3779B97F4A7C15;
}

// Calls use(bit) for the bits of a word, until it returns false. Two hashes make all of them (Kirsch and
// Mitzenmacher, ESA 2006).
template <typename Use>
void each_bit(std::string_view word, uint64_t bits, Use use) {
  const uint64_t hash = hash_of(strip_accents(word));
  const uint64_t step = (hash >> 32) | 1;
  uint64_t at = hash & 0xFFFFFFFF;
  for (int i = 0; i < kHashes; ++i, at += step) {
    if (!use(at % bits)) return;
  }
}

std::string bits_of(const std::vector<std::string>& words) {
  std::string out((words.size() * kBitsPerWord + 7) / 8 + 1, '\0');
  for (const std::string& word : words) {
    each_bit(word, 8 * out.size(), [&out](uint64_t bit) {
      out[bit / 8] = static_cast<char>(static_cast<uint8_t>(out[bit / 8]) | 1u << bit % 8);
      return true;
    });
  }
  return out;
}

}  // namespace

std::string encode_general_words(const std::map<std::string, std::vector<std::string>>& words) {
  ByteWriter head;
  std::string bits;
  head.u32(static_cast<uint32_t>(words.size()));
  for (const auto& [lang, list] : words) {
    const std::string own = bits_of(list);
    std::string name = lang;
    name.resize(kLanguageBytes);
    head.raw(name);
    head.u32(static_cast<uint32_t>(own.size()));
    bits += own;
  }
  return head.take() + bits;
}

GeneralWords::GeneralWords(std::string_view bytes) {
  ByteReader head(bytes);
  const auto count = head.pod<uint32_t>();
  size_t begin = sizeof count + count * (kLanguageBytes + sizeof(uint32_t));
  for (uint32_t i = 0; i < count; ++i) {
    const std::string_view name = head.raw(kLanguageBytes);
    const auto size = head.pod<uint32_t>();
    if (size == 0 || begin > bytes.size() || size > bytes.size() - begin)
      throw Error(ErrorKind::corrupt, "the list of general words is cut off");
    bits_.emplace(name.substr(0, name.find('\0')), bytes.substr(begin, size));
    begin += size;
  }
}

bool GeneralWords::has(std::string_view lang, std::string_view word) const {
  const auto found = bits_.find(base_language(lang));
  if (found == bits_.end() || word.empty()) return false;
  const std::string_view bits = found->second;
  bool all = true;
  each_bit(word, 8 * bits.size(), [&](uint64_t bit) {
    all = (static_cast<uint8_t>(bits[bit / 8]) >> bit % 8 & 1) != 0;
    return all;
  });
  return all;
}

}  // namespace signpost
