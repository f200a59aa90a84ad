// clicks.cc - see clicks.h.
//
// A click says that somebody looked and liked; a document further down is looked at less often. So a click at
// place p counts 1 / (how likely it is that p is looked at), which makes the sum what it would be if
// everybody looked everywhere: inverse propensity scoring, with propensity 1 / p (Joachims, Swaminathan and
// Schnabel, "Unbiased learning-to-rank with biased feedback", WSDM 2017, section 4 and equation 12 with eta
// 1). The weight ends at kFarthestPlace, which keeps few clicks far down from saying much (clipping: Strehl
// et al., NIPS 2010). The share of visits that comes out is drawn towards 0 by kUnsure visits of nobody, so
// that little evidence counts little. Whether there is enough of it is asked of one text at one place: nobody
// is known from one text to the next, so that one visitor with thirty spellings would be thirty visits. What
// it may do to a score is ranking.cc's, and bounded there.
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

using DocumentName = std::pair<std::string_view, std::string_view>;  // language and id

// What is recorded of one text, however often it comes.
struct AskedText {
  uint64_t visits = 0;
  std::map<DocumentName, std::map<uint32_t, uint64_t>> chosen;  // visits by place
};

struct ChosenVisits {
  uint64_t visits = 0;
  uint64_t most = 0;   // of one text at one place, where each visit counts once
  float weighted = 0;  // as if everybody had looked at it
};

// Of all texts that ask the same.
struct AskedQuery {
  uint64_t visits = 0;
  uint64_t most = 0;  // of one text
  std::map<DocumentName, ChosenVisits> documents;
};

void add(const ClickedQuery& query, AskedText& text) {
  text.visits += query.visits;
  for (const PlacedClicks& clicks : query.clicks)
    text.chosen[{clicks.lang, clicks.id}][clicks.position] += clicks.visits;
}

void add(const AskedText& text, AskedQuery& asked) {
  asked.visits += text.visits;
  asked.most = std::max(asked.most, text.visits);
  for (const auto& [name, places] : text.chosen) {
    ChosenVisits& chosen = asked.documents[name];
    for (const auto& [position, visits] : places) {
      chosen.visits += visits;
      chosen.most = std::max(chosen.most, visits);
      chosen.weighted +=
          static_cast<float>(visits) * static_cast<float>(std::clamp(position, 1U, kFarthestPlace));
    }
  }
}

// By what they ask for, in an order of its own, for the sum.
std::map<std::string, AskedQuery> by_terms(const std::vector<ClickedQuery>& recorded) {
  std::map<std::pair<std::string_view, std::string_view>, AskedText> texts;  // language and text
  for (const ClickedQuery& query : recorded) add(query, texts[{query.lang, query.text}]);
  std::map<std::string, AskedQuery> asked;
  for (const auto& [name, text] : texts) add(text, asked[key_of(name.second, std::string(name.first))]);
  return asked;
}

}  // namespace

ClickTable::ClickTable(const std::vector<ClickedQuery>& recorded) {
  std::string all;
  for (const auto& [key, query] : by_terms(recorded)) {
    if (query.most < kLeastQueryVisits) continue;
    std::vector<Chosen> documents;
    for (const auto& [name, chosen] : query.documents) {
      if (chosen.most < kLeastClickVisits) continue;
      const std::string lang(name.first);
      const std::string id(name.second);
      const float share = chosen.weighted / (static_cast<float>(query.visits) + kUnsure);
      documents.push_back({id, lang, {std::min(1.0F, share), chosen.visits, query.visits}});
      all += key + '\n' + lang + '\n' + id + '\n' + std::to_string(share) + '\n';
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
