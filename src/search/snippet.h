// snippet.h - picks the passage that best shows why a section matched, and marks the matches.
// Tested by tests/unit/search/snippet_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/analyzer.h"
#include "index/forward_index.h"
#include "search/evidence.h"
#include "search/index_reader.h"
#include "search/types.h"

namespace signpost {

// What to mark, by term_hash(); ascending.
struct MarkedTerms {
  std::vector<uint32_t> strong;
  std::vector<uint32_t> weak;  // only beside a strong one, or where there is no strong one
  TermBeginnings beginnings;
};

inline constexpr size_t kSnippetColumns = 220;  // width of a snippet; a CJK character takes two

// Shows where a plan matched: what is made of the plan for it is made once, and serves all hits. The plan
// must outlive it.
class Marker {
 public:
  explicit Marker(const QueryPlan& plan);

  // A passage of the section, at most about kSnippetColumns wide, cut at words, with "…" where text was left
  // out. A section without a match begins at its start.
  Runs snippet(const Evidence& evidence, const ForwardView& forward, const HitRecord& hit,
               const MetaView& meta, uint32_t section) const;

  // The whole text, with the words of the plan marked. For titles and headings. `lang` is the document's.
  Runs mark(std::string_view text, const std::string& lang) const;

 private:
  const QueryPlan& plan_;
  MarkedTerms terms_;
};

}  // namespace signpost
