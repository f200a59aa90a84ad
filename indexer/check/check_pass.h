// check_pass.h - reads, parses and checks every document, in worker processes.
// Tested by tests/unit/indexer/check/check_run_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

// What rules about several documents need of each.
struct CheckedDocument {
  DocumentFacts facts;
  std::string updated;  // ISO 8601 day, "" when unknown
};

struct CheckedCorpus {
  std::vector<std::optional<CheckedDocument>> documents;  // nullopt when left out
  std::vector<Diagnostic> diagnostics;
};

// The same parse as an index run, without what only the index needs. Documents whose rendering fails are
// diagnosed as there. REQUIRES: this process has no other thread.
CheckedCorpus check_documents(const Corpus& corpus, const Site& site, const std::string& today,
                              size_t workers);

}  // namespace signpost
