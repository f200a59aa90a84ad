// brand_image.cc - the first bytes of each format; of SVG, all that may stand before its root element.
// Tested by tests/unit/indexer/brand_image_test.cc.
#include "indexer/brand_image.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

using namespace std::string_view_literals;

void skip_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

// Skips what begins with `open` and ends with `close`; false when it doesn't begin so, or doesn't end.
bool skip_markup(std::string_view& text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open)) return false;
  const size_t end = text.find(close, open.size());
  if (end == std::string_view::npos) return false;
  text.remove_prefix(end + close.size());
  skip_space(text);
  return true;
}

bool is_svg(std::string_view bytes) {
  if (first_invalid_utf8(bytes) != std::string_view::npos || bytes.find('\0') != std::string_view::npos)
    return false;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  skip_space(bytes);
  while (skip_markup(bytes, "<?", "?>") || skip_markup(bytes, "<!--", "-->")) {
  }
  if (bytes.starts_with("<!DOCTYPE")) {
    if (bytes.substr(0, bytes.find('>')).find('[') != std::string_view::npos) return false;
    skip_markup(bytes, "<!DOCTYPE", ">");
    while (skip_markup(bytes, "<!--", "-->")) {
    }
  }
  return bytes.starts_with("<svg") && bytes.find_first_of(" \t\r\n/>", 4) == 4;
}

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }
bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }
bool is_gif(std::string_view bytes) { return bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a"); }
bool is_webp(std::string_view bytes) { return bytes.starts_with("RIFF") && bytes.find("WEBP") == 8; }
bool is_ico(std::string_view bytes) { return bytes.starts_with("\0\0\1\0"sv); }

// https://aomediacodec.github.io/av1-avif/#brands: among those of the first box, which is a small one.
bool is_avif(std::string_view bytes) {
  if (bytes.size() < 16 || bytes.find("ftyp") != 4) return false;
  const std::string_view brands = bytes.substr(8, 56);
  return brands.find("avif") != std::string_view::npos || brands.find("avis") != std::string_view::npos;
}

struct ImageType {
  std::string_view ending;
  bool (*is)(std::string_view bytes);
};

constexpr std::array<ImageType, 8> kImageTypes = {{{".svg", is_svg},
                                                   {".png", is_png},
                                                   {".jpg", is_jpeg},
                                                   {".jpeg", is_jpeg},
                                                   {".webp", is_webp},
                                                   {".gif", is_gif},
                                                   {".avif", is_avif},
                                                   {".ico", is_ico}}};

}  // namespace

std::string why_no_brand_image(std::string_view name, std::string_view bytes) {
  const std::string lower = lower_case(name);
  for (const ImageType& type : kImageTypes) {
    if (!lower.ends_with(type.ending)) continue;
    if (type.is(bytes)) return {};
    return "is not what its ending says: no " + std::string(type.ending.substr(1)) + " image";
  }
  return "is not an image that browsers show: svg, png, jpg, webp, gif, avif or ico";
}

}  // namespace signpost
