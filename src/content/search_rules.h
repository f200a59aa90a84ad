// search_rules.h - words that mean the same on one site, articles that its owner puts first for a query, and
// sections that its owner has answer a question.
// Tested by tests/unit/content/search_rules_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"

namespace signpost {

// Whoever searches for one of `from` also finds what says one of `to`. A comma list has the same words on
// both sides.
struct SynonymRule {
  std::string lang;
  std::vector<std::string> from;
  std::vector<std::string> to;
};

// Whoever searches for exactly one of `queries` finds this document first.
struct BestBet {
  std::string lang;  // "" for all
  std::vector<std::string> queries;
  std::string id;
  int line = 0;
};

// Questions with all words of one of `queries`, in any order, are answered by this section.
struct PinnedAnswer {
  std::string lang;  // "" for all
  std::vector<std::string> queries;
  std::string id;
  std::string anchor;  // "" for the text before the first heading
  int line = 0;
};

// Reads Solr's synonym format (Apache Solr Reference Guide, "Synonym Graph Filter"): "a, b, c", "a, b => c",
// '#' comments, a backslash before a comma that is none. A line that is neither adds an error and is left
// out.
std::vector<SynonymRule> parse_synonyms(std::string_view text, const std::string& lang,
                                        const std::string& path, std::vector<Diagnostic>& diagnostics);

// Reads the list `best_bets` of a queries.yaml: {q: [...], lang, id}. Wrong entries add errors and are left
// out.
std::vector<BestBet> parse_best_bets(std::string_view yaml, const std::string& path,
                                     std::vector<Diagnostic>& diagnostics);

// Reads the list `answers` of an answers.yaml: {q: [...], lang, answer: id or id#anchor}. Another key at the
// top and wrong entries add errors; the latter are left out.
std::vector<PinnedAnswer> parse_pinned_answers(std::string_view yaml, const std::string& path,
                                               std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
