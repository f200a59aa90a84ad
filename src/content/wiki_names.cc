// wiki_names.cc - the names that notes are linked by: without folders, ending and case.
// Tested by tests/unit/content/wiki_names_test.cc.
#include "content/wiki_names.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "base/ascii.h"
#include "content/markdown_names.h"

namespace signpost {

std::string wiki_path(std::string_view path) {
  path = without_markdown_ending(path);
  if (is_ascii(path)) return lower_case(path);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(path);
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(path.data(), static_cast<int32_t>(path.size())));
  text = nfc->normalize(text.foldCase(), status);
  std::string folded;
  text.toUTF8String(folded);
  return folded;
}

std::string wiki_name(std::string_view path) { return wiki_path(path.substr(path.find_last_of('/') + 1)); }

}  // namespace signpost
