// title_initials.cc - four bytes for each place where a word of a title begins. The places of a letter are
// thousands, and their keys are all over the memory: four bytes in a row tell of nearly all that they are not
// meant.
#include "search/title_initials.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr size_t kInitials = 4;

uint32_t initials_of(std::string_view words) {
  uint32_t initials = 0;
  for (size_t i = 0, at = 0; i < kInitials && at < words.size(); ++i) {
    initials |= uint32_t{static_cast<uint8_t>(words[at])} << 8 * i;
    at = std::min(words.find(' ', at), words.size() - 1) + 1;
  }
  return initials;
}

}  // namespace

TitleInitials::TitleInitials(const SuggestIndex& titles) {
  initials_.reserve(titles.points());
  for (uint32_t point = 0; point < titles.points(); ++point)
    initials_.push_back(initials_of(titles.rest_of_key(point)));
}

TitleInitials::Wanted TitleInitials::wanted_of(std::string_view abbreviation) {
  Wanted wanted;
  for (size_t i = 0; i < std::min(kInitials, abbreviation.size()); ++i) {
    if (is_digit(abbreviation[i])) continue;
    wanted.initials |= uint32_t{static_cast<uint8_t>(abbreviation[i])} << 8 * i;
    wanted.mask |= 0xFFu << 8 * i;
  }
  return wanted;
}

}  // namespace signpost
