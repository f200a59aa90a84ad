// card_image_test.cc - cards as whoever shows them reads them: the pixels of the PNG, unpacked by zlib.
#include "indexer/card_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "index/card_picture.h"
#include "tests/unit/index/png_pixels.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

// The fonts of two of Debian's packages, whatever else this machine has.
class FontsOfDebian : public ::testing::Environment {
 public:
  void SetUp() override {
    folder_.write("fonts.conf",
                  "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir>"
                  "<dir>/usr/share/fonts/opentype/noto</dir><cachedir>/var/cache/fontconfig</cachedir>"
                  "<cachedir>" +
                      folder_.path("cache") + "</cachedir></fontconfig>");
    ::setenv("FONTCONFIG_FILE", folder_.path("fonts.conf").c_str(), 1);
  }

 private:
  TemporaryFolder folder_;
};
const auto* const kFontsOfDebian = ::testing::AddGlobalTestEnvironment(new FontsOfDebian);

struct Pixels {
  std::vector<uint8_t> of_text;  // row by row, 0 nothing to 3 all
  std::string palette;

  int at(size_t x, size_t y) const { return of_text[y * kCardWidth + x]; }
  // Of the rows and columns that have any text: the first and the one behind the last.
  struct Box {
    size_t left = kCardWidth, top = kCardHeight, right = 0, bottom = 0;
  };
  Box box(size_t first_row, size_t last_row) const {
    Box box;
    for (size_t y = first_row; y < last_row; ++y) {
      for (size_t x = 0; x < kCardWidth; ++x) {
        if (at(x, y) == 0) continue;
        box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1),
               std::max(box.bottom, y + 1)};
      }
    }
    return box;
  }
};

Pixels unpack(const DrawnCard& card) {
  testing::PngPixels png = testing::read_png(card_png(card.packed));
  return {std::move(png.shades), std::move(png.palette)};
}

CardText card(const std::string& title, const std::string& lang = "en") {
  return {.title = title, .site = "Example Help", .lang = lang, .color = "#2457d6"};
}

std::string repeated(const std::string& text, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += text;
  return all;
}

constexpr size_t kMargin = 80;
constexpr size_t kOverhang = 40;      // of stacked marks, beside the last letter of a line
constexpr size_t kTitleBottom = 484;  // the line above the site's name comes behind it

TEST(CardImage, HasTitleAndSiteOnTheBrandsColour) {
  const DrawnCard drawn = draw_card(card("Install the app"));
  ASSERT_NE(drawn.packed, "");
  const Pixels pixels = unpack(drawn);
  EXPECT_EQ(pixels.palette.substr(0, 3), "\x24\x57\xd6");
  EXPECT_EQ(pixels.palette.substr(9, 3), "\xff\xff\xff");
  const auto title = pixels.box(0, kTitleBottom);
  EXPECT_GT(title.right - title.left, 300U);
  const auto site = pixels.box(kTitleBottom, kCardHeight);
  EXPECT_GT(site.right - site.left, 100U);
  EXPECT_LT(site.bottom, kCardHeight - 40);
  // Black where that stands out more.
  CardText yellow = card("Install the app");
  yellow.color = "#ff0";
  EXPECT_EQ(unpack(draw_card(yellow)).palette.substr(9, 3), std::string(3, '\0'));
}

TEST(CardImage, IsTheSameForTheSameText) {
  for (const char* lang : {"en", "ko", "ja", "ar", "zh-Hant"})
    EXPECT_EQ(draw_card(card("앱 アプリ app تطبيق", lang)), draw_card(card("앱 アプリ app تطبيق", lang)))
        << lang;
  EXPECT_NE(draw_card(card("Install")), draw_card(card("Instal1")));
}

// The fonts of the languages of the interface are among the packages; a letter that none has leaves a gap.
TEST(CardImage, DrawsKoreanAndJapaneseAndHowEachWritesAHan) {
  for (const char* title : {"데스크톱 앱을 설치하는 방법", "デスクトップアプリをインストールする"}) {
    const DrawnCard drawn = draw_card(card(title, "ja"));
    ASSERT_NE(drawn.packed, "") << title;
    const auto box = unpack(drawn).box(0, kTitleBottom);
    EXPECT_GT(box.right - box.left, 600U) << title;
  }
  EXPECT_NE(draw_card(card("骨直", "ja")), draw_card(card("骨直", "zh-CN")));
}

