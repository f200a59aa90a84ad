// suggest_index.h - titles and headings, found by the beginning of any of their words, also while a Hangul
// syllable or a kana word is still being typed.
// Tested by tests/unit/index/suggest_index_test.cc.
//
// Layout: uint32_t counts[4] = {entries, points, bytes of keys, bytes of texts}; SuggestEntry[entries];
// {uint32_t key offset, uint32_t entry}[points], ordered by the key from there on; keys; texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// The keystrokes that type a text: folded, katakana as hiragana, Hangul taken apart into the letters of the
// keyboard (so that the "빔" on the way to "비밀" is a beginning of it), one space between words.
std::string keystrokes(std::string_view text);

struct SuggestEntry {
  uint32_t document = 0;  // number, from 1
  uint32_t key = 0;       // offset in the keys; ends with '\0'
  uint32_t text = 0;      // offset in the texts; the shown text, '\0', the anchor, '\0'
  uint8_t heading = 0;    // 1: a section's heading, 0: a title
  uint8_t reserved[3] = {};
};

class SuggestBuilder {
 public:
  // A heading has the anchor of its section, a title none.
  void add(uint32_t document, std::string_view text, std::string_view anchor);
  std::string finish();

 private:
  struct Point {
    uint32_t key;
    uint32_t entry;
  };
  void sort_points();

  std::vector<SuggestEntry> entries_;
  std::vector<Point> points_;
  std::string keys_;
  std::string texts_;
};

class SuggestIndex {
 public:
  // The bytes must outlive the index. Throws Error{corrupt} when an offset leads out of them; that the points
  // are in order is believed.
  explicit SuggestIndex(std::string_view bytes);

  uint32_t size() const { return entries_; }  // entries
  uint32_t points() const { return points_; }

  struct Range {
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  // The points from which a key goes on with these keystrokes.
  Range find(std::string_view typed) const;
  // REQUIRES of these: a point of a range that find() gave, an entry of a point.
  uint32_t entry_of_point(uint32_t point) const;
  // The key from the point on.
  std::string_view rest_of_key(uint32_t point) const;
  // How far from the key's start the point lies, in bytes.
  uint32_t offset_in_key(uint32_t point) const;
  SuggestEntry entry(uint32_t i) const;
  std::string_view key(const SuggestEntry& entry) const;
  std::string_view text(const SuggestEntry& entry) const;
  std::string_view anchor(const SuggestEntry& entry) const;

 private:
  void check_entries() const;
  void check_points() const;
  uint32_t u32_at(size_t offset) const;
  std::string_view key_from(uint32_t offset) const { return bytes_.data() + keys_at_ + offset; }
  std::string_view bytes_;
  uint32_t entries_ = 0, points_ = 0;
  size_t points_at_ = 0, keys_at_ = 0, texts_at_ = 0;
};

}  // namespace signpost
