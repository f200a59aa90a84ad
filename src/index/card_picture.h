// card_picture.h - the picture of a card (indexer/card_image.h) as a document stores it, and as the PNG that
// the service makes of that: Zstandard takes three quarters of the room that deflating takes, and an eighth
// of its time. Tested by tests/unit/index/card_picture_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

inline constexpr uint32_t kCardWidth = 1200;  // pixels, as ogp.me's users crop least
inline constexpr uint32_t kCardHeight = 630;

using Rgb = std::array<uint8_t, 3>;

// How much of each of its pixels letters cover, 0 to 255; rows from the top, `stride` bytes apart.
struct CardCoverage {
  const uint8_t* bytes = nullptr;
  uint32_t stride = 0;
};

// The same bytes for the same picture and library.
std::string pack_card(const CardCoverage& picture, const Rgb& ground, const Rgb& letters);
// https://www.w3.org/TR/png-3/: two bits a pixel, four colours from `ground` to `letters`. Throws
// Error{corrupt} for what pack_card() has not made.
std::string card_png(std::string_view packed);
// Throws where card_png() would.
void check_card(std::string_view packed);

}  // namespace signpost
