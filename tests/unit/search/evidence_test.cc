// evidence_test.cc - where a document has the words of a query.
#include "search/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/analyzer.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// "blue wombat" in a title, "wombat blue red wombat" in the text with the last word in a link.
std::string forward() {
  ForwardBuilder builder;
  builder.start_zone(Zone::title, 0, 0);
  builder.add_term(term_hash("blue"), 0);
  builder.add_term(term_hash("wombat"), 1);
  builder.add_exact(term_hash("wombat"), true);
  builder.start_zone(Zone::body, 0, 10);
  builder.add_term(term_hash("wombat"), 10);
  builder.add_term(term_hash("blue"), 11);
  builder.add_exact(term_hash("blue"), false);
  builder.add_term(term_hash("red"), 12);
  builder.start_zone(Zone::link, 0, 13);
  builder.add_term(term_hash("wombat"), 13);
  return builder.finish();
}

Alternative alternative(const std::string& term, float factor = 1) {
  Alternative out;
  out.term = term;
  out.hash = term_hash(term);
  out.factor = factor;
  return out;
}

QueryPlan plan_with(const std::vector<std::vector<Alternative>>& units) {
  QueryPlan plan;
  for (const std::vector<Alternative>& alternatives : units) {
    Unit& unit = plan.units.emplace_back();
    unit.alternatives = alternatives;
    unit.exact_hash = alternatives.front().hash;
  }
  return plan;
}

std::vector<uint32_t> places(const Evidence& evidence, size_t unit) {
  std::vector<uint32_t> out;
  for (uint32_t i = evidence.units[unit].begin; i < evidence.units[unit].end; ++i)
    out.push_back(evidence.by_unit[i].position);
  return out;
}

TEST(Evidence, CountsWordsByZone) {
  const std::string bytes = forward();
  Evidence evidence;
  gather_evidence(plan_with({{alternative("wombat")}, {alternative("green")}, {alternative("blue")}}),
                  ForwardView(bytes), evidence);
  EXPECT_THAT(evidence.zones, SizeIs(3));
  EXPECT_THAT(places(evidence, 0), ElementsAre(1, 10, 13));
  EXPECT_THAT(evidence.units[0].frequency, ElementsAre(1, 0, 0, 0, 1, 1));
  EXPECT_EQ(evidence.units[0].exact, ForwardView::Exact::prominent);
  EXPECT_EQ(evidence.by_unit[2].zone, 2);
  EXPECT_THAT(places(evidence, 1), IsEmpty());
  EXPECT_EQ(evidence.units[1].factor, 0);
  EXPECT_EQ(evidence.units[1].exact, ForwardView::Exact::no);
  EXPECT_EQ(evidence.units[2].exact, ForwardView::Exact::somewhere);
}

TEST(Evidence, TakesWhatStandsInForLess) {
  const std::string bytes = forward();
  Evidence evidence;
  gather_evidence(plan_with({{alternative("red"), alternative("wombat", 0.75F)},
                             {alternative("pale", 1), alternative("blue", 0.5F)}}),
                  ForwardView(bytes), evidence);
  EXPECT_THAT(places(evidence, 0), ElementsAre(1, 10, 12, 13));  // in the document's order
  EXPECT_EQ(evidence.units[0].factor, 1);
  EXPECT_THAT(evidence.units[0].frequency, ElementsAre(0.75F, 0, 0, 0, 1.75F, 0.75F));
  EXPECT_EQ(evidence.units[1].factor, 0.5F);
}

TEST(Evidence, SeveralWordsStandInOnlyBehindEachOther) {
  const std::string bytes = forward();
  const auto found = [&](uint32_t offset) {
    Alternative two = alternative("blue", 0.75F);
    two.more_terms = {"wombat"};
    two.more_hashes = {term_hash("wombat")};
    two.more_offsets = {offset};
    Evidence evidence;
    gather_evidence(plan_with({{two}}), ForwardView(bytes), evidence);
    return places(evidence, 0);
  };
  EXPECT_THAT(found(1), ElementsAre(0));
  EXPECT_THAT(found(2), ElementsAre(11));
  EXPECT_THAT(found(5), IsEmpty());
}

