// edit_cost.h - how far a word that was typed lies from one that may have been meant, by what goes wrong when
// people spell. Tested by tests/unit/search/edit_cost_test.cc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

inline constexpr size_t kLongestWord = 63;  // characters; what is longer is no word

// The edit distance with transpositions of neighbours (optimal string alignment: Boytsov 2011, section 2.2)
// in characters, or `limit` + 1 when it is greater.
int edit_distance(std::u32string_view a, std::u32string_view b, int limit);

inline constexpr int kEdit = 10;  // cost of one letter for quite another

// The same with edits that cost as little as they are likely: letters doubled or not, vowels, letters that
// sound alike or say nothing; in tenths of an edit. One word that was typed, beside many that may have been
// meant; all folded.
class EditCost {
 public:
  explicit EditCost(std::string_view typed);

  // Of making `meant` of it; `limit` + 1 when it is greater.
  int to(std::string_view meant, int limit) const;

  // No more than to() with the same limit, of one that is not empty, by its letter_set() (word_list.h) and
  // its first letter.
  int least(std::string_view meant, uint32_t meant_letters, int limit) const;

 private:
  struct Meant;
  int cost_to(const Meant& meant, int limit) const;
  void add_up_removing(uint32_t meant_letters, int (&rest)[kLongestWord + 1]) const;

  // All places of a letter, each left out or replaced by a vowel, by what sounds alike or by another.
  struct Removing {
    int by_vowel = 0;
    int by_alike = 0;
    int by_other = 0;
  };

  std::u32string typed_;                         // without accents
  uint32_t letters_ = 0;                         // a to z, and one bit for all others
  std::array<Removing, 27> removing_{};          // by bit of letters_
  std::array<int, kLongestWord> leaving_out_{};  // by letter of typed_
  int least_left_out_ = kEdit;                   // of those
};

}  // namespace signpost
