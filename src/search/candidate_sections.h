// candidate_sections.h - reads the sections of a hit that have most of a question, and finds its words there.
// Tested by tests/unit/search/candidates_test.cc.
#pragma once

#include "search/candidates.h"
#include "search/index_reader.h"
#include "search/query_plan.h"

namespace signpost {

inline constexpr size_t kCandidateSections = 3;    // of a document
inline constexpr size_t kCandidateBytes = 40'000;  // a longer section is no candidate

std::vector<QuestionWord> question_words(const QueryPlan& plan, const IndexReader& index);

// Adds the first hits of out.response, at most `most`: their documents and the best sections of each.
void add_candidates(const QueryPlan& plan, const IndexReader& index, size_t most, Candidates& out);

}  // namespace signpost
