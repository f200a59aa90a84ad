// post_origin.cc - see post_origin.h.
#include "content/post_origin.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/dates.h"
#include "content/url_policy.h"

namespace signpost {
namespace {

struct OriginRow {
  enum Type : uint8_t { text, url, day };

  std::string_view key;
  std::string PostOrigin::*member;
  Type type;
};
constexpr OriginRow kOrigin[] = {{"source", &PostOrigin::url, OriginRow::url},
                                 {"author_url", &PostOrigin::author_url, OriginRow::url},
                                 {"license", &PostOrigin::license, OriginRow::text},
                                 {"license_url", &PostOrigin::license_url, OriginRow::url},
                                 {"closed", &PostOrigin::closed, OriginRow::day}};

bool is_web_address(const std::string& text) {
  const Url url = check_url(text, Trust::stranger, UrlUse::link);
  const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
  return url.kind == UrlKind::external && url.text == text && has_scheme &&
         text.find_first_of(" \"<>\\") == std::string::npos;
}

}  // namespace

bool is_origin_key(std::string_view key) {
  return std::any_of(std::begin(kOrigin), std::end(kOrigin),
                     [&](const OriginRow& row) { return row.key == key; });
}

void read_origin(std::string_view key, std::string text, PostOrigin& origin) {
  for (const OriginRow& row : kOrigin) {
    if (row.key != key) continue;
    if (row.type == OriginRow::url && !is_web_address(text)) return;
    if (row.type == OriginRow::day) text = parse_date(text).value_or("");
    origin.*row.member = std::move(text);
  }
}

}  // namespace signpost
