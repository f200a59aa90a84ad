// signals_test.cc - what is read of a query, of a document, and of the one in the other.
#include "search/signals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/dates.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::FloatEq;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Unit make_unit(uint32_t position, float weight = 1, float idf = 2) {
  Unit unit;
  unit.surface = "u" + std::to_string(position);
  unit.weight = weight;
  unit.idf = idf;
  unit.position = position;
  return unit;
}

QueryPlan plan_of(std::vector<Unit> units) {
  QueryPlan plan;
  plan.units = std::move(units);
  return plan;
}

// `places`: of each unit, ascending.
Evidence evidence_of(std::vector<ZoneStart> zones, const std::vector<std::vector<uint32_t>>& places) {
  Evidence out;
  out.zones = std::move(zones);
  for (const std::vector<uint32_t>& positions : places) {
    UnitEvidence& unit = out.units.emplace_back();
    unit.begin = static_cast<uint32_t>(out.by_unit.size());
    for (const uint32_t position : positions) {
      uint16_t zone = 0;
      while (zone + 1u < out.zones.size() && out.zones[zone + 1].position <= position) ++zone;
      out.by_unit.push_back({position, static_cast<uint16_t>(out.units.size() - 1), zone});
      unit.frequency[static_cast<size_t>(out.zones[zone].zone)] += 1;
      unit.factor = 1;
    }
    unit.end = static_cast<uint32_t>(out.by_unit.size());
  }
  return out;
}

ZoneStart starts(uint32_t position, Zone zone, uint16_t section = 0) {
  return {position, section, zone, Writing::sentences};
}

TEST(QuerySignals, WeighAllUnitsAndCountTheWords) {
  QueryPlan plan = plan_of({make_unit(0, 1, 2), make_unit(1, 0.5F, 3), make_unit(2, 1, 0)});
  plan.units[1].weak = true;
  const QuerySignals signals = query_signals(plan, true, "");
  EXPECT_EQ(signals.weight, 3.5F);
  EXPECT_EQ(signals.title_weight, 3.5F);
  EXPECT_EQ(signals.words, 2);
  plan.units[1].stop_word = true;
  EXPECT_EQ(query_signals(plan, true, "").weight, 3.5F);
  EXPECT_FLOAT_EQ(query_signals(plan, true, "").title_weight, 2 + 0.7F * 3);
  EXPECT_EQ(query_signals(plan, true, "").words, 2.5F);
  plan.units[0].cjk = true;
  EXPECT_EQ(query_signals(plan, true, "").words, 2);
  EXPECT_TRUE(signals.alphabet_only);
  EXPECT_FALSE(query_signals(plan, true, "en").alphabet_only);  // who reads a language says so
  EXPECT_FALSE(query_signals(plan, false, "").alphabet_only);
}

TEST(DocumentSignals, AreReadFromTheRecord) {
  Document old = make_document("old", "Two words", {"One two three four."});
  old.updated = "2026-01-01";
  old.weight = 7;
  Document thread = make_document("thread", "질문", {"One two."}, "ko");
  thread.kind = Kind::community;
  thread.solved = true;
  thread.votes = 3;
  const TestIndex index({old, thread});
  const IndexReader reader(index.dir());
  const uint32_t day = parse_day("2026-01-01");

  const DocumentSignals first = document_signals(reader, 1, day + 10);
  EXPECT_EQ(first.kind, Kind::help);
  EXPECT_EQ(first.weight, 7);
  EXPECT_EQ(first.age, 10u);
  EXPECT_FALSE(first.cjk);
  EXPECT_EQ(first.title_length, 2u);
  EXPECT_THAT(first.zone_length[static_cast<size_t>(Zone::body)], FloatEq(4.0F / 3));
  EXPECT_EQ(document_signals(reader, 1, day).age, 0u);
  EXPECT_EQ(document_signals(reader, 1, day - 1).age, std::nullopt);  // not yet

  const DocumentSignals second = document_signals(reader, 2, day);
  EXPECT_EQ(second.kind, Kind::community);
  EXPECT_TRUE(second.solved);
  EXPECT_TRUE(second.cjk);
  EXPECT_EQ(second.votes, 3);
  EXPECT_EQ(second.age, std::nullopt);
}

