// url_policy.h - which URLs may stand in a page, and how they are written there.
// Tested by tests/unit/content/url_policy_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Who wrote the text: the company itself, or a visitor.
enum class Trust { company, stranger };

enum class UrlUse { link, image };

enum class UrlKind {
  blocked,   // must not be followed or loaded
  external,  // http:, https: or //host
  contact,   // mailto:, tel:
  fragment,  // "#id" of the same page
  path,      // "/a/b", a path of this site
  relative,  // relative to the file that has it
  data,      // data: of a picture
};

struct Url {
  UrlKind kind = UrlKind::blocked;
  std::string text;  // without what a browser ignores: surrounding space, tabs, line ends
};

// Judges a URL as browsers read it. `url` has its character references decoded already. Anything before a
// ':' that isn't an allowed scheme blocks it, however it is spelled.
Url check_url(std::string_view url, Trust trust, UrlUse use);

// Appends `url` as the value of a double-quoted attribute: percent-encoded where a URL needs it, then
// escaped.
void append_url_attribute(std::string& html, std::string_view url);

}  // namespace signpost
