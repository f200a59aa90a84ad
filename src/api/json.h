// json.h - our structs as the JSON of the API; pages start from the same values.
// Tested, against web/openapi.json, by tests/http/api_schema_test.cc.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "search/catalog_types.h"
#include "search/types.h"

namespace signpost {

// Keeps keys in the order they were added, so that answers read as they are documented.
using Json = nlohmann::ordered_json;

// Compact JSON; what isn't valid UTF-8 becomes U+FFFD.
std::string to_text(const Json& json);
// The same for inside a <script> element: '<', '>' and '&' are written as \u003c ...
std::string to_script_text(const Json& json);

// At most so many bytes of text, as shortened() counts them.
Json runs_json(const Runs& runs, size_t max_bytes);
Json hit_json(const Hit& hit);
Json facet_json(const Facet& facet);
Json filters_json(const Filters& filters);
Json search_json(const SearchRequest& request, const SearchResponse& response);
Json suggestions_json(const std::vector<Suggestion>& suggestions);
Json ref_json(const ArticleRef& ref);
Json refs_json(const std::vector<ArticleRef>& refs);
Json article_json(const Article& article);
Json category_json(const CategoryInfo& category, const std::string& lang);
// One page of them.
Json categories_json(const std::vector<CategoryInfo>& categories, const std::string& lang, uint32_t page,
                     uint32_t per_page);

// "/ko/categories/setup", percent-encoded.
std::string category_url(const std::string& category, const std::string& lang);
// A page's URL as the index has it, percent-encoded, with "#anchor" unless that is "".
std::string page_url(const std::string& url, const std::string& anchor = "");
// Pages that `total` entries fill.
uint64_t pages_of(uint64_t total, uint32_t per_page);
// Pages that `total` results fill, of those that can be listed.
uint64_t page_count(uint64_t total, uint32_t per_page);

}  // namespace signpost
