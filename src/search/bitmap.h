// bitmap.h - a set of documents by number, fast to join, cut and count.
// Tested by tests/unit/search/bitmap_test.cc.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace signpost {

// Document numbers count from 1 to size; bit (number - 1).
class Bitmap {
 public:
  explicit Bitmap(uint32_t size = 0, bool full = false)
      : size_(size), words_((size + 63) / 64, full ? ~0ull : 0) {
    if (full && size % 64 != 0) words_.back() = (1ull << size % 64) - 1;
  }

  uint32_t size() const { return size_; }
  void set(uint32_t number) { words_[(number - 1) / 64] |= 1ull << ((number - 1) % 64); }
  void clear(uint32_t number) { words_[(number - 1) / 64] &= ~(1ull << ((number - 1) % 64)); }
  bool test(uint32_t number) const { return (words_[(number - 1) / 64] >> ((number - 1) % 64) & 1) != 0; }

  uint32_t count() const {
    uint32_t n = 0;
    for (const uint64_t word : words_) n += ones(word);
    return n;
  }
  bool any() const {
    for (const uint64_t word : words_) {
      if (word != 0) return true;
    }
    return false;
  }

  // The three take bitmaps of the same size.
  Bitmap& operator|=(const Bitmap& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  Bitmap& operator&=(const Bitmap& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  Bitmap& subtract(const Bitmap& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  // Size of the intersection.
  uint32_t count_and(const Bitmap& other) const {
    uint32_t n = 0;
    for (size_t i = 0; i < words_.size(); ++i) n += ones(words_[i] & other.words_[i]);
    return n;
  }

  // Calls use(number) for every member, ascending, until it returns false.
  template <typename Use>
  void each(Use use) const {
    for (size_t i = 0; i < words_.size(); ++i) {
      for (uint64_t word = words_[i]; word != 0; word &= word - 1) {
        if (!use(static_cast<uint32_t>(i * 64 + static_cast<size_t>(std::countr_zero(word)) + 1))) return;
      }
    }
  }

  size_t bytes() const { return words_.size() * sizeof(uint64_t); }

 private:
  // In plain sums, as std::popcount() calls a function where the processor's instruction can't be taken for
  // granted.
  static uint32_t ones(uint64_t word) {
    word -= word >> 1 & 0x5555555555555555u;
    word = (word & 0x3333333333333333u) + (word >> 2 & 0x3333333333333333u);
    word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return static_cast<uint32_t>(word * 0x0101010101010101u >> 56);
  }

  uint32_t size_;
  std::vector<uint64_t> words_;
};

}  // namespace signpost
