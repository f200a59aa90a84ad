// versions_test.cc - ranges of versions, what is in them, and the versions in a query.
#include "content/versions.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Versions, OnlyVersionsAndConditionsAreRanges) {
  for (const char* text :
       {"2", "2.x", "2.*", "v2", "3.1.2", ">= 3.1", ">=3.1", "> 2 < 4", ">2<4", "= 3", "<= v3.4", " 2.x "})
    EXPECT_TRUE(is_version_range(text)) << text;
  for (const char* text : {"", " ", "x", "*", ">=", "latest", "2.1 2.2", "2 < 3", "> 2 3", "2.", ".2", "2..1",
                           "2.x.1", "=> 3", "1234567890", "1.2.3.4.5.6.7.8.9", "2-beta", "v", "Windows 11"})
    EXPECT_FALSE(is_version_range(text)) << text;
}

TEST(Versions, AVersionIsAllThatBeginWithIt) {
  struct Case {
    std::vector<std::string> ranges;
    const char* version;
    bool want;
  };
  const Case cases[] = {
      {{}, "3", true},
      {{"2.x"}, "2", true},
      {{"2.x"}, "2.7.1", true},
      {{"2.x"}, "3", false},
      {{"2"}, "20", false},
      {{"2.1"}, "2.10", false},
      {{"2.1"}, "2", true},
      {{"3.0"}, "3", true},
      {{"3"}, "3.0.0", true},
      {{"3.1"}, "3.2", false},
      {{">= 3.1"}, "3.1", true},
      {{">= 3.1"}, "3", true},
      {{">= 3.1"}, "3.0", false},
      {{">= 3.1"}, "12", true},
      {{"> 3.1"}, "3.1.4", false},
      {{"> 3.1"}, "3.2", true},
      {{"< 3.1"}, "3.1", false},
      {{"< 3.1"}, "3.0.9", true},
      {{"< 3.1"}, "3", true},
      {{"<= 3.1"}, "3.1.9", true},
      {{"<= 3.1"}, "3.2", false},
      {{">= 2 < 4"}, "3.9", true},
      {{">= 2 < 4"}, "4.0", false},
      {{">= 4 < 2"}, "3", false},
      {{"1.x", "3.x"}, "3.2", true},
      {{"1.x", "3.x"}, "2", false},
      {{"v2"}, "v2.1", true},
      {{"= 2"}, "2.5", true},
      {{"2.x"}, ">= 2.5 < 3.1", true},
      {{"2.x"}, ">= 3", false},
      {{">= 3.1"}, "< 3.1", false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(applies(c.ranges, c.version), c.want)
        << (c.ranges.empty() ? "" : c.ranges[0]) << " " << c.version;
}

TEST(Versions, WhatTellsArticlesApart) {
  struct Case {
    std::vector<std::vector<std::string>> articles;
    std::vector<std::string> want;
  };
  const Case cases[] = {
      {{}, {}},
      {{{}, {}}, {}},
      {{{"2.x"}}, {}},
      {{{"2.x"}, {}}, {}},
      {{{"2.x"}, {"2"}}, {}},
      {{{"1.x", "3.x"}, {"3", "1"}}, {}},
      {{{"2.x"}, {"3.x"}}, {"3", "2"}},
      {{{"2.9"}, {"2.10"}}, {"2.10", "2.9"}},
      {{{"3"}, {"3.0"}}, {">= 3.1 < 4", "3.0"}},
      {{{">= 2 < 4"}, {"3.x"}}, {"3", "2"}},
      {{{"2.x"}, {}, {">= 3.1"}}, {">= 3.1", "2"}},
      {{{"< 3"}, {">= 3"}}, {">= 3", "< 3"}},
      {{{"<= 2"}, {"> 3.1"}}, {">= 3.2", "< 3"}},
      {{{">= 2"}, {">= 4"}}, {">= 4", ">= 2 < 4"}},
      {{{"1.x", "3.x"}, {"2.x"}}, {"3", "2", "1"}},
      {{{"1.x", "2.x"}, {"3.x"}}, {"3", ">= 1 < 3"}},
      {{{">= 4 < 2"}, {"3.x"}}, {}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(telling_versions(c.articles), c.want) << ::testing::PrintToString(c.articles);
}

TEST(Versions, LimitsOfARange) {
  const std::pair<const char*, std::pair<const char*, const char*>> cases[] = {
      {"3", {"3", "4"}},      {">= 3.1", {"3.1", ""}},      {"> 3.1", {"3.2", ""}},
      {"< 3.1", {"", "3.1"}}, {"<= v3.1.0", {"", "3.1.1"}}, {"> 2 < 4", {"3", "4"}},
  };
  for (const auto& [range, want] : cases) {
    EXPECT_EQ(limits_of(range).from, want.first) << range;
    EXPECT_EQ(limits_of(range).before, want.second) << range;
  }
}

// A question about an amount is about every version.
TEST(Versions, AmountsAreNone) {
  struct Case {
    const char* query;
    std::vector<std::string> want;
  };
  const Case cases[] = {
      {"why does it need 3.5 GB", {}},
      {"3.5gb of memory", {}},
      {"1.5 MB/s", {}},
      {"a 3.5-inch disk", {}},
      {"between 1.5 and 2.5 hours", {}},
      {"1.5-2.0 GB", {}},
      {"2.5–3.5 %", {}},
      {"takes 1.5 seconds", {}},
      {"costs $3.50", {}},
      {"is it € 12.99?", {}},
      {"12.99 € a month", {}},
      {"9.90 EUR", {}},
      {"grew by 3.5%", {}},
      {"3.5 percent", {}},
      {"on 1.5.2026", {}},
      {"since 2026.05.01", {}},
      {"behind 192.168.0.1", {}},
      {"3.5기가가 필요한가요", {}},
      {"3.5 GB를 쓰는 이유", {}},
      {"1.5초를 넘으면", {}},
      {"12.5달러인가요", {}},
      {"1.5시간 걸려요", {}},
      {"3.5퍼센트", {}},
      {"メモリは3.5GBですか", {}},
      {"1.5秒かかる", {}},
      {"1.5時間以上", {}},
      {"9.5ドルです", {}},
      {"3.5％", {}},
      // What only looks like one.
      {"install 3.5 in Docker", {"3.5"}},
      {"3.5 won't start", {"3.5"}},
      {"3.5 times out", {"3.5"}},
      {"from 2.5 to 3.1", {"2.5", "3.1"}},
      {"3.5 mac", {"3.5"}},
      {"3.5 on a Mac with 16.5 GB", {"3.5"}},
      {"3.5 초기화 방법", {"3.5"}},
      {"3.5 시도", {"3.5"}},
      {"3.5만 지원하나요", {"3.5"}},
      {"3.5에서 바뀐 것", {"3.5"}},
      {"3.5 프로그램", {"3.5"}},
      {"3.5日本語版", {"3.5"}},
      {"3.5の変更点", {"3.5"}},
      {"3.5時点の仕様", {"3.5"}},
      {"build 1.12.24", {"1.12.24"}},
      {"120.0.6099.109", {"120.0.6099.109"}},
      // Somebody who says that it is a version knows.
      {"version 2026.5.1", {"2026.5.1"}},
      {"v3.5 GB", {"3.5"}},
      {"version 1.2.3.4", {"1.2.3.4"}},
  };
  for (const Case& c : cases) EXPECT_EQ(versions_in(c.query), c.want) << c.query;
}

TEST(Versions, OfAQuery) {
  struct Case {
    const char* query;
    std::vector<std::string> want;
  };
  const Case cases[] = {
      {"install on 3.1", {"3.1"}},
      {"Install V2", {"2"}},
      {"v2.x or v3.0.1?", {"2.x", "3.0.1"}},
      {"what is new in version 4", {"4"}},
      {"3 versions later", {"3"}},
      {"버전 3에서 바뀐 것", {"3"}},
      {"3.2버전 설치", {"3.2"}},
      {"バージョン2の変更点", {"2"}},
      {"upgrade to 3.1.", {"3.1"}},
      {"10 seats", {}},
      {"error 404", {}},
      {"mp3 rev4 div2 a-1.2 1.5gb", {}},
      {"/v2/users", {}},
      {"", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(versions_in(c.query), c.want) << c.query;
}

}  // namespace
}  // namespace signpost
