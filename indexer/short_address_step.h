// short_address_step.h - gives each article and section of a new generation its short address, and leaves
// those that are published where they are. Tested by tests/unit/indexer/short_address_step_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

// Writes GENERATION/short.bin. Where an article had another id, as its aliases or the file `redirects` say,
// what was given out for that leads to it. What was given out in the generations `before` is gone on with,
// unless it is damaged; of two of them the first counts, "" is none. Throws Error{io}.
void add_short_addresses(const Corpus& corpus, const CorpusFacts& facts, const Site& site,
                         const std::vector<std::string>& before, const std::string& generation_dir);

}  // namespace signpost
