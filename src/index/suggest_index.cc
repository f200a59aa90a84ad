// suggest_index.cc - a suffix array of titles and headings that has only the suffixes at which a word
// begins.
//
// The key of a title is its keystrokes: what a person types until it stands there. A point is a place in a
// key where somebody may begin to type: the start of a word, and any character of CJK text, which has no
// spaces; but not a vowel of Hangul, since no syllable begins with one. Points are sorted by the rest of
// the key from there on. Whatever was typed is then the beginning of a range of them, which two bisections
// find, also when it goes over several words, or ends in the middle of a syllable: keystrokes of a
// beginning are a beginning of keystrokes.
//
// Keys end with a zero byte, which no key contains, so a rest is a C string, and the shorter of two comes
// first. Sorting compares the first eight bytes as one number, big-endian, and looks at the keys only where
// these are equal; the last tie-break is the place of the key. A key is cut at kMaxKey bytes: nobody types
// that far.
//
// The reader trusts nothing but the order. When it is opened it walks all entries and points once, and
// refuses a key that does not lie where the one before ends, a text that goes beyond the file, and a point
// outside of its entry's key. That points are in order is believed: a wrong order makes a wrong answer, and
// leads nowhere else. suggester.cc says what is worth showing of a range.
#include "index/suggest_index.h"

#include <algorithm>
#include <cstring>

#include "base/bytes.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr size_t kMaxKey = 160;  // bytes

// The letters of the two-set Korean keyboard that type each part of a syllable (KS X 5002), as compatibility
// jamo. Syllable = 0xAC00 + (lead * 21 + vowel) * 28 + tail.
constexpr const char* kLead[] = {"ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ",
                                 "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};
constexpr const char* kVowel[] = {"ㅏ",   "ㅐ",   "ㅑ",   "ㅒ",   "ㅓ",   "ㅔ",   "ㅕ",
                                  "ㅖ",   "ㅗ",   "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ",   "ㅜ",
                                  "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ",   "ㅡ",   "ㅡㅣ", "ㅣ"};
constexpr const char* kTail[] = {"",     "ㄱ",   "ㄲ",   "ㄱㅅ", "ㄴ",   "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ",   "ㄹㄱ",
                                 "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ",   "ㅂ", "ㅂㅅ", "ㅅ",
                                 "ㅆ",   "ㅇ",   "ㅈ",   "ㅊ",   "ㅋ",   "ㅌ",   "ㅍ",   "ㅎ"};

void append_hangul(char32_t syllable, std::string& out) {
  const uint32_t index = syllable - 0xAC00;
  out += kLead[index / (21 * 28)];
  out += kVowel[index / 28 % 21];
  out += kTail[index % 28];
}

// Compound letters on their own ("ㅘ", "ㄳ") are typed as two keys too.
void append_jamo(char32_t c, std::string& out) {
  static constexpr std::pair<char32_t, const char*> kCompound[] = {
      {0x3133, "ㄱㅅ"}, {0x3135, "ㄴㅈ"}, {0x3136, "ㄴㅎ"}, {0x313A, "ㄹㄱ"}, {0x313B, "ㄹㅁ"},
      {0x313C, "ㄹㅂ"}, {0x313D, "ㄹㅅ"}, {0x313E, "ㄹㅌ"}, {0x313F, "ㄹㅍ"}, {0x3140, "ㄹㅎ"},
      {0x3144, "ㅂㅅ"}, {0x3158, "ㅗㅏ"}, {0x3159, "ㅗㅐ"}, {0x315A, "ㅗㅣ"}, {0x315D, "ㅜㅓ"},
      {0x315E, "ㅜㅔ"}, {0x315F, "ㅜㅣ"}, {0x3162, "ㅡㅣ"}};
  for (const auto& [compound, keys] : kCompound) {
    if (c == compound) return void(out += keys);
  }
  append_utf8(out, c);
}

void append_cjk(std::string_view text, size_t begin, size_t end, std::vector<FoldedChar>& chars,
                std::string& out) {
  fold_cjk_run(text, begin, end, chars);
  for (const FoldedChar& c : chars) {
    if (c.code_point >= 0xAC00 && c.code_point <= 0xD7A3) {
      append_hangul(c.code_point, out);
    } else {
      append_jamo(c.code_point, out);
    }
  }
}

[[noreturn]] void fail() { throw Error(ErrorKind::corrupt, "the suggestions have a wrong offset"); }

}  // namespace

