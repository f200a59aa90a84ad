// pinned_answers.cc - see pinned_answers.h.
#include "answer/pinned_answers.h"

#include <algorithm>

#include "answer/word_patterns.h"
#include "search/best_bets.h"

namespace signpost {

std::optional<PinnedSection> pinned_answer(const IndexReader& index, std::string_view text,
                                           std::string_view lang) {
  const std::vector<PinnedAnswer>& answers = index.site().pinned_answers;
  if (answers.empty()) return std::nullopt;
  const QuestionTerms question(text, std::string(lang));
  for (const PinnedAnswer& answer : answers) {
    if (!is_rule_for(answer.lang, lang)) continue;
    const bool fits = std::any_of(answer.queries.begin(), answer.queries.end(),
                                  [&](const std::string& pattern) { return question.has_all(pattern); });
    if (!fits) continue;
    if (const uint32_t number = find_named(index, answer.id, lang, answer.lang))
      return PinnedSection{number, answer.id, answer.anchor};
  }
  return std::nullopt;
}

}  // namespace signpost
