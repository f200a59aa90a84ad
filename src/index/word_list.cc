// word_list.cc - writes the words, and reads them in place.
#include "index/word_list.h"

#include <algorithm>
#include <cstring>

#include "base/ascii.h"
#include "base/bytes.h"

namespace signpost {

uint32_t letter_set(std::string_view word) {
  uint32_t set = 0;
  for (const char c : word) {
    const auto byte = static_cast<uint8_t>(c);
    set |= 1u << (is_lower(c) ? byte - 'a' : 26 + byte % 5);
  }
  return set;
}

std::string encode_words(const std::vector<std::pair<std::string_view, WordInfo>>& words) {
  ByteWriter out;
  out.u32(static_cast<uint32_t>(words.size()));
  uint32_t offset = 0;
  for (const auto& [word, info] : words) {
    out.u32(offset);
    offset += static_cast<uint32_t>(word.size());
  }
  out.u32(offset);
  for (const auto& [word, info] : words) out.u32(info.frequency | (info.in_title ? 1u << 31 : 0));
  for (const auto& [word, info] : words) out.u32(letter_set(word));
  for (const auto& [word, info] : words) out.raw(word);
  return out.take();
}

WordList::WordList(std::string_view bytes) : bytes_(bytes) {
  if (bytes.size() < 8) throw Error(ErrorKind::corrupt, "the word list is cut off");
  count_ = u32_at(0);
  words_at_ = 4 * (2 + 3 * size_t{count_});
  if (words_at_ > bytes.size() || words_at_ + u32_at(1 + size_t{count_}) != bytes.size()) {
    throw Error(ErrorKind::corrupt, "the word list has the wrong size");
  }
  for (uint32_t i = 0; i < count_; ++i) {
    if (u32_at(1 + size_t{i}) > u32_at(2 + size_t{i}))
      throw Error(ErrorKind::corrupt, "the word list has a wrong offset");
  }
}

uint32_t WordList::u32_at(size_t index) const {
  uint32_t value;
  std::memcpy(&value, bytes_.data() + 4 * index, sizeof value);
  return value;
}

std::string_view WordList::word(uint32_t i) const {
  const size_t begin = words_at_ + u32_at(1 + size_t{i});
  const size_t end = words_at_ + u32_at(2 + size_t{i});
  return bytes_.substr(begin, end - begin);
}

WordInfo WordList::info(uint32_t i) const {
  const uint32_t value = u32_at(2 + size_t{count_} + i);
  return {value & ~(1u << 31), (value >> 31) != 0};
}

uint32_t WordList::letters(uint32_t i) const { return u32_at(2 + 2 * size_t{count_} + i); }

uint32_t WordList::copy_letters(uint32_t first, uint32_t count, uint32_t* out) const {
  count = std::min(count, count_ - first);
  std::memcpy(out, bytes_.data() + 4 * (2 + 2 * size_t{count_} + first), 4 * size_t{count});
  return count;
}

uint32_t WordList::lower_bound(std::string_view wanted) const {
  uint32_t low = 0;
  for (uint32_t count = count_; count > 0;) {
    const uint32_t half = count / 2;
    if (word(low + half) < wanted) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

uint32_t WordList::find(std::string_view wanted) const {
  const uint32_t at = lower_bound(wanted);
  return at < count_ && word(at) == wanted ? at : count_;
}

}  // namespace signpost
