// by_meaning.cc - see by_meaning.h.
#include "search/by_meaning.h"

#include <algorithm>
#include <vector>

#include "content/language.h"

namespace signpost {
namespace {

constexpr float kNearEnough = 0.35F;  // cosine from which on a text may be about the same
constexpr float kOwnLanguage = 0.1F;  // what a language that the reader has asked for is worth beside it
constexpr uint32_t kMostVectors = 500'000;  // to look at: a few hundredths of a second

}  // namespace

void add_by_meaning(const IndexReader& index, const Meaning& meaning, std::string_view lang,
                    const Bitmap& among, Beside& beside) {
  if (beside.is_full() || index.vectors()->count() > kMostVectors) return;
  const auto other = [&](uint32_t number) {
    const std::string& of = index.names().languages[index.record(number).language];
    return static_cast<uint8_t>(!lang.empty() && base_language(of) != base_language(lang));
  };
  std::vector<Ranked> near;
  among.each([&](uint32_t number) {
    if (!beside.wants(number)) return true;
    const std::optional<NearSection> section = index.vectors()->nearest(number, meaning.direction);
    if (section && section->cosine >= kNearEnough)
      near.push_back({number, section->section, section->cosine, other(number), FoundBy::meaning});
    return true;
  });
  const auto worth = [](const Ranked& r) { return r.score + (r.tier == 0 ? kOwnLanguage : 0.0F); };
  std::sort(near.begin(), near.end(), [&](const Ranked& a, const Ranked& b) {
    if (worth(a) != worth(b)) return worth(a) > worth(b);
    return index.record(a.number).order < index.record(b.number).order;
  });
  for (const Ranked& r : near) beside.offer(r);
}

}  // namespace signpost
