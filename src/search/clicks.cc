// clicks.cc - see clicks.h.
//
// A click says that somebody looked and liked; a document further down is looked at less often. So a click at
// place p counts 1 / (how likely it is that p is looked at), which makes the sum what it would be if
// everybody looked everywhere: inverse propensity scoring, with propensity 1 / p (Joachims, Swaminathan and
// Schnabel, "Unbiased learning-to-rank with biased feedback", WSDM 2017, section 4 and equation 12 with eta
// 1). The weight ends at kFarthestPlace, which keeps few clicks far down from saying much (clipping: Strehl
// et al., NIPS 2010). The share of visits that comes out is drawn towards 0 by kUnsure visits of nobody, so
// that little evidence counts little. What it may do to a score is ranking.cc's, and bounded there.
#include "search/clicks.h"

#include <algorithm>
#include <map>

#include "base/fnv1a.h"
#include "search/asked_terms.h"

namespace signpost {
namespace {

constexpr uint32_t kFarthestPlace = 10;
constexpr float kUnsure = 20;

std::string key_of(std::string_view text, const std::string& lang) {
  std::string key = lang;
  for (const std::string& term : asked_terms(text, lang)) key.append("\n").append(term);
  return key;
}

struct ChosenVisits {
  uint64_t visits = 0;
  float weighted = 0;  // as if everybody had looked at it
};

struct AskedQuery {
  uint64_t visits = 0;
  std::map<std::pair<std::string, std::string>, ChosenVisits> documents;  // language and id
};

void add(const ClickedQuery& query, AskedQuery& asked) {
  asked.visits += query.visits;
  for (const PlacedClicks& clicks : query.clicks) {
    ChosenVisits& chosen = asked.documents[{clicks.lang, clicks.id}];
    chosen.visits += clicks.visits;
    chosen.weighted += static_cast<float>(clicks.visits) *
                       static_cast<float>(std::clamp(clicks.position, 1U, kFarthestPlace));
  }
}

}  // namespace

ClickTable::ClickTable(const std::vector<ClickedQuery>& recorded) {
  std::map<std::string, AskedQuery> asked;  // in an order of its own, for the sum
  for (const ClickedQuery& query : recorded) add(query, asked[key_of(query.text, query.lang)]);
  std::string all;
  for (const auto& [key, query] : asked) {
    if (query.visits < kLeastQueryVisits) continue;
    std::vector<Chosen> documents;
    for (const auto& [place, chosen] : query.documents) {
      if (chosen.visits < kLeastClickVisits) continue;
      const float share = chosen.weighted / (static_cast<float>(query.visits) + kUnsure);
      documents.push_back({place.second, place.first, {std::min(1.0F, share), chosen.visits, query.visits}});
      all += key + '\n' + place.first + '\n' + place.second + '\n' + std::to_string(share) + '\n';
    }
    if (!documents.empty()) queries_.emplace(key, std::move(documents));
  }
  sum_ = fnv1a(all);
}

std::vector<DocumentClicks> ClickTable::find(std::string_view text, const std::string& lang,
                                             const IndexReader& index) const {
  std::vector<DocumentClicks> out;
  const auto found = queries_.find(key_of(text, lang));
  if (found == queries_.end()) return out;
  for (const Chosen& chosen : found->second) {
    if (const uint32_t number = index.find(chosen.lang, chosen.id)) out.push_back({number, chosen.clicks});
  }
  return out;
}

}  // namespace signpost
