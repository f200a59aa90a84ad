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

  // No more than to() with the same limit, by the letters that only one of the two words has: from
  // letter_set() (word_list.h) of either.
  static int least(uint32_t typed_letters, uint32_t meant_letters, int limit);

 private:
  struct Meant;
  int cost_to(const Meant& meant, int limit) const;

  std::u32string typed_;                         // without accents
  uint32_t letters_ = 0;                         // a to z, and one bit for all others
  std::array<int, kLongestWord> leaving_out_{};  // by letter of typed_
};

}  // namespace signpost
