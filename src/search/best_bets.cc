// best_bets.cc - compares a query with those of the site's bets as keystrokes, so that case and most signs
// don't count.
#include "search/best_bets.h"

#include <algorithm>

#include "content/language.h"
#include "index/suggest_index.h"

namespace signpost {
namespace {

uint32_t find_bet(const IndexReader& index, std::string_view text, std::string_view lang) {
  const std::string wanted = keystrokes(text);
  for (const BestBet& bet : index.site().best_bets) {
    if (!is_rule_for(bet.lang, lang)) continue;
    const bool same = std::any_of(bet.queries.begin(), bet.queries.end(),
                                  [&](const std::string& query) { return keystrokes(query) == wanted; });
    if (!same) continue;
    if (const uint32_t number = find_named(index, bet.id, lang, bet.lang)) return number;
  }
  return 0;
}

}  // namespace

bool is_rule_for(std::string_view rule_lang, std::string_view lang) {
  return rule_lang.empty() || lang.empty() || rule_lang == lang || rule_lang == base_language(lang);
}

uint32_t find_named(const IndexReader& index, std::string_view id, std::string_view lang,
                    std::string_view rule_lang) {
  for (const std::string_view tried : {lang, rule_lang, std::string_view(index.site().default_language)}) {
    if (tried.empty()) continue;
    if (const uint32_t number = index.find(tried, id)) return number;
  }
  return 0;
}

void put_best_bet_first(const IndexReader& index, std::string_view text, std::string_view lang,
                        const Bitmap& allowed, Matches& matches) {
  if (index.site().best_bets.empty()) return;
  const uint32_t number = find_bet(index, text, lang);
  if (number == 0 || !allowed.test(number)) return;
  Ranked bet{number, 0, matches.ranked.empty() ? 1.0F : matches.ranked.front().score, 0};
  std::erase_if(matches.ranked, [&](const Ranked& r) {
    if (r.number == number) bet.section = r.section;
    return r.number == number;
  });
  matches.ranked.insert(matches.ranked.begin(), bet);
  if (matches.documents.test(number)) return;
  matches.documents.set(number);
  ++matches.total;
}

}  // namespace signpost
