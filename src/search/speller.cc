// speller.cc - looks at every word of the index for each misspelled one, quickly.
//
// There is no index of deletions or n-grams: a list of words has some hundred thousand, and a filter makes
// a walk over all of them cheap. Of each word the list has a set of its letters (word_list.h), 26 bits for
// a to z and five for all other bytes. An edit takes at most one letter out of the set and puts at most one
// in, so two words within k edits have sets that differ in at most 2 * k bits (close_words.h). Of the words
// that are left the letters that only one of the two has tell what they lie apart at least, and with that how
// likely they are at most. The most promising are compared first, until no other can be among those wanted.
// Characters of several bytes can change more than two bits: of words that are not ASCII some are missed,
// and never a wrong one found. Hangul is looked for by its letters elsewhere (input_repair.cc).
//
// All words are looked at for one letter that is another, and for three those that begin alike: the first
// letter is mostly right, or one that sounds like it. How many a word may have of all is a matter of its
// length.
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
#include "search/close_words.h"
#include "search/edit_cost.h"

namespace signpost {
namespace {

constexpr float kEditCost = 3.2F;  // in units of ln(document frequency)
constexpr float kTitleBonus = 1.0F;
constexpr int kAnywhere = 1;  // edits that take letters out or put them in, of a word that begins otherwise
constexpr int kBeginningAlike = 3;     // and of one that begins alike
constexpr int kLetterMore = 7;         // what each letter more or less costs on an average, at least
constexpr size_t kShortest = 4;        // characters
constexpr size_t kComparedFirst = 64;  // words; a few of them are most often enough

// What a word begins with that is taken for another: letters that begin words which sound alike.
constexpr std::string_view kBeginnings[] = {"aeiouhy", "ckqsxz", "fpv", "gj", "kn",
                                            "nm",      "bpdt",   "rw",  "lr", "vwu"};

// Calls use(index) for every word from `begin` to `end` that may be within `edits` of one with these letters.
template <typename Use>
void each_close_word(const WordList& words, uint32_t begin, uint32_t end, uint32_t letters, int edits,
                     Use use) {
  const CloseWords close_in = close_words();
  uint32_t block[kBlockOfLetters] = {};
  for (uint32_t first = begin; first < end; first += kBlockOfLetters) {
    const uint32_t count = words.copy_letters(first, std::min(kBlockOfLetters, end - first), block);
    uint32_t close = close_in(block, letters, 2 * edits);
    if (count < kBlockOfLetters) close &= (1u << count) - 1;
    for (; close != 0; close &= close - 1) use(first + static_cast<uint32_t>(std::countr_zero(close)));
  }
}

// Of a to z alone, by its letter_set() (word_list.h).
bool is_letters(uint32_t letter_set) { return letter_set >> 26 == 0; }

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

float lost_by(int cost) { return kEditCost * static_cast<float>(cost) / static_cast<float>(kEdit); }

// likelihood() of a word, were there nothing to edit.
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

// A word that may have been meant, with how likely that is at most, by what is known before its letters are
// compared one by one.
struct Possible {
  float at_most = 0;
  uint32_t word = 0;
};

// The words that may be within `most` of `word`, and about as long.
std::vector<Possible> possible_words(const WordList& words, std::string_view word, const EditCost& cost_from,
                                     int most, int longer_at_most) {
  const uint32_t letters = letter_set(word);
  std::vector<Possible> out;
  const auto add = [&](uint32_t i) {
    const std::string_view candidate = words.word(i);
    const int longer = static_cast<int>(candidate.size()) - static_cast<int>(word.size());
    if (candidate.empty() || std::abs(longer) > longer_at_most) return;
    const int least = cost_from.least(candidate, words.letters(i), most);
    if (least <= most) out.push_back({at_no_cost(words.info(i)) - lost_by(least), i});
  };
  each_close_word(words, 0, words.size(), letters, kAnywhere, add);
  const std::string firsts = is_lower(word[0]) ? beginnings_like(word[0]) : "";
  for (const char first : firsts) {
    const uint32_t begin = words.lower_bound(std::string(1, first));
    const uint32_t end = words.lower_bound(std::string(1, static_cast<char>(first + 1)));
    each_close_word(words, begin, end, letters, kBeginningAlike, [&](uint32_t i) {
      if (std::popcount(words.letters(i) ^ letters) > 2 * kAnywhere) add(i);
    });
  }
  return out;
}

// The best, of which at most `limit` are wanted.
class Likeliest {
 public:
  explicit Likeliest(size_t limit) : limit_(limit) {}

  // One that is so likely at most may become one of them.
  bool takes(float at_most) const { return found_.size() < limit_ || at_most >= found_.back().first; }

  // No more than a word may cost that may become one of them, if it were so likely at no cost.
  int most_cost(float at_no_cost) const {
    if (found_.size() < limit_) return INT_MAX;
    return static_cast<int>((at_no_cost - found_.back().first) * kEdit / kEditCost) + 1;
  }

  void add(float likely, Correction correction) {
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
  std::vector<std::pair<float, Correction>> found_;  // best first
};

}  // namespace

float likelihood(float documents, bool in_title, int cost) {
  return std::log(1 + documents) + (in_title ? kTitleBonus : 0) - lost_by(cost);
}

int allowed_cost(size_t characters) {
  constexpr int kByLength[] = {0, 0, 0, 0, 12, 20, 23, 26, 30, 33};
  return characters < std::size(kByLength) ? kByLength[characters] : 36;
}

std::vector<Correction> correct_word(const WordList& words, std::string_view word, size_t limit,
                                     int most_cost) {
  const size_t characters = count_code_points(word);
  if (characters < kShortest || has_digit(word) || limit == 0) return {};
  const int allowed = allowed_cost(characters);
  const int most = std::min(allowed, most_cost);
  const int longer_at_most = is_ascii(word) ? allowed / kLetterMore : INT_MAX;
  const EditCost cost_from(word);
  std::vector<Possible> possible = possible_words(words, word, cost_from, most, longer_at_most);
  // The most promising first, in no order among themselves: then most of the others need not be compared.
  const auto first = possible.begin() + static_cast<ptrdiff_t>(std::min(possible.size(), kComparedFirst));
  std::nth_element(possible.begin(), first, possible.end(),
                   [](const Possible& a, const Possible& b) { return a.at_most > b.at_most; });
  Likeliest likeliest(limit);
  for (const Possible& p : possible) {
    if (!likeliest.takes(p.at_most)) continue;
    const std::string_view candidate = words.word(p.word);
    if (candidate == word || (!is_letters(words.letters(p.word)) && has_digit(candidate))) continue;
    const WordInfo info = words.info(p.word);
    const int worth = std::min(most, likeliest.most_cost(at_no_cost(info)));
    const int cost = cost_from.to(candidate, worth);
    if (cost > worth) continue;
    likeliest.add(at_no_cost(info) - lost_by(cost), {std::string(candidate), cost, info});
  }
  return likeliest.take();
}

std::optional<std::pair<std::string, std::string>> split_word(const WordList& words, std::string_view word,
                                                              uint32_t documents) {
  std::optional<std::pair<std::string, std::string>> best;
  uint32_t best_frequency = documents - 1;
  for (size_t i = 2; i + 2 <= word.size(); ++i) {
    const uint32_t first = words.lower_bound(word.substr(0, i));
    if (first == words.size() || !words.word(first).starts_with(word.substr(0, i))) break;
    if (words.word(first).size() > i) continue;
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