TEST(MatchSignals, MeasureNearness) {
  struct Case {
    const char* name;
    std::vector<uint32_t> first;
    std::vector<uint32_t> second;
    float want;  // 0: no pair
  };
  const Case cases[] = {
      {"as in the query", {5}, {6}, 1},
      {"a word between", {5}, {7}, 0.5F},
      {"the other way round", {6}, {5}, 0.6F / 3},
      {"just near", {5}, {18}, 1.0F / 13},
      {"too far", {5}, {19}, 0},
      {"the nearest of several", {5, 50, 90}, {20, 51, 80}, 1},
      {"one of them is missing", {5}, {}, 0},
      {"in a link", {5, 210}, {30, 211}, 0},
      {"around a link", {199}, {210, 301}, 0},
  };
  const QueryPlan plan = plan_of({make_unit(0, 1, 2), make_unit(1, 0.5F, 3)});
  MatchSignals signals;
  for (const Case& c : cases) {
    const Evidence evidence = evidence_of(
        {starts(0, Zone::body), starts(200, Zone::link), starts(300, Zone::body)}, {c.first, c.second});
    match_signals(plan, evidence, 0, signals);
    ASSERT_THAT(signals.pairs, SizeIs(c.want == 0 ? 0 : 1)) << c.name;
    if (c.want == 0) continue;
    EXPECT_THAT(signals.pairs[0].nearness, FloatEq(c.want)) << c.name;
    EXPECT_EQ(signals.pairs[0].weight, 1.5F) << c.name;  // of the lighter one
    EXPECT_FALSE(signals.pairs[0].run) << c.name;
  }
}

TEST(MatchSignals, PairOnlyNeighboursThatTheIndexKnows) {
  QueryPlan plan = plan_of({make_unit(0), make_unit(1, 1, 0), make_unit(2), make_unit(2)});
  plan.units[0].cjk = plan.units[2].cjk = true;
  MatchSignals signals;
  match_signals(plan, evidence_of({starts(0, Zone::body)}, {{5}, {}, {7}, {8}}), 0, signals);
  ASSERT_THAT(signals.pairs, SizeIs(1));  // across the unknown one; not two units of one position
  EXPECT_EQ(signals.pairs[0].nearness, 1);
  EXPECT_FALSE(signals.pairs[0].run);
  plan.units[2].position = 1;
  match_signals(plan, evidence_of({starts(0, Zone::body)}, {{5}, {}, {6}, {8}}), 0, signals);
  ASSERT_THAT(signals.pairs, Not(IsEmpty()));
  EXPECT_TRUE(signals.pairs[0].run);
}

TEST(MatchSignals, MeasureTheTitle) {
  struct Case {
    const char* name;
    std::vector<uint32_t> first;
    std::vector<uint32_t> second;
    TitleSignals want;
  };
  const Case cases[] = {
      {"both", {0}, {1}, {4, 2, true}},
      {"both, twice", {0, 2}, {1}, {4, 3, true}},
      {"one", {1}, {20}, {2, 1, false}},
      {"none", {20}, {21}, {0, 0, false}},
  };
  MatchSignals signals;
  for (const Case& c : cases) {
    const QueryPlan plan = plan_of({make_unit(0), make_unit(1)});
    match_signals(plan, evidence_of({starts(0, Zone::title), starts(12, Zone::body)}, {c.first, c.second}), 4,
                  signals);
    EXPECT_EQ(signals.title.found, c.want.found) << c.name;
    EXPECT_EQ(signals.title.covered, c.want.covered) << c.name;
    EXPECT_EQ(signals.title.whole_query, c.want.whole_query) << c.name;
  }
}

