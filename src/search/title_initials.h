// title_initials.h - the initials of the words of titles and headings, in which abbreviations are looked for.
// Tested by tests/unit/search/title_initials_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "index/suggest_index.h"

namespace signpost {

// Built once for a generation; safe to use from many threads.
class TitleInitials {
 public:
  explicit TitleInitials(const SuggestIndex& titles);

  // Calls use(point) for the points of the range, ascending, from which on words may begin with the letters
  // of the ASCII abbreviation, until it returns false. What has other initials is passed over; digits, which
  // stand for a number's name, and what is behind the fourth character say nothing.
  template <typename Use>
  void each(SuggestIndex::Range range, std::string_view abbreviation, Use use) const {
    const Wanted wanted = wanted_of(abbreviation);
    for (uint32_t point = range.begin; point < range.end; ++point) {
      if (((initials_[point] ^ wanted.initials) & wanted.mask) == 0 && !use(point)) return;
    }
  }

 private:
  struct Wanted {
    uint32_t initials = 0;
    uint32_t mask = 0;  // the bytes that count
  };
  static Wanted wanted_of(std::string_view abbreviation);

  std::vector<uint32_t> initials_;  // by point; a byte of each of the first four words from there on
};

}  // namespace signpost
