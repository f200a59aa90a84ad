// palette_png.h - a picture of four colours as PNG: two bits a pixel, which takes a fraction of the room and
// the time that a library's full colours take. Tested by tests/unit/indexer/card_image_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace signpost {

using Rgb = std::array<uint8_t, 3>;

// How much of each pixel is covered, 0 to 255; pixels of a row lie side by side, rows `stride` bytes apart.
struct Coverage {
  const uint8_t* bytes = nullptr;
  uint32_t width = 0;  // divisible by four
  uint32_t height = 0;
  uint32_t stride = 0;
};

// The first colour where nothing is covered, the last where all is. The same bytes for the same picture
// (https://www.w3.org/TR/png-3/). Throws Error{internal}.
std::string encode_png(const Coverage& picture, const std::array<Rgb, 4>& palette);

}  // namespace signpost
