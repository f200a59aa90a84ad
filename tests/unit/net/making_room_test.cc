// making_room_test.cc - who makes room for others.
#include "net/making_room.h"

#include <gmock/gmock.h>

namespace signpost {
namespace {

using ::testing::UnorderedElementsAre;
using namespace std::chrono_literals;
using Ids = std::vector<uint64_t>;

enum class What { busy, writing, waiting };

// Bytes, and who pays.
struct Holding {
  size_t bytes;
  const char* payer;  // nullptr: nobody but itself
  std::chrono::seconds rests = 0s;
  What what = What::writing;
};

// New ones, numbered from 1 on.
std::vector<Held> hold(const std::vector<Holding>& all) {
  std::vector<Held> held;
  for (const Holding& each : all) {
    const auto payer = each.payer == nullptr ? std::nullopt : parse_address(each.payer);
    held.push_back({held.size() + 1, payer, each.bytes, each.what == What::busy, each.what == What::writing,
                    true, each.rests});
  }
  return held;
}

TEST(MakingRoom, TheHeaviestOfTheHeaviest) {
  const std::vector<Held> all =
      hold({{9000, "192.0.2.1"}, {5000, "192.0.2.2"}, {7000, "192.0.2.2"}, {100, nullptr}, {8000, nullptr}});
  EXPECT_EQ(heaviest(all, 30000, 30000), Ids{});
  EXPECT_EQ(heaviest(all, 28000, 30000), Ids{3}) << "12000 of one address";
  EXPECT_EQ(heaviest(all, 20000, 30000), (Ids{3, 1}));
  EXPECT_EQ(heaviest(all, 10000, 30000), (Ids{3, 1, 5}));
  EXPECT_EQ(heaviest(all, 0, 30000), (Ids{3, 1, 5, 2, 4}));
  EXPECT_EQ(heaviest(all, 30000, 10000), Ids{3}) << "more than a share";
  EXPECT_THAT(heaviest(all, 30000, 4000), UnorderedElementsAre(1, 3, 2, 5)) << "the small one stays";
}

// A client that reads has less than one that lets the same lie, and those that hold nothing are never asked.
TEST(MakingRoom, WhatLiesWeighsMore) {
  const std::vector<Held> all =
      hold({{9000, nullptr, 0s}, {5000, nullptr, 5s}, {5000, nullptr, 3s}, {0, nullptr, 60s}});
  EXPECT_EQ(heaviest(all, 16000, 20000), Ids{2});
  EXPECT_EQ(heaviest(all, 0, 20000), (Ids{2, 3, 1}));
}

TEST(MakingRoom, AWorkerHasNoneOfThem) {
  const std::vector<Held> all = hold({{9000, nullptr, 9s, What::busy}, {10, nullptr, 0s}});
  EXPECT_EQ(heaviest(all, 0, 0), Ids{2});
  EXPECT_EQ(most_crowded(all, 9), Ids{2});
}

TEST(MakingRoom, TheMostCrowdedAddress) {
  const std::vector<Held> all = hold({{0, "192.0.2.1", 1s, What::waiting},
                                      {0, nullptr, 19s, What::waiting},
                                      {0, "192.0.2.2", 2s, What::waiting},
                                      {0, "192.0.2.2", 9s, What::waiting},
                                      {0, "192.0.2.2", 3s, What::waiting},
                                      {0, nullptr, 5s, What::waiting},
                                      {0, "192.0.2.2", 60s}});
  EXPECT_EQ(most_crowded(all, 1), Ids{4}) << "the oldest of three";
  EXPECT_EQ(most_crowded(all, 4), (Ids{4, 5, 2, 6}));
  EXPECT_EQ(most_crowded(all, 9), (Ids{4, 5, 2, 6, 3, 1})) << "one has an answer under way";
}

// Whoever connects and asks nothing displaces others like that, however fast they come.
TEST(MakingRoom, HalfIsForThoseWhoAsk) {
  const std::vector<Held> five = hold({{0, nullptr, 9s, What::waiting},
                                       {0, nullptr, 8s, What::waiting},
                                       {0, nullptr, 1s, What::waiting},
                                       {0, nullptr, 2s, What::waiting},
                                       {0, nullptr, 0s, What::waiting}});
  std::vector<Held> all(five.begin(), five.begin() + 4);
  all[0].is_new = all[1].is_new = false;
  EXPECT_EQ(most_crowded(all, 1), Ids{1}) << "no more than half are new";
  all.push_back(five[4]);
  EXPECT_EQ(most_crowded(all, 2), (Ids{4, 3}));
}

}  // namespace
}  // namespace signpost
