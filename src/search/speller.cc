#include "search/speller.h"

#include <algorithm>
#include <cmath>

#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr float kEditCost = 3.2F;         // in units of ln(document frequency)
constexpr float kFirstLetterCost = 1.5F;  // people rarely mistype the first letter
constexpr float kTitleBonus = 1.0F;
constexpr float kSameLettersBonus = 1.0F;  // a transposition or a doubled letter: nothing new was typed

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) out += next_code_point(text, i);
  return out;
}

// More than `limit` bits are set. Cheaper than counting them, and this runs over all words of the index.
bool differ_more(uint32_t bits, int limit) {
  while (limit-- > 0) bits &= bits - 1;
  return bits != 0;
}

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
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

int allowed_edits(size_t characters) { return characters < 4 ? 0 : characters < 8 ? 1 : 2; }

std::vector<Correction> correct_word(const WordList& words, std::string_view word, size_t limit) {
  const std::u32string wanted = characters(word);
  const int edits = allowed_edits(wanted.size());
  if (edits == 0 || word.find_first_of("0123456789") != std::string_view::npos) return {};
  const uint32_t letters = letter_set(word);
  std::vector<Correction> out;
  for (uint32_t i = 0; i < words.size(); ++i) {
    if (differ_more(words.letters(i) ^ letters, 2 * edits)) continue;
    const std::string_view candidate = words.word(i);
    if (candidate.size() + 4 * static_cast<size_t>(edits) < word.size() ||
        word.size() + 4 * static_cast<size_t>(edits) < candidate.size()) {
      continue;
    }
    const std::u32string other = characters(candidate);
    const int distance = edit_distance(wanted, other, edits);
    if (distance == 0 || distance > edits) continue;
    const WordInfo info = words.info(i);
    float score = std::log(1 + static_cast<float>(info.frequency)) - kEditCost * static_cast<float>(distance);
    if (info.in_title) score += kTitleBonus;
    if (other.front() != wanted.front()) score -= kFirstLetterCost;
    if (words.letters(i) == letters) score += kSameLettersBonus;
    out.push_back({std::string(candidate), score});
  }
  std::sort(out.begin(), out.end(), [](const Correction& a, const Correction& b) {
    return a.score != b.score ? a.score > b.score : a.word < b.word;
  });
  if (out.size() > limit) out.resize(limit);
  return out;
}

std::optional<std::pair<std::string, std::string>> split_word(const WordList& words, std::string_view word) {
  std::optional<std::pair<std::string, std::string>> best;
  uint32_t best_frequency = 1;  // both parts must be in two documents at least
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
