// text_direction.cc - see text_direction.h.
#include "content/text_direction.h"

#include <unicode/uloc.h>

#include <string>

namespace signpost {

std::string_view text_direction(std::string_view lang) {
  const std::string code(lang);
  return uloc_isRightToLeft(code.c_str()) != 0 ? "rtl" : "ltr";
}

}  // namespace signpost