std::string keystrokes(std::string_view text) {
  std::string out;
  std::vector<FoldedChar> chars;
  bool space = false;
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    CharClass char_class = CharClass::separator;
    for (size_t after = i; after < text.size(); i = after) {
      const char32_t c = next_code_point(text, after);
      CharClass here = classify(c);
      const bool sign = c == '#' || c == '+' || c == '-' || c == '_';
      if (sign && !out.empty()) here = c == '#' || c == '+' ? CharClass::word : CharClass::separator;
      if (i == begin) {
        char_class = here;
      } else if ((is_cjk(here) ? CharClass::han : here) !=
                 (is_cjk(char_class) ? CharClass::han : char_class)) {
        break;
      }
    }
    if (char_class == CharClass::separator || char_class == CharClass::ignorable) {
      space = space || char_class == CharClass::separator;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    if (is_cjk(char_class)) {
      append_cjk(text, begin, i, chars, out);
    } else {
      out += plain_letters(fold_case(text.substr(begin, i - begin)));
    }
  }
  return out;
}

void SuggestBuilder::add(uint32_t document, std::string_view text, std::string_view anchor) {
  std::string key = keystrokes(text);
  if (key.empty()) return;
  if (key.size() > kMaxKey) key.resize(kMaxKey);
  const auto entry_index = static_cast<uint32_t>(entries_.size());
  SuggestEntry& entry = entries_.emplace_back();
  entry.document = document;
  entry.key = static_cast<uint32_t>(keys_.size());
  entry.text = static_cast<uint32_t>(texts_.size());
  entry.heading = !anchor.empty();
  // A word begins behind a space; in CJK text, which has none, anywhere, and after a change of script.
  for (size_t i = 0; i < key.size();) {
    const size_t at = i;
    const char32_t c = next_code_point(key, i);
    const bool starts = at == 0 || key[at - 1] == ' ' || (c >= 0x80 && is_cjk(classify(c)));
    const bool vowel = c >= 0x314F && c <= 0x3163;  // no syllable begins with one
    if (starts && c != ' ' && !vowel) points_.push_back({entry.key + static_cast<uint32_t>(at), entry_index});
  }
  keys_ += key;
  keys_ += '\0';
  texts_ += text;
  texts_ += '\0';
  texts_ += anchor;
  texts_ += '\0';
}

// By key, then by place. The first sixteen bytes decide mostly, and compare as two numbers.
void SuggestBuilder::sort_points() {
  constexpr size_t kHalf = sizeof(uint64_t);
  struct Sortable {
    uint64_t beginning[2];
    Point point;
  };
  const char* keys = keys_.c_str();
  const auto number_at = [](const char*& key) {
    uint64_t number = 0;
    for (size_t i = 0; i < kHalf; ++i) {
      number = number << 8 | static_cast<uint8_t>(*key);
      if (*key != 0) ++key;
    }
    return number;
  };
  std::vector<Sortable> sortable;
  sortable.reserve(points_.size());
  for (const Point& point : points_) {
    const char* key = keys + point.key;
    const uint64_t first = number_at(key);
    sortable.push_back({{first, number_at(key)}, point});
  }
  std::sort(sortable.begin(), sortable.end(), [keys](const Sortable& a, const Sortable& b) {
    for (const size_t half : {0, 1}) {
      if (a.beginning[half] != b.beginning[half]) return a.beginning[half] < b.beginning[half];
    }
    const bool ended = (a.beginning[1] & 0xFF) == 0;
    const int order = ended ? 0 : std::strcmp(keys + a.point.key + 2 * kHalf, keys + b.point.key + 2 * kHalf);
    return order != 0 ? order < 0 : a.point.key < b.point.key;
  });
  for (size_t i = 0; i < points_.size(); ++i) points_[i] = sortable[i].point;
}

std::string SuggestBuilder::finish() {
  sort_points();
  ByteWriter out;
  out.u32(static_cast<uint32_t>(entries_.size()));
  out.u32(static_cast<uint32_t>(points_.size()));
  out.u32(static_cast<uint32_t>(keys_.size()));
  out.u32(static_cast<uint32_t>(texts_.size()));
  for (const SuggestEntry& entry : entries_) out.pod(entry);
  for (const Point& point : points_) out.pod(point);
  out.raw(keys_);
  out.raw(texts_);
  return out.take();
}

