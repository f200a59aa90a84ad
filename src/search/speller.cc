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
// All words are looked at for two edits, and for three those that begin alike: the first letter is mostly
// right, or one that sounds like it. How many a word may have of all is a matter of its length.
//
// Which of the words that are near enough is the likeliest is as in a noisy channel: frequency is what people
// write about, edits (edit_cost.h) are what goes wrong. Titles have what people ask for. What stands beside
// the word is looked at elsewhere (word_context.h).
//
// Short words and words with digits have no corrections: in three letters one wrong is another word, and a
// version or an error code is what it is. split_word() tries all places for a missing space, each a
// bisection in the list.
#include "search/speller.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"
#include "search/edit_cost.h"

namespace signpost {
namespace {

constexpr float kEditCost = 3.2F;  // in units of ln(document frequency)
constexpr float kTitleBonus = 1.0F;
constexpr int kAnywhere = 1;  // edits that take letters out or put them in, of a word that begins otherwise
constexpr int kBeginningAlike = 3;  // and of one that begins alike
constexpr int kLetterMore = 7;      // what each letter more or less costs on an average, at least
constexpr size_t kShortest = 4;     // characters

constexpr uint32_t kBlock = 32;  // words looked at together, for the compiler to vectorise

// What a word begins with that is taken for another: letters that begin words which sound alike.
constexpr std::string_view kBeginnings[] = {"aeiouhy", "ckqsxz", "fpv", "gj", "kn",
                                            "nm",      "bpdt",   "rw",  "lr", "vwu"};

// Tenths of an edit that a word of so many characters may have.
int allowed_cost(size_t characters) {
  constexpr int kByLength[] = {0, 0, 0, 0, 12, 20, 23, 26, 30, 33};
  return characters < std::size(kByLength) ? kByLength[characters] : 36;
}

// Bit k: the letters of word k of the block differ by at most 2 * kEdits from `letters`. This runs over all
// words of the index; taking bits away one by one is cheaper than counting them.
template <int kEdits>
uint32_t close_words(const uint32_t* block, uint32_t letters) {
  uint32_t rest[kBlock];
  for (uint32_t k = 0; k < kBlock; ++k) {
    uint32_t bits = block[k] ^ letters;
    for (int i = 0; i < 2 * kEdits; ++i) bits &= bits - 1;
    rest[k] = bits;
  }
  uint32_t close = 0;
  for (uint32_t k = 0; k < kBlock; ++k) close |= static_cast<uint32_t>(rest[k] == 0) << k;
  return close;
}

// Calls use(index) for every word from `begin` to `end` that may be within `kEdits` of one with these
// letters.
template <int kEdits, typename Use>
void each_close_word(const WordList& words, uint32_t begin, uint32_t end, uint32_t letters, Use use) {
  uint32_t block[kBlock] = {};
  for (uint32_t first = begin; first < end; first += kBlock) {
    const uint32_t count = words.copy_letters(first, std::min(kBlock, end - first), block);
    uint32_t close = close_words<kEdits>(block, letters);
    if (count < kBlock) close &= (1u << count) - 1;
    for (; close != 0; close &= close - 1) use(first + static_cast<uint32_t>(std::countr_zero(close)));
  }
}

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

// The letters that a word may really begin with which was typed with this one.
std::string beginnings_like(char first) {
  std::string out(1, first);
  for (const std::string_view letters : kBeginnings) {
    if (letters.find(first) == std::string_view::npos) continue;
    for (const char c : letters) {
      if (out.find(c) == std::string::npos) out += c;
    }
  }
  return out;
}

constexpr uint32_t kFrequencies = 1024;  // that most words have less than

float at_no_cost(WordInfo info) {
  static const auto known = [] {
    std::array<float, kFrequencies> likely{};
    for (uint32_t n = 0; n < kFrequencies; ++n) likely[n] = likelihood(static_cast<float>(n), false, 0);
    return likely;
  }();
  const float plain = info.frequency < kFrequencies
                          ? known[info.frequency]
                          : likelihood(static_cast<float>(info.frequency), false, 0);
  return plain + (info.in_title ? kTitleBonus : 0);
}

// The best of many, of which at most `limit` are wanted. What can't be one of them need not be compared
// letter by letter: most words of an index are too rare to be far from what was typed.
class Likeliest {
 public:
  Likeliest(size_t limit, int most_cost) : limit_(limit), most_cost_(most_cost) {}

  // What a word may cost to become one of them; it may turn out to be a little too much.
  int affordable(WordInfo info) const {
    if (found_.size() < limit_) return most_cost_;
    const float spare = (at_no_cost(info) - found_.back().first) / kEditCost;
    return std::min(most_cost_, static_cast<int>(std::floor(spare * static_cast<float>(kEdit))) + 1);
  }

  void add(Correction correction) {
    const float likely =
        likelihood(static_cast<float>(correction.info.frequency), correction.info.in_title, correction.cost);
    const auto better = [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second.word < b.second.word;
    };
    std::pair<float, Correction> entry(likely, std::move(correction));
    found_.insert(std::upper_bound(found_.begin(), found_.end(), entry, better), std::move(entry));
    if (found_.size() > limit_) found_.pop_back();
  }

  std::vector<Correction> take() {
    std::vector<Correction> out;
    out.reserve(found_.size());
    for (auto& [likely, correction] : found_) out.push_back(std::move(correction));
    return out;
  }

 private:
  const size_t limit_;
  const int most_cost_;
  std::vector<std::pair<float, Correction>> found_;  // best first
};

}  // namespace

float likelihood(float documents, bool in_title, int cost) {
  return std::log(1 + documents) + (in_title ? kTitleBonus : 0) -
         kEditCost * static_cast<float>(cost) / static_cast<float>(kEdit);
}

std::vector<Correction> correct_word(const WordList& words, std::string_view word, size_t limit,
                                     int most_cost) {
  const size_t characters = count_code_points(word);
  if (characters < kShortest || has_digit(word) || limit == 0) return {};
  const uint32_t letters = letter_set(word);
  const bool ascii = is_ascii(word);
  const int allowed = allowed_cost(characters);
  const EditCost cost_from(word);
  Likeliest likeliest(limit, std::min(allowed, most_cost));
  const auto look_at = [&](uint32_t i) {
    const WordInfo info = words.info(i);
    const int most = likeliest.affordable(info);
    if (EditCost::least(letters, words.letters(i)) > most) return;
    const std::string_view candidate = words.word(i);
    const auto longer = static_cast<int>(candidate.size()) - static_cast<int>(word.size());
    if (candidate == word || has_digit(candidate) || (ascii && std::abs(longer) * kLetterMore > allowed))
      return;
    const int cost = cost_from.to(candidate, most);
    if (cost <= most) likeliest.add({std::string(candidate), cost, info});
  };
  const auto edits = [&](uint32_t i) { return (std::popcount(words.letters(i) ^ letters) + 1) / 2; };
  each_close_word<kAnywhere>(words, 0, words.size(), letters, look_at);
  const std::string firsts = is_lower(word[0]) ? beginnings_like(word[0]) : "";
  for (const char first : firsts) {
    const uint32_t begin = words.lower_bound(std::string(1, first));
    const uint32_t end = words.lower_bound(std::string(1, static_cast<char>(first + 1)));
    each_close_word<kBeginningAlike>(words, begin, end, letters, [&](uint32_t i) {
      if (edits(i) > kAnywhere) look_at(i);
    });
  }
  return likeliest.take();
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
