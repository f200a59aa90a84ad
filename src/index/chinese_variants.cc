// chinese_variants.cc - a table of the characters that have the same simplified form.
//
// Simplified forms are fewer: several traditional characters became one, never the reverse. So two characters
// are forms of each other if ICU simplifies both to the same one. The table is made once, in some 15
// milliseconds, when the first Chinese text is searched: making ICU's transliterator for each query would
// take longer than a search.
#include "index/chinese_variants.h"

#include <unicode/translit.h>

#include <memory>
#include <unordered_map>

#include "base/error.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;

class ChineseForms {
 public:
  ChineseForms() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> simplify(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw Error(ErrorKind::internal, "ICU does not know simplified Chinese");
    // One by one, since ICU 76 takes minutes for all of them in one string, and gives some of them two
    // characters there.
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      icu::UnicodeString one(static_cast<UChar32>(c));
      simplify->transliterate(one);
      const auto simple = static_cast<char32_t>(one.char32At(0));
      if (simple != c && one.countChar32() == 1) add(simple, c);
    }
    // "Account" is written with the one on the mainland, with the other's traditional form elsewhere.
    for (const char32_t traditional : traditional_[U'帐'] + U'帐') add(U'账', traditional);
  }

  // Of the character, itself first.
  std::u32string forms(char32_t c) const {
    std::u32string out(1, c);
    const auto traditional = simplified_.find(c);
    const char32_t simple = traditional == simplified_.end() ? c : traditional->second;
    if (simple != c) out += simple;
    const auto found = traditional_.find(simple);
    if (found == traditional_.end()) return out;
    for (const char32_t other : found->second) {
      if (other != c) out += other;
    }
    return out;
  }

 private:
  void add(char32_t simple, char32_t traditional) {
    simplified_[traditional] = simple;
    traditional_[simple] += traditional;
  }

  std::unordered_map<char32_t, char32_t> simplified_;
  std::unordered_map<char32_t, std::u32string> traditional_;
};

const ChineseForms& chinese_forms() {
  static const ChineseForms forms;
  return forms;
}

}  // namespace

std::vector<std::string> chinese_variants(std::string_view characters) {
  std::vector<std::string> all = {""};
  size_t count = 0;
  for (size_t i = 0; i < characters.size();) {
    const char32_t c = next_code_point(characters, i);
    if (c < kFirstHan || c > kLastHan || ++count > 2) return {};
    std::vector<std::string> longer;
    for (const char32_t form : chinese_forms().forms(c)) {
      for (std::string way : all) {
        append_utf8(way, form);
        longer.push_back(std::move(way));
      }
    }
    all = std::move(longer);
  }
  all.erase(all.begin());  // as it was given
  return all;
}

}  // namespace signpost
