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
