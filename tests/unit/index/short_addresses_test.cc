#include "index/short_addresses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "base/error.h"
#include "base/file_io.h"
#include "base/fnv1a.h"
#include "index/schema.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ShortAddress wanted(const std::string& id, uint32_t document, const std::string& anchor = "") {
  return {.article = short_article(id),
          .place = anchor.empty() ? 0 : short_section("en", fnv1a(anchor)),
          .code = 0,
          .document = document};
}

std::map<std::pair<uint64_t, uint64_t>, uint32_t> codes(const std::vector<ShortAddress>& all) {
  std::map<std::pair<uint64_t, uint64_t>, uint32_t> codes;
  for (const ShortAddress& one : all) codes[{one.article, one.place}] = one.code;
  return codes;
}

TEST(ShortAddresses, ACodeIsSixCharactersThatPeopleCanType) {
  EXPECT_EQ(short_code(0), "000000");
  EXPECT_EQ(short_code((1U << 30) - 1), "zzzzzz");
  EXPECT_EQ(parse_short_code("zzzzzz"), (1U << 30) - 1);
  for (const uint32_t code : {1U, 31U, 32U, 123'456'789U})
    EXPECT_EQ(parse_short_code(short_code(code)), code);
  EXPECT_EQ(parse_short_code("OIL0AB"), parse_short_code("0110ab"));
  for (const char* text : {"", "00000", "0000000", "00000u", "00000-", "00000\xEA"})
    EXPECT_EQ(parse_short_code(text), std::nullopt) << text;
  EXPECT_EQ(parse_short_code(std::string("00000\0", 6)), std::nullopt);
}

TEST(ShortAddresses, AreTheSameInAnyOrder) {
  std::vector<ShortAddress> all = {wanted("install", 1), wanted("install", 1, "steps"), wanted("refunds", 2)};
  const std::vector<ShortAddress> first = settle_short_addresses(all, {});
  ASSERT_THAT(first, SizeIs(3));
  EXPECT_TRUE(std::is_sorted(first.begin(), first.end(),
                             [](const auto& a, const auto& b) { return a.code < b.code; }));
  std::reverse(all.begin(), all.end());
  EXPECT_EQ(settle_short_addresses(all, {}), first);
  EXPECT_EQ(settle_short_addresses(all, first), first);
  const ShortAddresses addresses(first);
  const auto code = parse_short_code(addresses.code_of(short_article("refunds"), 0));
  ASSERT_TRUE(code);
  EXPECT_EQ(addresses.find(*code)->document, 2U);
  EXPECT_EQ(addresses.code_of(short_article("none"), 0), "");
  EXPECT_EQ(addresses.find(*code + 1), nullptr);
}

// With eight bits nearly every code is wanted by several.
TEST(ShortAddresses, ACollisionMovesNothingThatWasGivenOut) {
  constexpr int kBits = 8;
  std::mt19937 random(7);
  std::vector<ShortAddress> before;
  std::vector<ShortAddress> here;
  for (int round = 0; round < 60; ++round) {
    const std::string id = "a" + std::to_string(random() % 1000);
    if (round % 5 == 4) {
      here.erase(here.begin() + static_cast<ptrdiff_t>(random() % here.size()));
    } else {
      here.push_back(wanted(id, 1));
      here.push_back(wanted(id, 1, "s"));
    }
    const std::vector<ShortAddress> after = settle_short_addresses(here, before, kBits);
    const auto now = codes(after);
    for (const auto& [place, code] : codes(before)) EXPECT_EQ(now.at(place), code);
    std::set<uint32_t> distinct;
    for (const ShortAddress& one : after) EXPECT_TRUE(distinct.insert(one.code).second);
    const ShortAddresses addresses(after, kBits);
    for (const ShortAddress& one : after)
      EXPECT_EQ(addresses.code_of(one.article, one.place), short_code(one.code));
    before = after;
  }
  EXPECT_GT(before.size(), 50U);
}

TEST(ShortAddresses, WhatIsGoneLeadsToItsArticleOrIsKnownToBeGone) {
  const std::vector<ShortAddress> before =
      settle_short_addresses({wanted("install", 1), wanted("install", 1, "steps"), wanted("refunds", 2),
                              wanted("refunds", 2, "how")},
                             {});
  const std::vector<ShortAddress> after = settle_short_addresses({wanted("install", 1)}, before);
  ASSERT_THAT(after, SizeIs(4));
  for (const ShortAddress& one : after)
    EXPECT_EQ(one.document, one.article == short_article("install") ? 1U : 0U);
  // And comes back where it was.
  EXPECT_EQ(codes(settle_short_addresses({wanted("refunds", 1)}, after)), codes(before));
}

TEST(ShortAddresses, ThereAreNeverTooMany) {
  std::vector<ShortAddress> all;
  for (int i = 0; i < 50; ++i) {
    all.push_back(wanted("a" + std::to_string(i), 1));
    all.push_back(wanted("a" + std::to_string(i), 1, "s"));
  }
  const std::vector<ShortAddress> some = settle_short_addresses(all, {}, kShortCodeBits, 60);
  EXPECT_THAT(some, SizeIs(60));
  EXPECT_EQ(std::count_if(some.begin(), some.end(), [](const auto& one) { return one.place == 0; }), 50);
  EXPECT_THAT(settle_short_addresses({wanted("b", 1)}, some, kShortCodeBits, 60), SizeIs(60 / 4 + 1));
}

TEST(ShortAddresses, AFileThatNobodyOfOursWroteIsRefused) {
  const TemporaryFolder folder;
  EXPECT_THAT(load_short_addresses(folder.path()).all(), IsEmpty());
  const std::vector<ShortAddress> all = {{.article = 1, .place = 2, .code = 3, .document = 4},
                                         {.article = 1, .place = 0, .code = 9, .document = 4}};
  write_short_addresses(folder.path(), ShortAddresses(all));
  EXPECT_EQ(load_short_addresses(folder.path()).all(), all);
  const auto failure = [&](const std::vector<ShortAddress>& wrong) {
    write_short_addresses(folder.path(), ShortAddresses(wrong));
    try {
      load_short_addresses(folder.path());
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_THAT(failure({all[1], all[0]}), HasSubstr("short.bin has codes in the wrong order"));
  EXPECT_THAT(failure({all[0], all[0]}), HasSubstr("wrong order"));
  EXPECT_THAT(failure({{.article = 1, .place = 0, .code = 1U << 30, .document = 1}}), HasSubstr("order"));
  folder.write(files::kShort, "x");
  EXPECT_THROW(load_short_addresses(folder.path()), Error);
}

}  // namespace
}  // namespace signpost
