// json.h - what operations give, as the JSON of the API: pure functions from values, and the one place that
// writes them.
// Tested, against web/openapi.json, by tests/http/api_schema_test.cc.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "search/catalog_types.h"
#include "search/types.h"

namespace signpost {

struct AnswerResponse;
struct CategoryList;
struct IncidentEntry;
struct IncidentList;
struct KeptRequest;
struct Problem;
struct Readiness;
struct StoredRequest;

// Keeps keys in the order they were added, so that answers read as they are documented.
using Json = nlohmann::ordered_json;

// Compact JSON; what isn't valid UTF-8 becomes U+FFFD.
std::string to_text(const Json& json);
// The same for inside a <script> element: '<', '>' and '&' are written as \u003c ...
std::string to_script_text(const Json& json);

// Three decimals are plenty for scores and milliseconds, and keep answers short.
double rounded(double value);

Json search_json(const SearchRequest& request, const SearchResponse& response);
// `explain`: with what was considered.
Json answer_json(const AnswerResponse& response, bool explain);
Json suggestions_json(const std::vector<Suggestion>& suggestions);
Json article_json(const Article& article);
Json categories_json(const CategoryList& list, const std::string& lang);
Json incidents_json(const std::vector<IncidentEntry>& incidents);
Json incident_list_json(const IncidentList& list);
// Of a request that was just kept; `url` of its page.
Json kept_request_json(const KeptRequest& kept, const std::string& url);
// Its state, and when it came into each; nothing of what it says.
Json request_state_json(const StoredRequest& request);
Json readiness_json(const Readiness& state);
// The title is the status's reason phrase.
Json problem_json(const Problem& problem);

}  // namespace signpost
