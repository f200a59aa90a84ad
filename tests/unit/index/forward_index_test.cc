#include "index/forward_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/error.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

std::string build() {
  ForwardBuilder builder;
  builder.start_zone(Zone::title, 0, 0);
  builder.add_term(50, 1);
  builder.add_term(10, 0);
  builder.start_zone(Zone::body, 0, 10);
  builder.add_term(10, 300);
  builder.add_term(10, 12);
  builder.add_term(10, 12);  // the same place twice
  builder.add_exact(70'000'000, false);
  builder.add_exact(90'000'000, true);
  builder.add_checkpoint(10, 0);
  builder.add_checkpoint(74, 512);
  return builder.finish();
}

std::vector<uint32_t> positions(const ForwardView& view, uint32_t hash) {
  std::vector<uint32_t> out;
  view.positions(hash, out);
  return out;
}

TEST(ForwardIndex, GivesBackWhatWasAdded) {
  const std::string bytes = build();
  const ForwardView view(bytes);
  EXPECT_THAT(positions(view, 10), ElementsAre(0, 12, 300));
  EXPECT_THAT(positions(view, 50), ElementsAre(1));
  EXPECT_THAT(positions(view, 11), ElementsAre());
  std::vector<uint32_t> limited;
  EXPECT_TRUE(view.positions(10, limited, 2));
  EXPECT_THAT(limited, ElementsAre(0, 12));
}

// Terms are looked for where their hash says, so it must not matter how hashes are spread.
TEST(ForwardIndex, FindsTermsHoweverTheirHashesAreSpread) {
  std::mt19937 random(5);
  std::vector<std::vector<uint32_t>> spreads(4);
  for (uint32_t i = 0; i < 2000; ++i) {
    spreads[0].push_back(static_cast<uint32_t>(random()));
    spreads[1].push_back(i * 2);                                        // all low
    spreads[2].push_back(UINT32_MAX - i * 2);                           // all high
    spreads[3].push_back(i % 2 == 0 ? i * 2 : UINT32_MAX / 2 + i * 2);  // two heaps
  }
  for (const std::vector<uint32_t>& hashes : spreads) {
    const std::set<uint32_t> known(hashes.begin(), hashes.end());
    ForwardBuilder builder;
    builder.start_zone(Zone::body, 0, 0);
    for (const uint32_t hash : known) {
      builder.add_term(hash, hash % 1000);
      builder.add_exact(hash, hash % 3 == 0);
    }
    const std::string bytes = builder.finish();
    const ForwardView view(bytes);
    std::vector<uint32_t> asked = {0, 1, UINT32_MAX / 2, UINT32_MAX - 1, UINT32_MAX};
    for (const uint32_t hash : known) asked.insert(asked.end(), {hash - 1, hash, hash + 1});
    for (const uint32_t hash : asked) {
      const bool is_known = known.contains(hash);
      EXPECT_THAT(positions(view, hash),
                  is_known ? std::vector<uint32_t>{hash % 1000} : std::vector<uint32_t>());
      // Of the hash of a spelling 23 bits are kept.
      const auto first = known.lower_bound(hash & ~0x1FFu);
      const auto behind = known.upper_bound(hash | 0x1FFu);
      const bool prominent = std::any_of(first, behind, [](uint32_t h) { return h % 3 == 0; });
      EXPECT_EQ(view.exact(hash), first == behind ? ForwardView::Exact::no
                                  : prominent     ? ForwardView::Exact::prominent
                                                  : ForwardView::Exact::somewhere)
          << hash;
    }
  }
}

// Their positions take more than the 64 KB that a short offset can say.
TEST(ForwardIndex, FindsTheTermsOfALongDocument) {
  ForwardBuilder builder;
  builder.start_zone(Zone::body, 0, 0);
  constexpr uint32_t kTerms = 100;
  constexpr uint32_t kPlaces = 1000;
  for (uint32_t position = 0; position < kTerms * kPlaces; ++position)
    builder.add_term(position % kTerms * 40'000'000, 1000 * position);
  const std::string bytes = builder.finish();
  const ForwardView view(bytes);
  ASSERT_GT(bytes.size(), size_t{UINT16_MAX} + kTerms * 8);
  for (uint32_t term = 0; term < kTerms; ++term) {
    const std::vector<uint32_t> found = positions(view, term * 40'000'000);
    ASSERT_EQ(found.size(), kPlaces) << term;
    EXPECT_EQ(found[0], 1000 * term);
    EXPECT_EQ(found[kPlaces - 1], 1000 * (term + kTerms * (kPlaces - 1)));
  }
}

TEST(ForwardIndex, KnowsZonesCheckpointsAndExactWords) {
  const std::string bytes = build();
  const ForwardView view(bytes);
  std::vector<ZoneStart> zones;
  view.zones(zones);
  ASSERT_EQ(zones.size(), 2u);
  EXPECT_EQ(zones[1].zone, Zone::body);
  EXPECT_EQ(view.zone_of(9), 0u);
  EXPECT_EQ(view.zone_of(10), 1u);
  EXPECT_EQ(view.checkpoint_before(73).byte, 0u);
  EXPECT_EQ(view.checkpoint_before(74).byte, 512u);
  EXPECT_EQ(view.exact(70'000'000), ForwardView::Exact::somewhere);
  EXPECT_EQ(view.exact(90'000'000), ForwardView::Exact::prominent);
  EXPECT_EQ(view.exact(80'000'000), ForwardView::Exact::no);
}

TEST(ForwardIndex, RefusesBytesOfTheWrongSize) {
  const std::string bytes = build();
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(ForwardView(std::string_view(bytes).substr(0, size)), Error) << size;
  }
}

}  // namespace
}  // namespace signpost
