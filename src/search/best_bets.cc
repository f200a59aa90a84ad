// best_bets.cc - compares a query with those of the site's bets as keystrokes, so that case and most signs
// don't count.
#include "search/best_bets.h"

#include <algorithm>

#include "content/language.h"
#include "index/suggest_index.h"

namespace signpost {
namespace {

// The bet's document in the query's language, else in the bet's, else in the default one; 0 when there is
// none.
uint32_t find_bet(const IndexReader& index, std::string_view text, std::string_view lang) {
  const std::string wanted = keystrokes(text);
  for (const BestBet& bet : index.site().best_bets) {
    if (!bet.lang.empty() && !lang.empty() && bet.lang != lang && bet.lang != base_language(lang)) continue;
    const bool same = std::any_of(bet.queries.begin(), bet.queries.end(),
                                  [&](const std::string& query) { return keystrokes(query) == wanted; });
    if (!same) continue;
    const std::string_view tried[] = {lang, bet.lang, index.site().default_language};
    for (const std::string_view l : tried) {
      if (l.empty()) continue;
      if (const uint32_t number = index.find(l, bet.id)) return number;
    }
  }
  return 0;
}

}  // namespace

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
