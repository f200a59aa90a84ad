// signals.cc - reads the signals of a query, of a document and of the one in the other from the plan, the
// record and the evidence. Only facts: what they are worth is ranking.cc's.
#include "search/signals.h"

#include <algorithm>
#include <cmath>

namespace signpost {
namespace {

constexpr int64_t kFarthest = 12;      // positions from where they would stand; beyond it nothing is near
constexpr float kReversed = 0.6F;      // the nearness of two words in the wrong order
constexpr float kSyllablePair = 3;     // two syllables are most often one word, which says as much again
constexpr float kHeadingShare = 2.0F;  // of a word in the heading of a section
constexpr float kLinkShare = 0.3F;     // and of one in a link of it
// What a stop word counts in a title. Every text has "how" and "where"; where titles are questions, it is
// what tells "Where did it come from?" from "How does it spread?".
constexpr float kTitledStopWord = 0.7F;
constexpr float kHalfWord = 0.5F;

float weight_of(const Unit& unit) { return unit.weight * unit.idf; }

float title_weight_of(const Unit& unit) {
  return (unit.stop_word ? std::max(unit.weight, kTitledStopWord) : unit.weight) * unit.idf;
}

TitleSignals title_signals(const QueryPlan& plan, const Evidence& evidence, uint32_t length) {
  thread_local std::vector<bool> covered;
  covered.assign(length, false);
  TitleSignals title;
  title.whole_query = true;
  for (size_t u = 0; u < plan.units.size(); ++u) {
    const Unit& unit = plan.units[u];
    const UnitEvidence& found = evidence.units[u];
    if (found.frequency[static_cast<size_t>(Zone::title)] == 0) {
      title.whole_query = title.whole_query && (unit.idf == 0 || unit.name_part);
      continue;
    }
    title.found += title_weight_of(unit) * found.factor;
    for (uint32_t i = found.begin; i < found.end; ++i) {
      const uint32_t position = evidence.by_unit[i].position;
      if (position >= length) break;
      covered[position] = true;
      if (unit.cjk && position + 1 < length) covered[position + 1] = true;
    }
  }
  title.covered = static_cast<uint32_t>(std::count(covered.begin(), covered.end(), true));
  return title;
}

// The first occurrence from `at` on that is in no link; `end` where there is none.
uint32_t outside_links(const Evidence& evidence, uint32_t at, uint32_t end) {
  while (at < end && evidence.zones[evidence.by_unit[at].zone].zone == Zone::link) ++at;
  return at;
}

// 1 when the two units stand as far apart as in the query, less the farther they are. Both lists are
// ascending: they are walked like a merge, so that each place is compared with the nearest ones of the other
// only, until two stand as they should.
float nearness(const Evidence& evidence, const UnitEvidence& a, const UnitEvidence& b, uint32_t distance) {
  float best = 0;
  uint32_t i = outside_links(evidence, a.begin, a.end);
  uint32_t k = outside_links(evidence, b.begin, b.end);
  while (i < a.end && k < b.end && best < 1) {
    const auto gap = static_cast<int64_t>(evidence.by_unit[k].position) - evidence.by_unit[i].position;
    const int64_t off = std::abs(gap - static_cast<int64_t>(distance));
    if (off <= kFarthest) best = std::max(best, (gap > 0 ? 1 : kReversed) / (1 + static_cast<float>(off)));
    if (gap > 0) {
      i = outside_links(evidence, i + 1, a.end);
    } else {
      k = outside_links(evidence, k + 1, b.end);
    }
  }
  return best;
}

void pair_signals(const QueryPlan& plan, const Evidence& evidence, std::vector<PairSignals>& out) {
  out.clear();
  size_t last = plan.units.size();
  for (size_t u = 0; u < plan.units.size(); ++u) {
    const Unit& unit = plan.units[u];
    if (unit.idf == 0) continue;
    if (last < u && evidence.units[u].factor > 0 && evidence.units[last].factor > 0 &&
        unit.position > plan.units[last].position) {
      const Unit& before = plan.units[last];
      const uint32_t distance = unit.position - before.position;
      const float near = nearness(evidence, evidence.units[last], evidence.units[u], distance);
      const bool run = unit.cjk && before.cjk && distance == 1;
      const float share = unit.syllable && distance == 1 ? kSyllablePair : 1;
      if (near > 0) out.push_back({share * std::min(weight_of(unit), weight_of(before)), near, run});
    }
    last = u;
  }
}

// The section that has the most of the query.
void section_signals(const QueryPlan& plan, const Evidence& evidence, MatchSignals& out) {
  thread_local std::vector<float> scores;
  scores.clear();
  for (size_t u = 0; u < plan.units.size(); ++u) {
    const Unit& unit = plan.units[u];
    if (unit.weak && !unit.cjk) continue;  // where "how" or "in" stands says nothing
    const UnitEvidence& found = evidence.units[u];
    uint32_t last_section = UINT32_MAX;
    float frequency = 0;
    const auto flush = [&] {
      if (last_section == UINT32_MAX) return;
      if (scores.size() <= last_section) scores.resize(last_section + 1);
      scores[last_section] += weight_of(unit) * found.factor * frequency / (frequency + 1);
    };
    for (uint32_t i = found.begin; i < found.end; ++i) {
      const ZoneStart& zone = evidence.zones[evidence.by_unit[i].zone];
      if (zone.zone != Zone::heading && zone.zone != Zone::body && zone.zone != Zone::link) continue;
      if (zone.section != last_section) {
        flush();
        last_section = zone.section;
        frequency = 0;
      }
      frequency += zone.zone == Zone::heading ? kHeadingShare : zone.zone == Zone::body ? 1.0F : kLinkShare;
    }
    flush();
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  out.section = best == scores.end() ? 0 : static_cast<uint32_t>(best - scores.begin());
  out.section_weight = best == scores.end() ? 0 : *best;
}

}  // namespace

QuerySignals query_signals(const QueryPlan& plan, bool latin, std::string_view lang) {
  QuerySignals out;
  for (const Unit& unit : plan.units) {
    out.weight += weight_of(unit);
    out.title_weight += title_weight_of(unit);
    if (unit.stop_word || !unit.weak) out.words += unit.stop_word || unit.cjk ? kHalfWord : 1;
  }
  out.alphabet_only = latin && lang.empty();
  return out;
}

DocumentSignals document_signals(const IndexReader& index, uint32_t number, uint32_t today) {
  const DocRecord& record = index.record(number);
  const std::string& lang = index.names().languages[record.language];
  DocumentSignals out;
  out.kind = record.kind;
  out.solved = record.solved != 0;
  out.cjk = lang.starts_with("ko") || lang.starts_with("ja") || lang.starts_with("zh");
  out.votes = record.votes;
  out.weight = record.weight;
  if (record.updated != 0 && record.updated <= today) out.age = today - record.updated;
  out.title_length = record.zone_length[static_cast<size_t>(Zone::title)];
  for (size_t z = 0; z < kZoneCount; ++z)
    out.zone_length[z] =
        static_cast<float>(record.zone_length[z]) / index.average_zone_length(static_cast<Zone>(z));
  return out;
}

MeaningSignals meaning_signals(const IndexReader& index, uint32_t number, const Meaning* meaning) {
  if (meaning == nullptr) return {};
  const std::optional<NearSection> near = index.vectors()->nearest(number, meaning->direction);
  if (!near) return {};
  return {meaning->weight, std::max(0.0F, near->cosine), near->section};
}

ClickSignals click_signals(std::span<const DocumentClicks> clicked, uint32_t number) {
  for (const DocumentClicks& document : clicked) {
    if (document.number == number) return document.clicks;
  }
  return {};
}

void match_signals(const QueryPlan& plan, const Evidence& evidence, uint32_t title_length,
                   MatchSignals& out) {
  out.units.clear();
  for (size_t u = 0; u < plan.units.size(); ++u) {
    const Unit& unit = plan.units[u];
    const UnitEvidence& found = evidence.units[u];
    out.units.push_back({unit.surface, weight_of(unit), title_weight_of(unit), found.factor,
                         found.exact == ForwardView::Exact::prominent, found.frequency});
  }
  pair_signals(plan, evidence, out.pairs);
  out.title = title_signals(plan, evidence, title_length);
  section_signals(plan, evidence, out);
}

}  // namespace signpost
