// gap_lines.h - what somebody copies from a gap into the folder of articles to close it: the beginning of an
// article, a line of synonyms, a best bet, golden queries. Nothing is written there.
// Tested by tests/unit/report/gap_lines_test.cc.
#pragma once

#include <string>
#include <vector>

#include "store/gap.h"

namespace signpost {

// `examples`: what may be shown of the gap's queries, most visits first. Of none, there are places to fill
// in.

// A file of Markdown: front matter and a line of text.
std::string new_article(const Gap& gap, const std::vector<GapExample>& examples);

// A line of synonyms/LANG.txt: what visitors say, and what the nearest article is called.
std::string synonym_line(const Gap& gap, const std::vector<GapExample>& examples);

// An entry of the list `best_bets` of queries.yaml, which puts the nearest article first.
std::string best_bet_lines(const Gap& gap, const std::vector<GapExample>& examples);

// Entries of the list `golden` of queries.yaml, one for each example that finds the proven article among the
// first ten; "" for a gap that is not proven.
std::string golden_lines(const Gap& gap, const std::vector<GapExample>& examples);

}  // namespace signpost
