// site_rules.h - the rules that only show when all documents are known, beside those of cross_check.h.
// Tested by tests/unit/indexer/check/check_run_test.cc.
#pragma once

#include <vector>

#include "content/diagnostic.h"
#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

// Rules: orphan, translation-missing, translation-outdated, translation-structure.
std::vector<Diagnostic> check_site(const Corpus& corpus, const CorpusFacts& facts, const Site& site);

}  // namespace signpost
