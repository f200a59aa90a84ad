// by_meaning.cc - see by_meaning.h.
#include "search/by_meaning.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace signpost {
namespace {

constexpr float kNearEnough = 0.35F;  // cosine from which on a text may be about the same
constexpr uint32_t kMostVectors = 500'000;  // to look at: a few hundredths of a second

}  // namespace

void add_by_meaning(const IndexReader& index, const Meaning& meaning, std::string_view lang,
                    const Bitmap& allowed, Matches& matches) {
  if (index.vectors()->count() > kMostVectors) return;
  std::unordered_set<uint32_t> families;
  for (const Ranked& r : matches.ranked) families.insert(index.record(r.number).family);
  Bitmap looked_at = allowed;
  looked_at &= index.universe(lang);
  std::vector<Ranked> near;
  looked_at.each([&](uint32_t number) {
    if (families.count(index.record(number).family) > 0) return true;
    const std::optional<NearSection> section = index.vectors()->nearest(number, meaning.direction);
    if (section && section->cosine >= kNearEnough)
      near.push_back({number, section->section, section->cosine, 0, true});
    return true;
  });
  std::sort(near.begin(), near.end(), [&index](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : index.record(a.number).order < index.record(b.number).order;
  });
  for (const Ranked& r : near) {
    if (matches.by_meaning == kMostByMeaning) break;
    if (!families.insert(index.record(r.number).family).second) continue;
    matches.ranked.push_back(r);
    ++matches.by_meaning;
  }
}

}  // namespace signpost
