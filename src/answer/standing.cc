// standing.cc - the promise of a quotation beside that of all others.
//
// What is chosen is the most promising; whether it is sure depends on the others too: of two sentences that
// promise the same, one is wrong. What overlaps with a quotation speaks for it, as both may have the answer.
#include "answer/standing.h"

#include <algorithm>
#include <cmath>

#include "answer/confidence.h"

namespace signpost {
namespace {

bool overlaps(const Considered& a, const Considered& b) {
  return a.section == b.section && a.stretch.begin < b.stretch.end && b.stretch.begin < a.stretch.end;
}

float within(float ahead) { return std::clamp(ahead, -kFarAhead, kFarAhead); }

// `all`: the first one is the most promising.
void add_standing(const std::vector<Considered>& all, Considered& own) {
  float of_all = 0;
  float around = 0;
  float other = -HUGE_VALF;
  float other_document = -HUGE_VALF;
  float other_in_document = -HUGE_VALF;
  for (const Considered& c : all) {
    const float part = std::exp(c.promise - all.front().promise);
    of_all += part;
    const bool same_document = c.section->hit == own.section->hit;
    if (!same_document) other_document = std::max(other_document, c.promise);
    if (overlaps(c, own)) {
      around += part;
      continue;
    }
    other = std::max(other, c.promise);
    if (same_document) other_in_document = std::max(other_in_document, c.promise);
  }
  own.signals.ahead = within(own.promise - other);
  own.signals.ahead_of_documents = within(own.promise - other_document);
  own.signals.ahead_in_document = within(own.promise - other_in_document);
  own.signals.share = std::exp(own.promise - all.front().promise) / of_all;
  own.signals.share_around = around / of_all;
}

}  // namespace

void rank_by_promise(std::vector<Considered>& all, Asks asked, std::string_view lang, size_t most) {
  for (Considered& c : all) c.promise = promise(c.signals, c.stretch.kind, asked, lang);
  std::stable_sort(all.begin(), all.end(),
                   [](const Considered& a, const Considered& b) { return a.promise > b.promise; });
  for (size_t i = 0; i < all.size() && i < most; ++i) {
    add_standing(all, all[i]);
    all[i].confidence = confidence(all[i].signals, all[i].stretch.kind, asked, lang);
  }
}

}  // namespace signpost