TEST(Evidence, KeepsFewPlacesOfOneWord) {
  ForwardBuilder builder;
  builder.start_zone(Zone::body, 0, 0);
  for (uint32_t i = 0; i < 10'000; ++i) builder.add_term(term_hash("a"), i);
  const std::string bytes = builder.finish();
  Evidence evidence;
  gather_evidence(plan_with({{alternative("a")}}), ForwardView(bytes), evidence);
  EXPECT_EQ(places(evidence, 0).size(), 400u);
}

TEST(Evidence, IsEmptiedForTheNextDocument) {
  const std::string bytes = forward();
  Evidence evidence;
  const QueryPlan plan = plan_with({{alternative("wombat")}});
  gather_evidence(plan, ForwardView(bytes), evidence);
  gather_evidence(plan, ForwardView(bytes), evidence);
  EXPECT_THAT(places(evidence, 0), ElementsAre(1, 10, 13));
  EXPECT_THAT(evidence.zones, SizeIs(3));
}

TEST(Evidence, LeavesWeakUnitsOutWhereOnlyStrongOnesAreAskedFor) {
  const std::string bytes = forward();
  Evidence evidence;
  QueryPlan plan = plan_with({{alternative("blue")}, {alternative("wombat")}});
  plan.units[0].weak = true;
  gather_evidence(plan, ForwardView(bytes), evidence, Units::strong);
  EXPECT_THAT(places(evidence, 0), IsEmpty());
  EXPECT_EQ(evidence.units[0].factor, 0);
  EXPECT_THAT(places(evidence, 1), ElementsAre(1, 10, 13));
  EXPECT_THAT(evidence.units[1].frequency, ElementsAre(1, 0, 0, 0, 1, 1));
}

// Zones are stepped over several at once.
TEST(Evidence, FindsTheZoneOfEveryPlaceOfManyZones) {
  constexpr uint32_t kZones = 40;
  for (const uint32_t apart : {1u, 3u, 7u, 8u, 9u, 25u, 39u}) {
    ForwardBuilder builder;
    for (uint32_t z = 0; z < kZones; ++z) builder.start_zone(Zone::body, z, 10 * z);
    for (uint32_t z = 0; z < kZones; z += apart) {
      builder.add_term(term_hash("a"), 10 * z);
      builder.add_term(term_hash("a"), 10 * z + 9);
    }
    const std::string bytes = builder.finish();
    Evidence evidence;
    gather_evidence(plan_with({{alternative("a")}}), ForwardView(bytes), evidence);
    for (const Occurrence& o : evidence.by_unit) EXPECT_EQ(o.zone, o.position / 10);
    EXPECT_THAT(evidence.by_unit, SizeIs(2 * ((kZones - 1) / apart + 1)));
  }
}

TEST(Evidence, FindsPhrases) {
  const std::string bytes = forward();
  struct Case {
    std::vector<std::string> terms;
    std::vector<uint32_t> offsets;
    bool want;
  };
  const Case cases[] = {{{"blue", "wombat"}, {0, 1}, true},
                        {{"wombat", "blue"}, {0, 1}, true},
                        {{"wombat", "blue", "red"}, {0, 1, 2}, true},
                        {{"red", "blue"}, {0, 1}, false},
                        {{"blue", "wombat"}, {0, 2}, true},
                        {{"wombat", "wombat"}, {0, 1}, false},
                        {{"blue", "green"}, {0, 1}, false},
                        {{"red"}, {0}, true},
                        {{"green"}, {0}, false}};
  for (const Case& c : cases) {
    Phrase phrase;
    phrase.terms = c.terms;
    phrase.offsets = c.offsets;
    for (const std::string& term : c.terms) phrase.hashes.push_back(term_hash(term));
    EXPECT_EQ(has_phrase(phrase, ForwardView(bytes)), c.want) << ::testing::PrintToString(c.terms);
  }
}

}  // namespace
}  // namespace signpost
