// masked_text.h - what people write in passing and never meant to leave: addresses, numbers, secrets, out of
// a text before anything of it is kept. Tested by tests/unit/feedback/masked_text_test.cc.
//
// Full-width letters and digits count as those of ASCII, as Japanese keyboards write them. In doubt a number
// is masked: a lost figure costs a writer little, a kept one somebody's trust. Versions, dates, times, ports,
// IP addresses, and numbers of less than nine digits without a telephone's shape stay.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

struct MaskedText {
  std::string
      text;  // with "[e-mail]", "[phone]", "[card]", "[account]", "[number]" or "[key]" in their places
  size_t masked = 0;  // how many places
};

// Takes time in proportion to the text.
MaskedText mask_personal(std::string_view text);

}  // namespace signpost
