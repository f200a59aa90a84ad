// edit_cost.cc - two tables by dynamic programming: one of letters, one of edits' costs.
//
// What a spelling goes wrong in is not even (Kernighan, Church and Gale 1990): a vowel for another, a letter
// doubled or left single, two in the wrong order, and what sounds the same ("ph" and "f", "c" and "k") are
// the usual ways; the first letter is mostly right. The costs are rough on purpose: none is fitted to a list
// of misspellings.
#include "search/edit_cost.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/ascii.h"
#include "base/utf8.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr int kLongest = 63;  // characters; longer words are no words

constexpr int kVowelForVowel = 5;
constexpr int kSoundsAlike = 6;
constexpr int kTransposed = 7;
constexpr int kDoubled = 4;
constexpr int kVowelMore = 8;
constexpr int kSilent = 5;
constexpr int kFirstLetter = 5;  // more, where it is wrong

// Letters of one class sound alike in one word or another.
constexpr std::string_view kAlike[] = {"ckqx", "csz", "sxz", "fvp", "gj",  "dt",
                                       "bp",   "mn",  "lr",  "vw",  "ijy", "uw"};

constexpr bool is_latin_vowel(char32_t c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

constexpr size_t letter_of(char32_t c) { return c - U'a'; }

constexpr auto kReplacing = [] {
  std::array<std::array<int, 26>, 26> costs{};
  for (size_t a = 0; a < 26; ++a) {
    for (size_t b = 0; b < 26; ++b) {
      const bool vowels =
          is_latin_vowel(U'a' + static_cast<char32_t>(a)) && is_latin_vowel(U'a' + static_cast<char32_t>(b));
      costs[a][b] = a == b ? 0 : vowels ? kVowelForVowel : kEdit;
    }
  }
  for (const std::string_view letters : kAlike) {
    for (const char a : letters) {
      for (const char b : letters) {
        int& cost = costs[static_cast<size_t>(a - 'a')][static_cast<size_t>(b - 'a')];
        cost = std::min(cost, kSoundsAlike);
      }
    }
  }
  return costs;
}();

constexpr bool is_plain(char32_t c) { return c >= U'a' && c <= U'z'; }

int replacing(char32_t a, char32_t b) {
  if (a == b) return 0;
  return is_plain(a) && is_plain(b) ? kReplacing[letter_of(a)][letter_of(b)] : kEdit;
}

// Of the letter at i, left out or put in.
template <typename View>
int leaving_out(View word, size_t i) {
  const char32_t c = static_cast<char32_t>(word[i]);
  const char32_t before = i > 0 ? static_cast<char32_t>(word[i - 1]) : 0;
  const char32_t behind = i + 1 < word.size() ? static_cast<char32_t>(word[i + 1]) : 0;
  if (c == before || c == behind) return kDoubled;
  const bool silent =
      c == 'h' || (c == 'e' && behind == 0) || (c == 'c' && (behind == 'k' || behind == 'q')) ||
      (c == 'g' && (behind == 'h' || behind == 'n')) || (c == 'k' && behind == 'n') ||
      (c == 'w' && behind == 'r') || (c == 'd' && behind == 'g') || (c == 'u' && before == 'q');
  if (silent) return kSilent;
  return is_latin_vowel(c) ? kVowelMore : kEdit;
}

// `typed` into `meant`; every row is looked at as far as it can stay within the limit.
template <typename View>
int cost_of(View typed, View meant, int limit) {
  const auto n = static_cast<int>(typed.size());
  const auto m = static_cast<int>(meant.size());
  if (n > kLongest || m > kLongest || std::abs(n - m) * kDoubled > limit) return limit + 1;
  if (n == 0 || m == 0) return n == m ? 0 : limit + 1;
  const auto at = [](View word, int i) { return static_cast<char32_t>(word[static_cast<size_t>(i)]); };
  int put_in[kLongest + 1];
  for (int k = 0; k < m; ++k) put_in[k] = leaving_out(meant, static_cast<size_t>(k));
  int rows[3][kLongest + 2];
  rows[0][0] = 0;
  for (int k = 1; k <= m; ++k) rows[0][k] = rows[0][k - 1] + put_in[k - 1];
  for (int i = 1; i <= n; ++i) {
    int* row = rows[i % 3];
    const int* above = rows[(i + 2) % 3];
    const int* above2 = rows[(i + 1) % 3];
    const char32_t c = at(typed, i - 1);
    const int left_out = leaving_out(typed, static_cast<size_t>(i - 1));
    row[0] = above[0] + left_out;
    int least = row[0];
    for (int k = 1; k <= m; ++k) {
      const char32_t d = at(meant, k - 1);
      row[k] = std::min({above[k] + left_out, row[k - 1] + put_in[k - 1], above[k - 1] + replacing(c, d)});
      if (i > 1 && k > 1 && c != d && c == at(meant, k - 2) && at(typed, i - 2) == d)
        row[k] = std::min(row[k], above2[k - 2] + kTransposed);
      least = std::min(least, row[k]);
    }
    if (least > limit) return limit + 1;
  }
  const int first = at(typed, 0) == at(meant, 0) ? 0 : kFirstLetter;
  return std::min(rows[n % 3][m] + first, limit + 1);
}

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  const auto n = static_cast<int>(a.size());
  const auto m = static_cast<int>(b.size());
  if (std::abs(n - m) > limit) return limit + 1;
  if (n > kLongest || m > kLongest) return limit + 1;
  int rows[3][kLongest + 2];
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

int edit_cost(std::string_view typed, std::string_view meant, int limit) {
  if (is_ascii(typed) && is_ascii(meant)) return cost_of(typed, meant, limit);
  const std::u32string one = code_points(strip_accents(typed));
  const std::u32string other = code_points(strip_accents(meant));
  return cost_of(std::u32string_view(one), std::u32string_view(other), limit);
}

}  // namespace signpost
