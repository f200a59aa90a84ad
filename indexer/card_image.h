// card_image.h - the picture by which other sites announce an article that somebody links to (Open Graph):
// its title and the help centre's name on the brand's colour. Tested by
// tests/unit/indexer/card_image_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace signpost {

inline constexpr uint32_t kCardWidth = 1200;  // pixels, as ogp.me's users crop least
inline constexpr uint32_t kCardHeight = 630;
inline constexpr size_t kMaxCardBytes = 64 << 10;

struct CardText {
  std::string title;
  std::string site;
  std::string lang;   // of both; decides which fonts and which direction
  std::string color;  // "#2457d6"; any other form is that
};

// A PNG of at most kMaxCardBytes, the same for the same text, fonts and libraries. The title shrinks with its
// length and ends in "…" where it is still too long; what no font has a letter for is left out. nullopt where
// nothing is left of it. A long or odd title takes no longer than an ordinary one. Any UTF-8 will do. Starts
// threads (Pango's): REQUIRES a process that won't fork.
std::optional<std::string> draw_card(const CardText& text);

}  // namespace signpost
