// word_list.h - the words of an index with their document frequencies: what spelling and prefixes choose
// from. Tested by tests/unit/index/word_list_test.cc.
//
// Layout: uint32_t count; uint32_t offset[count + 1]; uint32_t frequency[count] (bit 31: in a title);
// uint32_t letters[count]; the words, ascending, one behind the other.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

struct WordInfo {
  uint32_t frequency = 0;  // documents
  bool in_title = false;
};

// 26 bits for a to z, five for the rest: two words within edit distance d differ in at most 2d bits.
uint32_t letter_set(std::string_view word);

// Words ascending.
std::string encode_words(const std::vector<std::pair<std::string_view, WordInfo>>& words);

class WordList {
 public:
  // The bytes must outlive the list. Throws Error{corrupt} when an offset leads out of them; that the words
  // are ascending is believed.
  explicit WordList(std::string_view bytes);

  uint32_t size() const { return count_; }
  // REQUIRES of all three: i < size().
  std::string_view word(uint32_t i) const;
  WordInfo info(uint32_t i) const;
  uint32_t letters(uint32_t i) const;
  // Copies the letters of up to `count` words from `first` on; returns how many there were.
  uint32_t copy_letters(uint32_t first, uint32_t count, uint32_t* out) const;
  // Index of the first word that is not less.
  uint32_t lower_bound(std::string_view word) const;
  // The word's index, or size() when it is unknown.
  uint32_t find(std::string_view word) const;

 private:
  uint32_t u32_at(size_t index) const;
  std::string_view bytes_;
  uint32_t count_ = 0;
  size_t words_at_ = 0;
};

}  // namespace signpost
