// short_addresses.h - the six characters by which an article, or a section of it, is found in "/s/4f9k0a".
// They follow from ids and anchors, and where two want the same, whoever was given them first keeps them.
// Tested by tests/unit/index/short_addresses_test.cc.
//
//   short.bin    ShortAddress[], ascending by code
//
// What was given out once stays in the file when its article or section is gone, as sums that say nothing of
// either: so nothing else ever gets its address, and whoever follows it is told what became of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct ShortAddress {
  uint64_t article = 0;   // short_article() of its id
  uint64_t place = 0;     // short_section(), short_whole(); 0 for the article in no language of its own
  uint32_t code = 0;      // of kShortCodeBits
  uint32_t document = 0;  // number of the one that it leads to; 0: the article is gone
  bool operator==(const ShortAddress&) const = default;
};
static_assert(sizeof(ShortAddress) == 24);

inline constexpr int kShortCodeBits = 30;  // five for each of six characters
inline constexpr size_t kMaxShortAddresses = size_t{1} << 22;

uint64_t short_article(std::string_view id);
// One for each section in each language, `anchor_sum`: fnv1a() of its anchor; and one for the whole, so that
// who says no language gets the one that somebody copied.
uint64_t short_section(std::string_view lang, uint64_t anchor_sum);
uint64_t short_whole(std::string_view lang);

// "4f9k0a": digits and letters of Crockford's base 32 (crockford.com/base32.html), without i, l, o and u.
std::string short_code(uint32_t code);
// Of what a person typed: capital letters too, o for 0, i and l for 1. nullopt where it can be no code.
std::optional<uint32_t> parse_short_code(std::string_view text);

// Gives each that is wanted its code: the one that `before` (ascending by code) has for it, else the first of
// its own that nobody has. What `before` has besides leads to its article if that is wanted, else nowhere.
// Of the newest and of what is gone some are left out where there would be more than `most`. `bits`: as many
// as a code has. Ascending by code; the same in any order of `wanted`.
std::vector<ShortAddress> settle_short_addresses(std::vector<ShortAddress> wanted,
                                                 const std::vector<ShortAddress>& before,
                                                 int bits = kShortCodeBits, size_t most = kMaxShortAddresses);

class ShortAddresses {
 public:
  // REQUIRES: ascending by code.
  explicit ShortAddresses(std::vector<ShortAddress> all = {}, int bits = kShortCodeBits);

  const std::vector<ShortAddress>& all() const { return all_; }
  const ShortAddress* find(uint32_t code) const;  // nullptr for one that nobody was given
  // What leads to this place; "" for nothing.
  std::string code_of(uint64_t article, uint64_t place) const;

 private:
  std::vector<ShortAddress> all_;
  int bits_;
};

// GENERATION/short.bin. Throws Error{io}.
void write_short_addresses(const std::string& generation_dir, const ShortAddresses& addresses);
// None where there is no file. Throws Error{corrupt, io}.
ShortAddresses load_short_addresses(const std::string& generation_dir);

}  // namespace signpost
