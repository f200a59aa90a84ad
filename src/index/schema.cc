// schema.cc - days, paths and terms as schema.h says that they are written.
#include "index/schema.h"

#include "base/percent.h"
#include "index/unicode_fold.h"

namespace signpost {

std::string home_url(std::string_view default_language, std::string_view lang) {
  return lang == default_language ? "/" : "/" + percent_encode(lang) + "/";
}

std::string store_path(const std::string& segment_dir, uint32_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  return segment_dir + "/" + files::kStorePrefix + digits;
}

std::string id_term(std::string_view lang, std::string_view id) {
  return boolean_term(kIdPrefix, std::string(lang) + ":" + std::string(id));
}

std::string boolean_term(std::string_view term_prefix, std::string_view value) {
  constexpr size_t kMaxTermBytes = 240;
  std::string term = std::string(term_prefix) + fold_case(value);
  if (term.size() > kMaxTermBytes) term.resize(kMaxTermBytes);
  return term;
}

std::string page_path(Kind kind, std::string_view lang, std::string_view id) {
  const std::string folder = kind == Kind::community ? "/community/" : "/" + std::string(lang) + "/articles/";
  return folder + percent_encode(id);
}

}  // namespace signpost