TEST(CardImage, WhatRunsFromRightToLeftStandsAtTheRight) {
  const DrawnCard drawn = draw_card(card("تطبيق", "ar"));
  ASSERT_NE(drawn.packed, "");
  const auto arabic = unpack(drawn).box(0, kTitleBottom);
  EXPECT_GT(arabic.left, kCardWidth / 2);
  EXPECT_NEAR(static_cast<double>(arabic.right), kCardWidth - 84, 12);
  const auto site = unpack(drawn).box(kTitleBottom, kCardHeight);
  EXPECT_GT(site.left, kCardWidth / 2);
}

TEST(CardImage, ALongTitleShrinksAndNothingIsCutOff) {
  const std::string zalgo = repeated("Z" + repeated("\u0301\u0323\u0330", 40), 60);
  for (const std::string& title :
       {repeated("word ", 2'000), repeated("W", 10'000), repeated("가나다라마", 400),
        repeated("日本語", 1'000), zalgo, repeated("\u202E\u2066evil", 500), repeated("fi ", 90),
        repeated("👨‍👩‍👧‍👦x", 300)}) {
    for (const char* lang : {"en", "ko", "ja", "ar"}) {
      const DrawnCard drawn = draw_card(card(title, lang));
      ASSERT_NE(drawn.packed, "") << title.substr(0, 40);
      EXPECT_LE(drawn.packed.size(), kMaxCardBytes);
      const auto box = unpack(drawn).box(0, kTitleBottom + 6);
      EXPECT_GE(box.left, kMargin - kOverhang) << title.substr(0, 40) << lang;
      EXPECT_LE(box.right, kCardWidth - kMargin + kOverhang) << title.substr(0, 40) << lang;
      EXPECT_GE(box.top, 40U) << title.substr(0, 40) << lang;
      EXPECT_LE(box.bottom, kTitleBottom) << title.substr(0, 40) << lang;
    }
  }
  CardText long_site = card("Title");
  long_site.site = repeated("Name ", 500);
  EXPECT_LE(unpack(draw_card(long_site)).box(kTitleBottom, kCardHeight).right, kCardWidth - kMargin + 8);
}

TEST(CardImage, WhatNoFontHasIsLeftOut) {
  EXPECT_EQ(draw_card(card("")), (DrawnCard{"", ""}));
  EXPECT_EQ(draw_card(card(" \n\t")), (DrawnCard{"", ""}));
  EXPECT_EQ(draw_card(card("\U000F0000\U0010FFFD")), (DrawnCard{"", ""}));
  EXPECT_EQ(draw_card(card("\U000E0000Install\U000F0000")), draw_card(card("Install")));
  // A sign of the disc of Phaistos, with its spaces.
  EXPECT_EQ(draw_card(card("\U000101D0 Install \U000101D1 it \U000101D2")).packed,
            draw_card(card("Install it ")).packed);
  EXPECT_EQ(draw_card(card("Install\xFF\xFE")), draw_card(card("Install")));
  EXPECT_EQ(draw_card(card("In\u202Estall")), draw_card(card("Install")));
}

// Never with boxes, nor with a hole where a letter was: neither in the title nor in the site's name.
TEST(CardImage, ForWantOfALetterThereIsNone) {
  const std::string nobodys = "\U00012000\U00012001";  // cuneiform
  const DrawnCard want{.packed = "", .lacks_font = "fonts-noto-core"};
  EXPECT_EQ(draw_card(card("Install " + nobodys)), want);
  CardText site = card("Install");
  site.site += nobodys;
  EXPECT_EQ(draw_card(site), want);
  EXPECT_EQ(draw_card(card("\U0003134A\U000323AF", "ja")).lacks_font, "fonts-noto-cjk");
}

}  // namespace
}  // namespace signpost
