// query_sense.cc - see query_sense.h.
//
// Two spellings are one word where a word that nobody knows is as near to the other as the speller would have
// it; two words that there are never are, however near ("login", "logic"). A translation must be of the whole
// query. Meanings must be nearly the same, as short queries point to a topic rather than to a question.
#include "demand/query_sense.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "index/analyzer.h"
#include "index/dot_product.h"
#include "search/asked_terms.h"
#include "search/built_in_words.h"
#include "search/edit_cost.h"
#include "search/meaning.h"
#include "search/query_plan.h"
#include "search/query_syntax.h"
#include "search/speller.h"
#include "search/translation.h"

namespace signpost {
namespace {

constexpr float kSameMeaning = 0.9F;          // cosine
constexpr int kMostMisspelt = kEdit * 3 / 2;  // nothing ranks these words, so there is no second guess
constexpr float kWhollyTranslated = 0.99F;

bool contains(const std::vector<std::string>& sorted, const std::string& term) {
  return std::binary_search(sorted.begin(), sorted.end(), term);
}

// The terms of those words of a query that nobody knows, ascending.
std::vector<std::string> unknown_terms(const QueryPlan& plan, const std::string& lang,
                                       const IndexReader& index) {
  std::vector<std::string> unknown;
  for (const Unit& unit : plan.units) {
    const bool is_known =
        index.words().find(unit.surface) < index.words().size() || general_words().has(lang, unit.surface);
    if (!unit.cjk && !unit.weak && !unit.whole && !is_known)
      unknown.push_back(thread_analyzer(lang).term_of(unit.surface));
  }
  std::sort(unknown.begin(), unknown.end());
  return unknown;
}

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

TranslatedWords words_of(const QueryPlan& plan) {
  TranslatedWords words;
  for (const Unit& unit : plan.units) {
    if (unit.weak || unit.alternatives.empty()) continue;
    auto& translations = words.emplace_back();
    for (const Alternative& alternative : unit.alternatives) {
      translations.push_back({alternative.term});
      auto& terms = translations.back();
      terms.insert(terms.end(), alternative.more_terms.begin(), alternative.more_terms.end());
    }
  }
  return words;
}

// All of one query's words are among the other's terms, and no term is left.
bool translates(const TranslatedWords& words, const std::vector<std::string>& terms) {
  std::vector<std::string> said;
  for (const auto& translations : words) {
    const auto found = std::find_if(translations.begin(), translations.end(), [&](const auto& wanted) {
      return std::all_of(wanted.begin(), wanted.end(),
                         [&](const auto& term) { return contains(terms, term); });
    });
    if (found == translations.end()) return false;
    said.insert(said.end(), found->begin(), found->end());
  }
  return !words.empty() && std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return std::find(said.begin(), said.end(), term) != said.end();
  });
}

bool is_translation(const QuerySense& a, const QuerySense& b) {
  return std::any_of(a.translated.begin(), a.translated.end(),
                     [&](const TranslatedWords& words) { return translates(words, b.terms); });
}

bool may_be_meant(const std::string& typed, const std::string& meant) {
  if (has_digit(typed) || has_digit(meant)) return false;  // a code is what it is
  const size_t characters = std::min(count_code_points(typed), count_code_points(meant));
  const int allowed = std::min(allowed_cost(characters), kMostMisspelt);
  return allowed > 0 && EditCost(typed).to(meant, allowed) <= allowed;
}

// All terms are the same but one, which is a misspelling of the other's.
bool is_misspelling(const QuerySense& a, const QuerySense& b) {
  if (a.terms.size() != b.terms.size() || (a.unknown.empty() && b.unknown.empty())) return false;
  std::vector<std::string> only_a;
  std::vector<std::string> only_b;
  std::set_difference(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                      std::back_inserter(only_a));
  std::set_difference(b.terms.begin(), b.terms.end(), a.terms.begin(), a.terms.end(),
                      std::back_inserter(only_b));
  if (only_a.size() != 1 || only_b.size() != 1) return false;
  if (contains(a.unknown, only_a[0]) && may_be_meant(only_a[0], only_b[0])) return true;
  return contains(b.unknown, only_b[0]) && may_be_meant(only_b[0], only_a[0]);
}

float cosine_of(const QuantizedVector& a, const QuantizedVector& b) {
  if (a.values.size() != b.values.size()) return 0;
  return a.scale * b.scale *
         static_cast<float>(dot_product()(a.values.data(), b.values.data(), a.values.size()));
}

}  // namespace

QuerySense sense_of(std::string_view text, std::string_view corrected, const std::string& lang,
                    const IndexReader& index) {
  QuerySense sense;
  sense.terms = asked_terms(text, lang);
  if (!corrected.empty()) sense.corrected = asked_terms(corrected, lang);
  const ParsedQuery query = parse_query(text);
  const QueryPlan plan = make_plan(query, lang, index);
  sense.unknown = unknown_terms(plan, lang, index);
  for (const TranslatedPlan& translated : translate(query, plan, lang, index)) {
    if (translated.known >= kWhollyTranslated) sense.translated.push_back(words_of(translated.plan));
  }
  if (auto meaning = meaning_of(query, plan, index)) sense.direction = std::move(meaning->direction);
  return sense;
}

bool ask_the_same(const QuerySense& a, const QuerySense& b) {
  if (a.terms.empty() || b.terms.empty()) return false;
  if (a.terms == b.terms || a.corrected == b.terms || a.terms == b.corrected) return true;
  if (!a.corrected.empty() && a.corrected == b.corrected) return true;
  if (is_misspelling(a, b) || is_translation(a, b) || is_translation(b, a)) return true;
  return a.direction && b.direction && cosine_of(*a.direction, *b.direction) >= kSameMeaning;
}

}  // namespace signpost
