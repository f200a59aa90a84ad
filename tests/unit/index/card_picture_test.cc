// card_picture_test.cc - pictures as whoever shows them reads them: the pixels of the PNG, unpacked by zlib.
#include "index/card_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "base/error.h"
#include "tests/unit/index/png_pixels.h"

namespace signpost {
namespace {

using testing::PngPixels;

constexpr Rgb kGround = {0x24, 0x57, 0xd6};
constexpr Rgb kLetters = {0xff, 0xff, 0xff};

std::string packed_of(const std::vector<uint8_t>& pixels) {
  return pack_card({.bytes = pixels.data(), .stride = kCardWidth}, kGround, kLetters);
}

TEST(CardPicture, HasEachPixelInTheNearestOfFourShades) {
  std::vector<uint8_t> pixels(size_t{kCardWidth} * kCardHeight);
  for (size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<uint8_t>(i * 7 / 3);
  const PngPixels png = testing::read_png(card_png(packed_of(pixels)));
  ASSERT_EQ(png.shades.size(), pixels.size());
  EXPECT_EQ(png.palette, std::string("\x24\x57\xd6\x6d\x8f\xe4\xb6\xc7\xf1\xff\xff\xff"));
  for (size_t i = 0; i < pixels.size(); ++i) {
    const int want = pixels[i] < 43 ? 0 : pixels[i] < 128 ? 1 : pixels[i] < 213 ? 2 : 3;
    ASSERT_EQ(png.shades[i], want) << i << ": " << int{pixels[i]};
  }
}

TEST(CardPicture, IsTheSameForTheSamePixels) {
  const std::vector<uint8_t> pixels(size_t{kCardWidth} * kCardHeight, 200);
  EXPECT_EQ(packed_of(pixels), packed_of(pixels));
  EXPECT_LT(packed_of(pixels).size(), 100U);
}

TEST(CardPicture, WhatIsDamagedIsNoPicture) {
  const std::string whole = packed_of(std::vector<uint8_t>(size_t{kCardWidth} * kCardHeight, 9));
  EXPECT_NO_THROW(check_card(whole));
  for (const std::string& damaged :
       {std::string(), whole.substr(0, 5), whole.substr(0, 6), whole.substr(0, whole.size() - 1),
        std::string("abcdef"), "abcdef" + whole}) {
    EXPECT_THROW(card_png(damaged), Error) << damaged.size();
    EXPECT_THROW(check_card(damaged), Error) << damaged.size();
  }
}

}  // namespace
}  // namespace signpost
