// speller.cc - looks at every word of the index for each misspelled one, quickly.
//
// There is no index of deletions or n-grams: a list of words has some hundred thousand, and a filter makes
// a walk over all of them cheap. Of each word the list has a set of its letters (word_list.h), 26 bits for
// a to z and five for all other bytes. An edit takes at most one letter out of the set and puts at most one
// in, so two words within k edits have sets that differ in at most 2 * k bits. Whether they do is a few
// operations on each word, without a branch, so that the compiler makes vectors of a block of 32. Few words
// are left, of which the distance is really computed; rows end early when no cell is within the limit.
// Characters of several bytes can change more than two bits: of words that are not ASCII some are missed,
// and never a wrong one found. Hangul is looked for by its letters elsewhere (input_repair.cc).
//
// Which of the words that are near enough is the likeliest: score = ln(1 + documents) - kEditCost * edits,
// as in a noisy channel, where frequency is what people write about, and edits are what goes wrong. What
// goes wrong is not even: the first letter seldom does, and letters in the wrong order or doubled are the
// usual slip. Titles have what people ask for.
//
// Short words and words with digits have no corrections: in three letters one wrong is another word, and a
// version or an error code is what it is. split_word() tries all places for a missing space, each a
// bisection in the list.
#include "search/speller.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/ascii.h"
#include "base/utf8.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr float kEditCost = 3.2F;         // in units of ln(document frequency)
constexpr float kFirstLetterCost = 1.5F;  // people rarely mistype the first letter
constexpr float kTitleBonus = 1.0F;
constexpr float kSameLettersBonus = 1.0F;  // a transposition or a doubled letter: nothing new was typed

constexpr uint32_t kBlock = 32;  // words looked at together, for the compiler to vectorise

// Bit k: the letters of word k of the block differ by at most 2 * kEdits from `letters`. This runs over all
// words of the index; taking bits away one by one is cheaper than counting them.
template <int kEdits>
uint32_t close_words(const uint32_t* block, uint32_t letters) {
  uint32_t rest[kBlock];
  for (uint32_t k = 0; k < kBlock; ++k) {
    uint32_t bits = block[k] ^ letters;
    bits &= bits - 1;
    bits &= bits - 1;
    if constexpr (kEdits == 2) {
      bits &= bits - 1;
      bits &= bits - 1;
    }
    rest[k] = bits;
  }
  uint32_t close = 0;
  for (uint32_t k = 0; k < kBlock; ++k) close |= static_cast<uint32_t>(rest[k] == 0) << k;
  return close;
}

// Calls use(index) for every word that may be within `edits` of one with these letters.
template <typename Use>
void each_close_word(const WordList& words, uint32_t letters, int edits, Use use) {
  uint32_t block[kBlock] = {};
  for (uint32_t first = 0; first < words.size(); first += kBlock) {
    const uint32_t count = words.copy_letters(first, kBlock, block);
    uint32_t close = edits == 1 ? close_words<1>(block, letters) : close_words<2>(block, letters);
    if (count < kBlock) close &= (1u << count) - 1;
    for (; close != 0; close &= close - 1) use(first + static_cast<uint32_t>(std::countr_zero(close)));
  }
}

template <typename View>
int distance_of(View a, View b, int limit) {
  const auto n = static_cast<int>(a.size());
  const auto m = static_cast<int>(b.size());
  if (std::abs(n - m) > limit) return limit + 1;
  constexpr int kMax = 64;
  if (n >= kMax || m >= kMax) return limit + 1;
  int rows[3][kMax + 1];
  for (int k = 0; k <= m; ++k) rows[0][k] = k;
  for (int i = 1; i <= n; ++i) {
    int* row = rows[i % 3];
    const int* above = rows[(i + 2) % 3];
    const int* above2 = rows[(i + 1) % 3];
    row[0] = i;
    int least = row[0];
    for (int k = 1; k <= m; ++k) {
      const int same = a[static_cast<size_t>(i - 1)] == b[static_cast<size_t>(k - 1)] ? 0 : 1;
      row[k] = std::min({above[k] + 1, row[k - 1] + 1, above[k - 1] + same});
      if (i > 1 && k > 1 && a[static_cast<size_t>(i - 1)] == b[static_cast<size_t>(k - 2)] &&
          a[static_cast<size_t>(i - 2)] == b[static_cast<size_t>(k - 1)]) {
        row[k] = std::min(row[k], above2[k - 2] + 1);
      }
      least = std::min(least, row[k]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(rows[n % 3][m], limit + 1);
}

// The word that was typed, beside words of the index. Most words are ASCII, whose bytes are characters
// already.
class Typed {
 public:
  explicit Typed(std::string_view word)
      : word_(word), characters_(code_points(word)), ascii_(is_ascii(word)) {}

  size_t size() const { return characters_.size(); }

  int distance(std::string_view other, int limit) const {
    const size_t longest_character = 4;
    const size_t slack = longest_character * static_cast<size_t>(limit);
    if (other.size() + slack < word_.size() || word_.size() + slack < other.size()) return limit + 1;
    if (ascii_ && is_ascii(other)) return distance_of(word_, other, limit);
    return distance_of(std::u32string_view(characters_), std::u32string_view(code_points(other)), limit);
  }

  bool begins_like(std::string_view other) const {
    size_t behind = 0;
    return next_code_point(other, behind) == characters_.front();
  }

 private:
  std::string_view word_;
  std::u32string characters_;
  bool ascii_;
};

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  return distance_of(a, b, limit);
}

int allowed_edits(size_t characters) { return characters < 4 ? 0 : characters < 8 ? 1 : 2; }

std::vector<Correction> correct_word(const WordList& words, std::string_view word, size_t limit) {
  const Typed wanted(word);
  const int edits = allowed_edits(wanted.size());
  if (edits == 0 || word.find_first_of("0123456789") != std::string_view::npos) return {};
  const uint32_t letters = letter_set(word);
  std::vector<Correction> out;
  each_close_word(words, letters, edits, [&](uint32_t i) {
    const std::string_view candidate = words.word(i);
    const int distance = wanted.distance(candidate, edits);
    if (distance == 0 || distance > edits) return;
    const WordInfo info = words.info(i);
    float score = std::log(1 + static_cast<float>(info.frequency)) - kEditCost * static_cast<float>(distance);
    if (info.in_title) score += kTitleBonus;
    if (!wanted.begins_like(candidate)) score -= kFirstLetterCost;
    if (words.letters(i) == letters) score += kSameLettersBonus;
    out.push_back({std::string(candidate), score});
  });
  std::sort(out.begin(), out.end(), [](const Correction& a, const Correction& b) {
    return a.score != b.score ? a.score > b.score : a.word < b.word;
  });
  if (out.size() > limit) out.resize(limit);
  return out;
}

std::optional<std::pair<std::string, std::string>> split_word(const WordList& words, std::string_view word,
                                                              uint32_t documents) {
  std::optional<std::pair<std::string, std::string>> best;
  uint32_t best_frequency = documents - 1;
  for (size_t i = 2; i + 2 <= word.size(); ++i) {
    const uint32_t first = words.find(word.substr(0, i));
    if (first == words.size()) continue;
    const uint32_t second = words.find(word.substr(i));
    if (second == words.size()) continue;
    const uint32_t frequency = std::min(words.info(first).frequency, words.info(second).frequency);
    if (frequency > best_frequency) {
      best_frequency = frequency;
      best.emplace(word.substr(0, i), word.substr(i));
    }
  }
  return best;
}

}  // namespace signpost
