// cross_check.h - what only shows when all documents are known: links, old addresses, categories, foreign
// keys. Tested by tests/unit/indexer/cross_check_test.cc.
#pragma once

#include <vector>

#include "content/diagnostic.h"
#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

// What many files have in common, such as an unknown category: one finding for all, or one for each.
enum class Detail { once, everywhere };

// `facts[i]` belongs to corpus.documents[i]; nullopt when that document was left out. Rules: link-target,
// link-fragment, alias, redirect, category, unknown-key.
std::vector<Diagnostic> check_across(const Corpus& corpus, const CorpusFacts& facts, const Site& site,
                                     Detail detail = Detail::once);

}  // namespace signpost
