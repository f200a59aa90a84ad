// query_text.cc - see query_text.h.
#include "insights/query_text.h"

#include "base/utf8.h"
#include "feedback/masked_text.h"
#include "index/unicode_fold.h"

namespace signpost {

std::string normalised_query(std::string_view text) {
  std::string valid(text);
  scrub_utf8(valid);
  const std::string folded = fold_case(mask_personal(valid).text);
  std::string out;
  out.reserve(folded.size());
  for (const char c : folded) {
    const bool is_space = static_cast<unsigned char>(c) <= ' ';
    if (!is_space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out.size() <= kMostQueryBytes ? out : std::string(kLongQuery);
}

}  // namespace signpost
