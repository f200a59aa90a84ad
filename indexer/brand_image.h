// brand_image.h - which files may be shown as the logo of a help centre: images by name and by content.
// Tested by tests/unit/indexer/brand_image_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

// A logo is on every page.
inline constexpr uint64_t kMaxBrandImageBytes = 1024 * 1024;

// Why the file can't be a logo, in words that go on from its name; "" when it can. SVG, PNG, JPEG, WebP, GIF,
// AVIF and ICO can, when the name's ending says the same as the first bytes. SVG in UTF-8 only, and without
// declarations of its own in a document type.
std::string why_no_brand_image(std::string_view name, std::string_view bytes);

}  // namespace signpost
