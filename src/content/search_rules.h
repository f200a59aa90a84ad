// search_rules.h - words that mean the same on one site, and articles that its owner puts first for a query.
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

// Reads Solr's synonym format (Apache Solr Reference Guide, "Synonym Graph Filter"): "a, b, c", "a, b => c",
// '#' comments, a backslash before a comma that is none. A line that is neither adds an error and is left
// out.
std::vector<SynonymRule> parse_synonyms(std::string_view text, const std::string& lang,
                                        const std::string& path, std::vector<Diagnostic>& diagnostics);

// Reads the list `best_bets` of a queries.yaml: {q: [...], lang, id}. Wrong entries add errors and are left
// out.
std::vector<BestBet> parse_best_bets(std::string_view yaml, const std::string& path,
                                     std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