TEST(MatchSignals, NeitherUnknownWordsNorPartsOfNamesAreMissedInATitle) {
  QueryPlan plan = plan_of({make_unit(0), make_unit(1, 1, 0), make_unit(2)});
  plan.units[2].name_part = true;
  MatchSignals signals;
  match_signals(plan, evidence_of({starts(0, Zone::title), starts(12, Zone::body)}, {{0}, {}, {}}), 1,
                signals);
  EXPECT_TRUE(signals.title.whole_query);
  plan.units[0].cjk = true;  // a pair of characters takes two positions, where there are two
  match_signals(plan, evidence_of({starts(0, Zone::title), starts(12, Zone::body)}, {{0}, {}, {}}), 3,
                signals);
  EXPECT_EQ(signals.title.covered, 2u);
  match_signals(plan, evidence_of({starts(0, Zone::title), starts(12, Zone::body)}, {{0}, {}, {}}), 1,
                signals);
  EXPECT_EQ(signals.title.covered, 1u);
}

TEST(MatchSignals, FindTheBestSection) {
  struct Case {
    const char* name;
    std::vector<uint32_t> first;
    std::vector<uint32_t> second;
    uint32_t section;
    float weight;
  };
  const Case cases[] = {
      {"both in one", {110, 210}, {220}, 2, 2},
      {"a heading counts double", {110, 200}, {}, 2, 2 * 2.0F / 3},
      {"a link counts less", {150, 210}, {}, 2, 1},
      {"more often counts less than another word", {110, 120, 130, 140, 210}, {211}, 2, 2},
      {"the first of equals", {110, 210}, {}, 1, 1},
      {"only in the title", {0}, {1}, 0, 0},
      {"nowhere", {}, {}, 0, 0},
  };
  const QueryPlan plan = plan_of({make_unit(0), make_unit(1)});
  MatchSignals signals;
  for (const Case& c : cases) {
    const Evidence evidence =
        evidence_of({starts(0, Zone::title), starts(100, Zone::heading, 1), starts(110, Zone::body, 1),
                     starts(150, Zone::link, 1), starts(160, Zone::body, 1), starts(200, Zone::heading, 2),
                     starts(210, Zone::body, 2)},
                    {c.first, c.second});
    match_signals(plan, evidence, 4, signals);
    EXPECT_EQ(signals.section, c.section) << c.name;
    EXPECT_THAT(signals.section_weight, FloatEq(c.weight)) << c.name;
  }
}

TEST(MatchSignals, StopWordsChooseNoSection) {
  QueryPlan plan = plan_of({make_unit(0), make_unit(1, 0.1F)});
  plan.units[1].weak = true;
  const Evidence evidence = evidence_of({starts(0, Zone::body, 0), starts(100, Zone::body, 1)},
                                        {{120}, {1, 2, 3, 4, 5, 6, 7, 8, 9}});
  MatchSignals signals;
  match_signals(plan, evidence, 0, signals);
  EXPECT_EQ(signals.section, 1u);
  plan.units[0].weight = 0.01F;  // weak pairs of CJK characters do
  plan.units[1].cjk = true;
  match_signals(plan, evidence, 0, signals);
  EXPECT_EQ(signals.section, 0u);
}

TEST(MatchSignals, CopyTheUnits) {
  const QueryPlan plan = plan_of({make_unit(0, 0.5F, 3), make_unit(1)});
  Evidence evidence = evidence_of({starts(0, Zone::title), starts(10, Zone::body)}, {{0, 12, 13}, {}});
  evidence.units[0].factor = 0.75F;
  evidence.units[0].exact = ForwardView::Exact::prominent;
  evidence.units[1].exact = ForwardView::Exact::somewhere;
  MatchSignals signals;
  match_signals(plan, evidence, 2, signals);
  match_signals(plan, evidence, 2, signals);  // nothing of an earlier document stays
  ASSERT_THAT(signals.units, SizeIs(2));
  EXPECT_EQ(signals.units[0].surface, "u0");
  EXPECT_EQ(signals.units[0].weight, 1.5F);
  EXPECT_EQ(signals.units[0].found, 0.75F);
  EXPECT_TRUE(signals.units[0].exact);
  EXPECT_EQ(signals.units[0].frequency[static_cast<size_t>(Zone::body)], 2);
  EXPECT_EQ(signals.units[1].found, 0);
  EXPECT_FALSE(signals.units[1].exact);
}

}  // namespace
}  // namespace signpost
