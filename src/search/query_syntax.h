// query_syntax.h - the query language: words, "phrases", -without, and tag: category: kind: lang: filters.
// Tested by tests/unit/search/query_syntax_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/types.h"

namespace signpost {

inline constexpr size_t kMaxQueryBytes = 512;
inline constexpr size_t kMaxQueryWords = 32;

struct QueryPart {
  std::string text;
  bool phrase = false;   // was quoted
  bool exclude = false;  // had a '-' before it
};

struct ParsedQuery {
  std::string text;  // the query as it counts: white space normalised, cut to the limits
  std::vector<QueryPart> parts;
  Filters filters;
  bool truncated = false;
  bool ends_open = false;  // the last word may be unfinished: no white space or quote behind it
};

// Never fails: what is malformed (an open quote, an unknown kind) is plain words.
ParsedQuery parse_query(std::string_view text);

// The query with its quoted parts as plain words, and its text without their quotes. What stood between them
// stays words ("-v" of a pasted command excludes nothing). Nullopt where nothing is quoted.
std::optional<ParsedQuery> without_quotes(const ParsedQuery& query);

}  // namespace signpost
