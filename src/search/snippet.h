// snippet.h - picks the passage that best shows why a section matched, and marks the matches.
// Tested by tests/unit/search/snippet_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "index/forward_index.h"
#include "search/evidence.h"
#include "search/index_reader.h"
#include "search/types.h"

namespace signpost {

inline constexpr size_t kSnippetColumns = 220;  // width of a snippet; a CJK character takes two

// A passage of the section, at most about kSnippetColumns wide, cut at words, with "…" where text was left
// out. `lang` is the document's. A section without a match begins at its start.
Runs make_snippet(const QueryPlan& plan, const Evidence& evidence, const ForwardView& forward,
                  const HitRecord& hit, const StoredMeta& meta, uint32_t section);

// The whole text, with the words of the plan marked. For titles and headings.
Runs mark_matches(const QueryPlan& plan, std::string_view text, std::string_view lang);

}  // namespace signpost
