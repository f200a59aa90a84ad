// file_account.h - what became of every file of a source, for the report of a run: none is left out in
// silence. Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <string>

#include "indexer/corpus.h"
#include "indexer/render_result.h"
#include "indexer/run_report.h"

namespace signpost {

// Fills in the counts of files, and adds an error for a document that is left out while no finding says why.
// Throws Error{internal} when the counts don't add up.
void account_for_files(const Corpus& corpus, const CorpusFacts& facts, RunReport& report);

// What a source without Markdown has: ": its files are .mdx 12, .png 3"; "" for nothing.
std::string endings_without_markdown(const Corpus& corpus);

}  // namespace signpost
