// edit_cost.cc - two tables by dynamic programming: one of letters, one of edits' costs.
//
// What a spelling goes wrong in is not even (Kernighan, Church and Gale 1990): a vowel for another, a letter
// doubled or left single, two in the wrong order, and what sounds the same ("ph" and "f", "c" and "k") are
// the usual ways; the first letter is mostly right. The costs are rough on purpose: none is fitted to a list
// of misspellings.
#include "search/edit_cost.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

#include "base/ascii.h"
#include "base/utf8.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr int kVowelForVowel = 5;
constexpr int kSoundsAlike = 6;
constexpr int kTransposed = 7;
constexpr int kDoubled = 4;
constexpr int kVowelMore = 8;
constexpr int kSilent = 5;
constexpr int kFirstLetter = 5;  // more, where it is wrong
constexpr int kFar = 1 << 20;    // beyond any limit

// Letters of one class sound alike in one word or another.
constexpr std::string_view kAlike[] = {"ckqx", "csz", "sxz", "fvp", "gj",  "dt",
                                       "bp",   "mn",  "lr",  "vw",  "ijy", "uw"};

constexpr bool is_latin_vowel(char32_t c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// a to z, and one for all others.
constexpr size_t kLetterKinds = 27;
constexpr size_t kOtherLetter = 26;

constexpr size_t letter_of(char32_t c) { return c >= U'a' && c <= U'z' ? c - U'a' : kOtherLetter; }

constexpr auto kReplacing = [] {
  std::array<std::array<int, kLetterKinds>, kLetterKinds> costs{};
  for (size_t a = 0; a < kLetterKinds; ++a) {
    for (size_t b = 0; b < kLetterKinds; ++b) {
      const bool vowels =
          is_latin_vowel(U'a' + static_cast<char32_t>(a)) && is_latin_vowel(U'a' + static_cast<char32_t>(b));
      costs[a][b] = a == b && a != kOtherLetter ? 0 : vowels ? kVowelForVowel : kEdit;
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

// Before this letter, 0 for none. So is the u of "qu".
constexpr bool is_silent(char32_t c, char32_t behind) {
  switch (c) {
    case 'h':
      return true;
    case 'e':
      return behind == 0;
    case 'c':
      return behind == 'k' || behind == 'q';
    case 'g':
      return behind == 'h' || behind == 'n';
    case 'k':
      return behind == 'n';
    case 'w':
      return behind == 'r';
    case 'd':
      return behind == 'g';
    default:
      return false;
  }
}

// Of a letter that is not doubled, by what stands behind it; nothing is kLetterKinds.
constexpr auto kLeavingOut = [] {
  std::array<std::array<int, kLetterKinds + 1>, kLetterKinds> costs{};
  const auto letter = [](size_t kind) {
    return kind < kOtherLetter ? U'a' + static_cast<char32_t>(kind) : U'_';
  };
  for (size_t c = 0; c < kLetterKinds; ++c) {
    for (size_t behind = 0; behind <= kLetterKinds; ++behind) {
      const bool silent = is_silent(letter(c), behind < kLetterKinds ? letter(behind) : 0);
      costs[c][behind] = silent ? kSilent : is_latin_vowel(letter(c)) ? kVowelMore : kEdit;
    }
  }
  return costs;
}();

// Of the letter at i, left out or put in.
template <typename View>
int leaving_out(View word, size_t i) {
  const char32_t c = static_cast<char32_t>(word[i]);
  const char32_t before = i > 0 ? static_cast<char32_t>(word[i - 1]) : 0;
  const char32_t behind = i + 1 < word.size() ? static_cast<char32_t>(word[i + 1]) : 0;
  if (c == before || c == behind) return kDoubled;
  if (c == 'u' && before == 'q') return kSilent;
  return kLeavingOut[letter_of(c)][behind == 0 ? kLetterKinds : letter_of(behind)];
}

// What it costs at least until a word has this letter no more, or has it: by the letters that it may be
// replaced by. Leaving two of a kind out costs as much as a vowel.
struct NewLetter {
  int left_out = 2 * kDoubled;
  uint32_t vowels = 0;
  uint32_t alike = 0;
};

constexpr auto kNewLetter = [] {
  std::array<NewLetter, kOtherLetter> letters{};
  for (size_t a = 0; a < kOtherLetter; ++a) {
    for (size_t b = 0; b < kOtherLetter; ++b) {
      if (kReplacing[a][b] == kVowelForVowel) letters[a].vowels |= 1u << b;
      if (kReplacing[a][b] == kSoundsAlike) letters[a].alike |= 1u << b;
    }
  }
  for (const char c : std::string_view("hecgkwdu"))
    letters[letter_of(static_cast<char32_t>(c))].left_out = kSilent;
  return letters;
}();

// Of a letter, for one of these, itself not among them.
int cheapest_replacing(size_t letter, uint32_t letters) {
  return (kNewLetter[letter].vowels & letters) != 0  ? kVowelForVowel
         : (kNewLetter[letter].alike & letters) != 0 ? kSoundsAlike
                                                     : kEdit;
}

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  const auto n = static_cast<int>(a.size());
  const auto m = static_cast<int>(b.size());
  if (std::abs(n - m) > limit) return limit + 1;
  if (std::max(a.size(), b.size()) > kLongestWord) return limit + 1;
  int rows[3][kLongestWord + 2];
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

EditCost::EditCost(std::string_view typed) : typed_(code_points(strip_accents(typed))) {
  for (size_t i = 0; i < std::min(typed_.size(), kLongestWord); ++i) {
    const size_t letter = letter_of(typed_[i]);
    leaving_out_[i] = leaving_out(std::u32string_view(typed_), i);
    least_left_out_ = std::min(least_left_out_, leaving_out_[i]);
    letters_ |= 1u << letter;
    Removing& removing = removing_[letter];
    removing.by_vowel += std::min(kVowelForVowel, leaving_out_[i]);
    removing.by_alike += std::min(kSoundsAlike, leaving_out_[i]);
    removing.by_other += std::min(kEdit, leaving_out_[i]);
  }
}

int EditCost::least(std::string_view meant, uint32_t meant_letters, int limit) const {
  // What is none of a to z may be one of them without its accent.
  if (((letters_ | meant_letters) >> kOtherLetter) != 0) return 0;
  const int first = static_cast<char32_t>(meant[0]) == typed_[0] ? 0 : kFirstLetter;
  int taken_out = first;
  for (uint32_t more = letters_ & ~meant_letters; more != 0 && taken_out <= limit; more &= more - 1) {
    const auto letter = static_cast<size_t>(std::countr_zero(more));
    const Removing& removing = removing_[letter];
    taken_out += (kNewLetter[letter].vowels & meant_letters) != 0  ? removing.by_vowel
                 : (kNewLetter[letter].alike & meant_letters) != 0 ? removing.by_alike
                                                                   : removing.by_other;
  }
  int put_in = first;
  for (uint32_t more = meant_letters & ~letters_; more != 0 && put_in <= limit; more &= more - 1) {
    const auto letter = static_cast<size_t>(std::countr_zero(more));
    put_in += std::min(cheapest_replacing(letter, letters_), kNewLetter[letter].left_out);
  }
  return std::min(limit + 1, std::max(taken_out, put_in));
}

// A word that is meant, looked at once for all rows.
struct EditCost::Meant {
  template <typename View>
  explicit Meant(View word) : size(static_cast<int>(word.size())) {
    for (size_t k = 0; k < word.size(); ++k) {
      const auto c = static_cast<char32_t>(word[k]);
      characters[k] = c;
      kinds[k] = static_cast<uint8_t>(letter_of(c));
      letters |= 1u << kinds[k];
      put_in[k] = leaving_out(word, k);
      least_put_in = std::min(least_put_in, put_in[k]);
    }
  }
  int size;
  int least_put_in = kEdit;
  uint32_t letters = 0;
  char32_t characters[kLongestWord];
  uint8_t kinds[kLongestWord];
  int put_in[kLongestWord];
};

// What it costs at least to be rid of the letters from each on that the meant word has not.
void EditCost::add_up_removing(uint32_t meant_letters, int (&rest)[kLongestWord + 1]) const {
  rest[typed_.size()] = 0;
  for (size_t i = typed_.size(); i-- > 0;) {
    const size_t letter = letter_of(typed_[i]);
    const bool has = letter == kOtherLetter || (meant_letters >> letter & 1) != 0;
    rest[i] = rest[i + 1] + (has ? 0 : std::min(leaving_out_[i], cheapest_replacing(letter, meant_letters)));
  }
}

// `typed_` into `meant`. Each letter that the one is ahead of the other costs something, now and until they
// are even: so of every row only a band around the diagonal is looked at, and no more rows than have a cell
// within the limit, less what the letters that are left cost at least. Two rows must be beyond it, since two
// letters in the wrong order step over one.
int EditCost::cost_to(const Meant& meant, int limit) const {
  const auto n = static_cast<int>(typed_.size());
  const int m = meant.size;
  const int first = typed_[0] == meant.characters[0] ? 0 : kFirstLetter;
  const int left = limit - first;
  const int needed = m > n ? (m - n) * meant.least_put_in : (n - m) * least_left_out_;
  if (needed > left) return limit + 1;
  const int spare = (left - needed) / (meant.least_put_in + least_left_out_);
  const int ahead = std::max(m - n, 0) + spare;
  const int behind = std::max(n - m, 0) + spare;
  int rest[kLongestWord + 1];
  add_up_removing(meant.letters, rest);
  if (rest[0] > left) return limit + 1;
  int rows[3][kLongestWord + 2];
  rows[0][0] = 0;
  for (int k = 1; k <= std::min(m, ahead); ++k) rows[0][k] = rows[0][k - 1] + meant.put_in[k - 1];
  rows[0][std::min(m, ahead) + 1] = kFar;
  int least_above = 0;
  for (int i = 1; i <= n; ++i) {
    int* row = rows[i % 3];
    const int* above = rows[(i + 2) % 3];
    const int* above2 = rows[(i + 1) % 3];
    const char32_t c = typed_[static_cast<size_t>(i - 1)];
    const auto& replacing = kReplacing[letter_of(c)];
    const int left_out = leaving_out_[static_cast<size_t>(i - 1)];
    const int begin = std::max(1, i - behind);
    const int end = std::min(m, i + ahead);
    row[begin - 1] = i <= behind ? above[0] + left_out : kFar;
    int least = row[begin - 1];
    for (int k = begin; k <= end; ++k) {
      const char32_t d = meant.characters[k - 1];
      const int other = c == d ? 0 : replacing[meant.kinds[k - 1]];
      int cost =
          std::min(std::min(above[k] + left_out, row[k - 1] + meant.put_in[k - 1]), above[k - 1] + other);
      if (i > 1 && k > 1 && c == meant.characters[k - 2] && c != d && typed_[static_cast<size_t>(i - 2)] == d)
        cost = std::min(cost, above2[k - 2] + kTransposed);
      row[k] = cost;
      least = std::min(least, cost);
    }
    row[end + 1] = kFar;
    if (std::min(least + rest[i], least_above + rest[i - 1]) > left) return limit + 1;
    least_above = least;
  }
  return std::min(rows[n % 3][m] + first, limit + 1);
}

int EditCost::to(std::string_view meant, int limit) const {
  const bool plain = is_ascii(meant);
  const std::u32string stripped = plain ? std::u32string() : code_points(strip_accents(meant));
  const size_t size = plain ? meant.size() : stripped.size();
  if (typed_.empty() && size == 0) return 0;
  if (typed_.empty() || size == 0 || std::max(typed_.size(), size) > kLongestWord) return limit + 1;
  return cost_to(plain ? Meant(meant) : Meant(std::u32string_view(stripped)), limit);
}

}  // namespace signpost
