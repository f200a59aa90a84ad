// png_pixels.h - reads the PNG of a card, for tests: believes nothing of what it says, and makes tests fail
// that break a rule of it.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/card_picture.h"

namespace signpost::testing {

struct PngPixels {
  std::vector<uint8_t> shades;  // row by row, 0 nothing of a letter to 3 all
  std::string palette;
};

inline uint32_t big_endian(std::string_view bytes) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<uint8_t>(bytes[i]);
  return value;
}

inline PngPixels read_png(const std::string& png) {
  PngPixels pixels;
  EXPECT_EQ(png.substr(0, 8), std::string("\x89PNG\r\n\x1a\n", 8));
  std::string data;
  for (size_t at = 8; at < png.size();) {
    const uint32_t size = big_endian(png.substr(at));
    const std::string type = png.substr(at + 4, 4);
    const std::string chunk = png.substr(at + 8, size);
    const std::string summed = png.substr(at + 4, 4 + size);
    EXPECT_EQ(big_endian(png.substr(at + 8 + size)),
              ::crc32(0, reinterpret_cast<const Bytef*>(summed.data()), static_cast<uInt>(summed.size())));
    if (type == "IHDR") {
      EXPECT_EQ(chunk, std::string("\0\0\x04\xB0\0\0\x02\x76\x02\x03\0\0\0", 13));
    }
    if (type == "PLTE") pixels.palette = chunk;
    if (type == "IDAT") data += chunk;
    at += 12 + size;
  }
  std::string rows((kCardWidth / 4 + 1) * kCardHeight, '\0');
  uLongf size = rows.size();
  EXPECT_EQ(::uncompress(reinterpret_cast<Bytef*>(rows.data()), &size,
                         reinterpret_cast<const Bytef*>(data.data()), data.size()),
            Z_OK);
  EXPECT_EQ(size, rows.size());
  pixels.shades.reserve(size_t{kCardWidth} * kCardHeight);
  for (size_t y = 0; y < kCardHeight; ++y) {
    const size_t row = y * (kCardWidth / 4 + 1);
    EXPECT_EQ(rows[row], 0);
    for (size_t x = 0; x < kCardWidth; ++x)
      pixels.shades.push_back(static_cast<uint8_t>(rows[row + 1 + x / 4]) >> (6 - 2 * (x % 4)) & 3);
  }
  return pixels;
}

}  // namespace signpost::testing
