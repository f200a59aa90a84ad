// text_direction_test.cc - languages that are written from right to left, by themselves or by their script.
#include "content/text_direction.h"

#include <gtest/gtest.h>

#include <utility>

namespace signpost {
namespace {

TEST(TextDirection, FollowsTheScript) {
  const std::pair<const char*, const char*> cases[] = {
      {"ar", "rtl"},    {"he", "rtl"},      {"fa", "rtl"},         {"ur", "rtl"},      {"yi", "rtl"},
      {"ps", "rtl"},    {"sd", "rtl"},      {"ug", "rtl"},         {"dv", "rtl"},      {"ckb", "rtl"},
      {"ar-EG", "rtl"}, {"fa-AF", "rtl"},   {"iw", "rtl"},         {"en", "ltr"},      {"ko", "ltr"},
      {"ja", "ltr"},    {"zh-TW", "ltr"},   {"tr", "ltr"},         {"uz", "ltr"},      {"uz-Arab", "rtl"},
      {"pa", "ltr"},    {"pa-Arab", "rtl"}, {"az-Arab", "rtl"},    {"ar-Latn", "ltr"}, {"az", "ltr"},
      {"zz", "ltr"},    {"", "ltr"},        {"hello world", "ltr"}};
  for (const auto& [lang, want] : cases) EXPECT_EQ(text_direction(lang), want) << lang;
}

}  // namespace
}  // namespace signpost
