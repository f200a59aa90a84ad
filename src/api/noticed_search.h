// noticed_search.h - what is counted of a search and its answer. Tested by
// tests/unit/service/counting_test.cc.
#pragma once

#include "answer/answer.h"
#include "api/operation.h"
#include "insights/noticed.h"
#include "search/types.h"

namespace signpost {

// Null where nothing is counted, or nothing was searched for.
NoticedPointer noticed_search(const OperationContext& context, const SearchRequest& request,
                              const SearchResponse& found);
// The same of one that an answer was looked for with, whose own search may have been taken out of it.
NoticedPointer noticed_question(const OperationContext& context, const AnswerRequest& request,
                                const AnswerResponse& answer, const SearchResponse& found);

// Of a page of results, where an answer is looked for unasked: words that are no question are not refused
// one.
NoticedPointer noticed_results(const OperationContext& context, const AnswerRequest& request,
                               const AnswerResponse& answer, const SearchResponse& found);

// Of what a visitor does with an article; "" for none. Null where nothing is counted.
NoticedPointer noticed_deed(const OperationContext& context, Noticed::Kind kind,
                            const std::string& article = "", const std::string& article_lang = "");

}  // namespace signpost
