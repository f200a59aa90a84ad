// evidence.cc - looks every unit of a plan up in one forward index.
#include "search/evidence.h"

#include <algorithm>

namespace signpost {
namespace {

// More places of one word tell nothing new, and a page of a megabyte must not cost more than this.
constexpr size_t kMaxOccurrences = 400;
constexpr uint32_t kNearPositions = 5;  // "Löschen Sie das alte Konto" is about a Kontolöschung

// Of the zone in which a position lies, at `zone` or behind it. A rare word steps over most of the zones.
size_t zone_at(const std::vector<ZoneStart>& zones, size_t zone, uint32_t position) {
  constexpr size_t kStride = 8;
  while (zone + kStride < zones.size() && zones[zone + kStride].position <= position) zone += kStride;
  while (zone + 1 < zones.size() && zones[zone + 1].position <= position) ++zone;
  return zone;
}

// Of the positions in `scratch`, zone by zone. A little word stands in hundreds of places, and this is most
// of what a candidate costs: so the sum of a zone stays in a register, and room is made once.
void add_occurrences(size_t unit, float factor, Evidence& out) {
  const std::vector<uint32_t>& positions = out.scratch;
  UnitEvidence& evidence = out.units[unit];
  const size_t first = out.by_unit.size();
  out.by_unit.resize(first + positions.size());
  Occurrence* to = out.by_unit.data() + first;
  size_t zone = 0;
  for (size_t i = 0; i < positions.size();) {
    zone = zone_at(out.zones, zone, positions[i]);
    const bool last = zone + 1 == out.zones.size();
    const uint32_t next_zone = last ? UINT32_MAX : out.zones[zone + 1].position;
    const auto number = static_cast<uint16_t>(std::min<size_t>(zone, 0xFFFF));
    float& frequency = evidence.frequency[static_cast<size_t>(out.zones[zone].zone)];
    float sum = frequency;
    do {
      *to++ = {positions[i], static_cast<uint16_t>(unit), number};
      sum += factor;
      ++i;
    } while (i < positions.size() && (last || positions[i] < next_zone));
    frequency = sum;
  }
}

// One of the positions, which are ascending, is as far away as it should be.
bool has_follower(const std::vector<uint32_t>& positions, uint32_t start, uint32_t offset) {
  if (offset != kNearby) return std::binary_search(positions.begin(), positions.end(), start + offset);
  const auto near = std::lower_bound(positions.begin(), positions.end(),
                                     start < kNearPositions ? 0 : start - kNearPositions);
  return near != positions.end() && *near <= start + kNearPositions;
}

// Leaves the positions behind which the other terms of the alternative stand.
bool keep_followed(const Alternative& alternative, const ForwardView& forward,
                   std::vector<uint32_t>& starts) {
  std::vector<uint32_t> next;
  for (size_t i = 0; i < alternative.more_hashes.size(); ++i) {
    next.clear();
    if (!forward.positions(alternative.more_hashes[i], next)) return false;
    std::erase_if(starts,
                  [&](uint32_t start) { return !has_follower(next, start, alternative.more_offsets[i]); });
  }
  return !starts.empty();
}

}  // namespace

void gather_evidence(const QueryPlan& plan, const ForwardView& forward, Evidence& out, Units units) {
  forward.zones(out.zones);
  out.units.assign(plan.units.size(), UnitEvidence{});
  out.by_unit.clear();
  for (size_t u = 0; u < plan.units.size(); ++u) {
    const Unit& unit = plan.units[u];
    UnitEvidence& evidence = out.units[u];
    evidence.begin = evidence.end = static_cast<uint32_t>(out.by_unit.size());
    if (unit.weak && units == Units::strong) continue;
    int found = 0;
    for (const Alternative& alternative : unit.alternatives) {
      out.scratch.clear();
      if (!forward.positions(alternative.hash, out.scratch, kMaxOccurrences)) continue;
      if (!alternative.more_hashes.empty() && !keep_followed(alternative, forward, out.scratch)) continue;
      add_occurrences(u, alternative.factor, out);
      evidence.factor = std::max(evidence.factor, alternative.factor);
      ++found;
    }
    evidence.end = static_cast<uint32_t>(out.by_unit.size());
    if (found > 1) {
      std::sort(out.by_unit.begin() + evidence.begin, out.by_unit.end(),
                [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; });
    }
    if (found > 0 && unit.exact_hash != 0) evidence.exact = forward.exact(unit.exact_hash);
  }
}

bool has_phrase(const Phrase& phrase, const ForwardView& forward) {
  std::vector<uint32_t> starts;
  std::vector<uint32_t> next;
  if (!forward.positions(phrase.hashes.front(), starts)) return false;
  for (size_t i = 1; i < phrase.hashes.size() && !starts.empty(); ++i) {
    next.clear();
    if (!forward.positions(phrase.hashes[i], next)) return false;
    std::erase_if(starts, [&](uint32_t start) {
      return !std::binary_search(next.begin(), next.end(), start + phrase.offsets[i]);
    });
  }
  return !starts.empty();
}

}  // namespace signpost
