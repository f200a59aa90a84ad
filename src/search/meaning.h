// meaning.h - what a query means, beside the words that it has, and how much that may say.
// Tested by tests/unit/search/meaning_test.cc.
//
// The vector comes from the generation's table (index/query_table.h): no model is asked, and the same query
// has the same vector everywhere. How much it may move the order depends on the shape of the query: whoever
// types a code, a name of an interface or something in quotes wants just that; one or two words are a topic,
// which the titles tell better; a question is asked in words of its own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/query_table.h"
#include "search/index_reader.h"
#include "search/query_plan.h"
#include "search/query_syntax.h"

namespace signpost {

struct Meaning {
  QuantizedVector direction;  // of length 1
  float weight = 0;           // a document that means the very same scores 1 + weight times as high
};

// A plan's terms as the table knows them, with what they weigh.
std::vector<WeightedQueryTerm> query_terms(const QueryPlan& plan);

// How much the meaning of a query may say by its shape: 0..1.
float meaning_share(const ParsedQuery& query, const QueryPlan& plan);

// Nullopt where the generation has no table, the table knows none of the query, or its shape wants the words
// alone.
std::optional<Meaning> meaning_of(const ParsedQuery& query, const QueryPlan& plan, const IndexReader& index);

// The same from a model's vector of question_of(query): it knows every word. `lang`: of the query. REQUIRES:
// the generation has a table, and the vector its dimension.
std::optional<Meaning> meaning_of_model(std::span<const float> vector, std::string_view lang,
                                        const ParsedQuery& query, const QueryPlan& plan,
                                        const IndexReader& index);

// What a model is asked: the words of the query, without filters and what it excludes.
std::string question_of(const ParsedQuery& query);

}  // namespace signpost
