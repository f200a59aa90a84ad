// stemmer.cc - asks Snowball once for each word, and remembers the answer.
//
// A snippet asks for hundreds of words, so what counts is how much memory a question touches: a slot of
// eight bytes and, in one piece, the word with its stem.
#include "index/stemmer.h"

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace signpost {
namespace {

constexpr size_t kMaxRemembered = 200'000;  // words; about 8 MB
constexpr size_t kMaxStemmable = 40;        // bytes; longer "words" are data, and Snowball is slow on them
constexpr size_t kFirstSlots = 1024;        // a power of two

Xapian::Stem make_stem(std::string_view lang) {
  const std::string primary(lang.substr(0, lang.find_first_of("-_")));
  if (primary == "ko" || primary == "ja" || primary == "zh" || primary.empty()) return Xapian::Stem("en");
  try {
    return Xapian::Stem(primary);
  } catch (const Xapian::InvalidArgumentError&) {
    return Xapian::Stem("none");
  }
}

// Words of up to kMaxStemmable bytes with their stems: a table of open addressing, at most half full.
class KnownStems {
 public:
  // Of no address when the word is not known. Valid until add().
  std::string_view find(std::string_view word) const {
    const uint64_t hash = std::hash<std::string_view>()(word);
    for (size_t at = hash & mask();; at = (at + 1) & mask()) {
      const Slot& slot = slots_[at];
      if (slot.text == 0) return {};
      if (slot.hash == high(hash) && word_at(slot.text) == word) return stem_at(slot.text);
    }
  }

  std::string_view add(std::string_view word, std::string_view stem) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    const auto text = static_cast<uint32_t>(texts_.size());
    texts_ += static_cast<char>(word.size());
    texts_ += static_cast<char>(stem.size());
    texts_ += word;
    texts_ += stem;
    put(text);
    ++size_;
    return stem_at(text);
  }

  size_t size() const { return size_; }

 private:
  struct Slot {
    uint32_t hash = 0;  // its upper half
    uint32_t text = 0;  // where in texts_; 0: empty
  };

  size_t mask() const { return slots_.size() - 1; }
  static uint32_t high(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }
  size_t size_of_word(uint32_t text) const { return static_cast<uint8_t>(texts_[text]); }
  std::string_view word_at(uint32_t text) const { return {&texts_[text + 2], size_of_word(text)}; }
  std::string_view stem_at(uint32_t text) const {
    return {&texts_[text + 2 + size_of_word(text)], static_cast<uint8_t>(texts_[text + 1])};
  }

  void put(uint32_t text) {
    const uint64_t hash = std::hash<std::string_view>()(word_at(text));
    size_t at = hash & mask();
    while (slots_[at].text != 0) at = (at + 1) & mask();
    slots_[at] = {high(hash), text};
  }

  void grow() {
    std::vector<Slot> before(2 * slots_.size());
    before.swap(slots_);
    for (const Slot& slot : before) {
      if (slot.text != 0) put(slot.text);
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);
  std::string texts_ = " ";  // sizes, word and stem of each
  size_t size_ = 0;
};

}  // namespace

struct Stemmer::Impl {
  Xapian::Stem stem;
  KnownStems known;
};

Stemmer::Stemmer(std::string_view lang) : impl_(std::make_unique<Impl>()) { impl_->stem = make_stem(lang); }
Stemmer::~Stemmer() = default;

std::string_view Stemmer::stem(std::string_view word) {
  if (word.size() > kMaxStemmable) return word;
  const std::string_view known = impl_->known.find(word);
  if (known.data() != nullptr) return known;
  if (impl_->known.size() >= kMaxRemembered) impl_->known = KnownStems();
  const std::string stemmed = impl_->stem(std::string(word));
  const bool none = stemmed.empty() || stemmed.size() > UINT8_MAX;
  return impl_->known.add(word, none ? word : std::string_view(stemmed));
}

}  // namespace signpost
