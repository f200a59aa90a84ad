// short_address_step.h - gives each article and section of a new generation its short address, and leaves
// those that are published where they are. Tested by tests/unit/indexer/short_address_step_test.cc.
#pragma once

#include <string>

#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

// Writes GENERATION/short.bin. Where an article had another id, as its aliases or the file `redirects` say,
// what was given out for that leads to it. What is published in `index_dir` is gone on with, unless it is
// damaged. Throws Error{io}.
void add_short_addresses(const Corpus& corpus, const CorpusFacts& facts, const Site& site,
                         const std::string& index_dir, const std::string& generation_dir);

}  // namespace signpost
