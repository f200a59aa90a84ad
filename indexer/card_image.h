// card_image.h - the picture by which other sites announce an article that somebody links to (Open Graph):
// its title and the help centre's name on the brand's colour. Tested by
// tests/unit/indexer/card_image_test.cc.
#pragma once

#include <string>

namespace signpost {

inline constexpr size_t kMaxCardBytes = 64 << 10;

struct CardText {
  std::string title;
  std::string site;
  std::string lang;   // of both; decides which fonts and which direction
  std::string color;  // "#2457d6"; any other form is that
};

struct DrawnCard {
  std::string packed;      // of pack_card(), at most kMaxCardBytes; "" for none
  std::string lacks_font;  // why there is none: of letters for which Debian has this package; "" otherwise
  bool operator==(const DrawnCard&) const = default;
};

// The same for the same text, fonts and libraries. The title shrinks with its length and ends in "…" where it
// is still too long. A sign that no font has, such as an emoji, is left out; for want of a letter there is no
// picture, and neither is there where nothing is left of the title. A long or odd title takes no longer than
// an ordinary one. Any UTF-8 will do. Starts threads (Pango's): REQUIRES a process that won't fork.
DrawnCard draw_card(const CardText& text);

}  // namespace signpost
