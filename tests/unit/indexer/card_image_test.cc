// card_image_test.cc - cards as whoever shows them reads them: the pixels of the PNG, unpacked by zlib.
#include "indexer/card_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/palette_png.h"

namespace signpost {
namespace {

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

uint32_t u32(std::string_view bytes) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<uint8_t>(bytes[i]);
  return value;
}

Pixels unpack(const std::string& png) {
  Pixels pixels;
  EXPECT_EQ(png.substr(0, 8), std::string("\x89PNG\r\n\x1a\n", 8));
  std::string data;
  for (size_t at = 8; at < png.size();) {
    const uint32_t size = u32(png.substr(at));
    const std::string type = png.substr(at + 4, 4);
    const std::string chunk = png.substr(at + 8, size);
    const std::string summed = png.substr(at + 4, 4 + size);
    EXPECT_EQ(u32(png.substr(at + 8 + size)),
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
  for (size_t y = 0; y < kCardHeight; ++y) {
    const size_t row = y * (kCardWidth / 4 + 1);
    EXPECT_EQ(rows[row], 0);
    for (size_t x = 0; x < kCardWidth; ++x)
      pixels.of_text.push_back(static_cast<uint8_t>(rows[row + 1 + x / 4]) >> (6 - 2 * (x % 4)) & 3);
  }
  return pixels;
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
  const auto png = draw_card(card("Install the app"));
  ASSERT_TRUE(png);
  const Pixels pixels = unpack(*png);
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
  EXPECT_EQ(unpack(*draw_card(yellow)).palette.substr(9, 3), std::string(3, '\0'));
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
    const auto png = draw_card(card(title, "ja"));
    ASSERT_TRUE(png) << title;
    const auto box = unpack(*png).box(0, kTitleBottom);
    EXPECT_GT(box.right - box.left, 600U) << title;
  }
  EXPECT_NE(draw_card(card("骨直", "ja")), draw_card(card("骨直", "zh-CN")));
}

TEST(CardImage, WhatRunsFromRightToLeftStandsAtTheRight) {
  const auto png = draw_card(card("تطبيق", "ar"));
  ASSERT_TRUE(png);
  const auto arabic = unpack(*png).box(0, kTitleBottom);
  EXPECT_GT(arabic.left, kCardWidth / 2);
  EXPECT_NEAR(static_cast<double>(arabic.right), kCardWidth - 84, 12);
  const auto site = unpack(*png).box(kTitleBottom, kCardHeight);
  EXPECT_GT(site.left, kCardWidth / 2);
}

TEST(CardImage, ALongTitleShrinksAndNothingIsCutOff) {
  const std::string zalgo = repeated("Z" + repeated("\u0301\u0323\u0330", 40), 60);
  for (const std::string& title :
       {repeated("word ", 2'000), repeated("W", 10'000), repeated("가나다라마", 400),
        repeated("日本語", 1'000), zalgo, repeated("\u202E\u2066evil", 500), repeated("fi ", 90),
        repeated("👨‍👩‍👧‍👦x", 300)}) {
    for (const char* lang : {"en", "ko", "ja", "ar"}) {
      const auto png = draw_card(card(title, lang));
      ASSERT_TRUE(png) << title.substr(0, 40);
      EXPECT_LE(png->size(), kMaxCardBytes);
      const auto box = unpack(*png).box(0, kTitleBottom + 6);
      EXPECT_GE(box.left, kMargin - kOverhang) << title.substr(0, 40) << lang;
      EXPECT_LE(box.right, kCardWidth - kMargin + kOverhang) << title.substr(0, 40) << lang;
      EXPECT_GE(box.top, 40U) << title.substr(0, 40) << lang;
      EXPECT_LE(box.bottom, kTitleBottom) << title.substr(0, 40) << lang;
    }
  }
  CardText long_site = card("Title");
  long_site.site = repeated("Name ", 500);
  EXPECT_LE(unpack(*draw_card(long_site)).box(kTitleBottom, kCardHeight).right, kCardWidth - kMargin + 8);
}

TEST(CardImage, WhatNoFontHasIsLeftOut) {
  EXPECT_EQ(draw_card(card("")), std::nullopt);
  EXPECT_EQ(draw_card(card(" \n\t")), std::nullopt);
  EXPECT_EQ(draw_card(card("\U000F0000\U0010FFFD")), std::nullopt);
  EXPECT_EQ(draw_card(card("\U000E0000Install\U000F0000")), draw_card(card("Install")));
  EXPECT_EQ(draw_card(card("Install\xFF\xFE")), draw_card(card("Install")));
  EXPECT_EQ(draw_card(card("In\u202Estall")), draw_card(card("Install")));
}

}  // namespace
}  // namespace signpost
