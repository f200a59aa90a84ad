// meaning.cc - see meaning.h.
#include "search/meaning.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr float kMeaningWeight = 3.0F;
constexpr float kEnoughWords = 3.0F;  // from here on a query is more than a topic
constexpr float kWordsOfPair = 0.5F;  // a pair of CJK characters is about half a word

bool is_sign(char c) { return static_cast<uint8_t>(c) < 0x80 && !is_alnum(c) && c != '\'' && c != '-'; }

// "ERR_1042", "kubectl.kubernetes.io", "maxSurge", "0x80070005", "--force": nothing that one would put in
// other words.
bool is_code(std::string_view word) {
  if (std::any_of(word.begin(), word.end(), [](char c) { return static_cast<uint8_t>(c) >= 0x80; }))
    return false;
  if (word.starts_with('-')) return true;
  while (!word.empty() && is_sign(word.back())) word.remove_suffix(1);
  while (!word.empty() && is_sign(word.front())) word.remove_prefix(1);
  for (size_t i = 0; i < word.size(); ++i) {
    if (is_digit(word[i]) || is_sign(word[i])) return true;
    if (i > 0 && is_upper(word[i]) && is_lower(word[i - 1])) return true;
  }
  return false;
}

}  // namespace

std::vector<WeightedQueryTerm> query_terms(const QueryPlan& plan) {
  std::vector<WeightedQueryTerm> out;
  for (const Unit& unit : plan.units) {
    if (unit.idf > 0 && !unit.alternatives.empty())
      out.push_back({unit.alternatives.front().term, unit.weight * unit.idf});
  }
  return out;
}

float meaning_share(const ParsedQuery& query, const QueryPlan& plan) {
  size_t codes = 0;
  for (const QueryPart& part : query.parts) {
    if (part.phrase && !part.exclude) return 0;
    codes += is_code(part.text) ? 1 : 0;
  }
  if (query.parts.empty() || codes == query.parts.size()) return 0;
  float words = 0;
  for (const Unit& unit : plan.units) {
    if (!unit.weak && !unit.name_part) words += unit.cjk ? kWordsOfPair : 1;
  }
  const float plain = 1 - static_cast<float>(codes) / static_cast<float>(query.parts.size());
  return plain * std::min(1.0F, words / kEnoughWords);
}

std::optional<Meaning> meaning_of(const ParsedQuery& query, const QueryPlan& plan, const IndexReader& index) {
  if (index.query_table() == nullptr) return std::nullopt;
  const float share = meaning_share(query, plan);
  if (share == 0) return std::nullopt;
  QueryMeaning meaning = index.query_table()->meaning(query_terms(plan));
  if (meaning.known == 0) return std::nullopt;
  // Of a query that the table half knows the other half may say the opposite.
  const float trust = meaning.known * meaning.known;
  return Meaning{std::move(meaning.vector), kMeaningWeight * share * trust};
}

std::optional<Meaning> meaning_of_model(std::span<const float> vector, std::string_view lang,
                                        const ParsedQuery& query, const QueryPlan& plan,
                                        const IndexReader& index) {
  const float share = meaning_share(query, plan);
  QueryMeaning meaning = index.query_table()->meaning_of_model(vector, lang);
  if (share == 0 || meaning.vector.scale == 0) return std::nullopt;
  return Meaning{std::move(meaning.vector), kMeaningWeight * share};
}

std::string question_of(const ParsedQuery& query) {
  std::string out;
  for (const QueryPart& part : query.parts) {
    if (part.exclude) continue;
    if (!out.empty()) out += ' ';
    out += part.text;
  }
  return out;
}

}  // namespace signpost
