// picture_set.cc - the attribute srcset: one picture in several sizes.
// Tested by tests/unit/content/picture_set_test.cc.
#include "content/picture_set.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f";

// "2x", "1.5x", "480w"; "" says the same as "1x".
bool is_descriptor(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() > 12 || (text.back() != 'x' && text.back() != 'w')) return false;
  text.remove_suffix(1);
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

// https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
std::string rewritten_picture_set(std::string_view srcset, LinkRewriter& links, Place place) {
  std::string out;
  while (true) {
    srcset.remove_prefix(std::min(srcset.find_first_not_of(" \t\r\n\f,"), srcset.size()));
    if (srcset.empty()) return out;
    std::string_view url = srcset.substr(0, srcset.find_first_of(kSpaces));
    srcset.remove_prefix(url.size());
    std::string_view descriptor;
    if (url.back() == ',') {
      while (url.back() == ',') url.remove_suffix(1);
    } else {
      descriptor = trimmed(srcset.substr(0, srcset.find(',')));
      srcset.remove_prefix(std::min(srcset.find(','), srcset.size()));
    }
    if (!is_descriptor(descriptor)) continue;
    const auto file = links.image(url, place);
    if (!file) continue;
    std::string address;
    append_url_attribute(address, *file);
    for (size_t comma = address.find(','); comma != std::string::npos; comma = address.find(',', comma))
      address.replace(comma, 1, "%2C");
    out += (out.empty() ? "" : ", ") + address;
    if (!descriptor.empty()) out += " " + std::string(descriptor);
  }
}

}  // namespace signpost