SuggestIndex::SuggestIndex(std::string_view bytes) : bytes_(bytes) {
  if (bytes.size() < 16) throw Error(ErrorKind::corrupt, "the suggestions are cut off");
  entries_ = u32_at(0);
  points_ = u32_at(4);
  points_at_ = 16 + size_t{entries_} * sizeof(SuggestEntry);
  keys_at_ = points_at_ + size_t{points_} * 8;
  texts_at_ = keys_at_ + u32_at(8);
  if (texts_at_ + u32_at(12) != bytes.size()) {
    throw Error(ErrorKind::corrupt, "the suggestions have the wrong size");
  }
  // So that no string in them can go on behind them.
  const bool ends_right = texts_at_ == keys_at_ || bytes[texts_at_ - 1] == '\0';
  if (!ends_right || (bytes.size() != texts_at_ && bytes.back() != '\0')) fail();
  check_entries();
  check_points();
}

// Keys follow each other in the order of the entries; a text is followed by an anchor.
void SuggestIndex::check_entries() const {
  size_t next_key = 0;
  for (uint32_t i = 0; i < entries_; ++i) {
    const SuggestEntry e = entry(i);
    if (e.key != next_key || e.key >= texts_at_ - keys_at_) fail();
    next_key = size_t{e.key} + key(e).size() + 1;
    if (e.text >= bytes_.size() - texts_at_ || e.text + text(e).size() + 1 >= bytes_.size() - texts_at_)
      fail();
  }
  if (next_key != texts_at_ - keys_at_) fail();
}

void SuggestIndex::check_points() const {
  for (uint32_t point = 0; point < points_; ++point) {
    const uint32_t at = entry_of_point(point);
    if (at >= entries_) fail();
    const size_t behind = at + 1 < entries_ ? entry(at + 1).key : texts_at_ - keys_at_;
    const uint32_t place = u32_at(points_at_ + size_t{point} * 8);
    if (place < entry(at).key || place + size_t{1} >= behind) fail();
  }
}

uint32_t SuggestIndex::u32_at(size_t offset) const {
  uint32_t value;
  std::memcpy(&value, bytes_.data() + offset, sizeof value);
  return value;
}

SuggestIndex::Range SuggestIndex::find(std::string_view typed) const {
  // The first point whose key, cut to the length of what was typed, is not less (or greater).
  const auto bound = [&](bool upper) {
    uint32_t low = 0;
    for (uint32_t count = points_; count > 0;) {
      const uint32_t half = count / 2;
      const std::string_view key =
          key_from(u32_at(points_at_ + size_t{low + half} * 8)).substr(0, typed.size());
      const bool before = upper ? key <= typed : key < typed;
      if (before) {
        low += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    return low;
  };
  const uint32_t begin = bound(false);
  return {begin, std::max(begin, bound(true))};
}

uint32_t SuggestIndex::entry_of_point(uint32_t point) const {
  return u32_at(points_at_ + size_t{point} * 8 + 4);
}

std::string_view SuggestIndex::rest_of_key(uint32_t point) const {
  return key_from(u32_at(points_at_ + size_t{point} * 8));
}

uint32_t SuggestIndex::offset_in_key(uint32_t point) const {
  return u32_at(points_at_ + size_t{point} * 8) - entry(entry_of_point(point)).key;
}

SuggestEntry SuggestIndex::entry(uint32_t i) const {
  SuggestEntry entry;
  std::memcpy(&entry, bytes_.data() + 16 + size_t{i} * sizeof entry, sizeof entry);
  return entry;
}

std::string_view SuggestIndex::key(const SuggestEntry& entry) const { return key_from(entry.key); }
std::string_view SuggestIndex::text(const SuggestEntry& entry) const {
  return bytes_.data() + texts_at_ + entry.text;
}
std::string_view SuggestIndex::anchor(const SuggestEntry& entry) const {
  return bytes_.data() + texts_at_ + entry.text + text(entry).size() + 1;
}

}  // namespace signpost
