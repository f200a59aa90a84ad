// meaning_step.h - asks an embedder for the meaning of the articles, as a step of a run.
// Tested by tests/e2e/meant.test.mjs.
#pragma once

#include <iosfwd>
#include <string>

#include "content/site.h"
#include "indexer/progress.h"
#include "meaning/learn.h"

namespace signpost {

struct MeaningOptions {
  std::string embedder;         // URL; "" for none
  std::string embedding_cache;  // path of the file; "" for one beside the generations
};

// Whether vectors are wanted: there is an embedder, and the site has not switched them off.
bool wants_meaning(const MeaningOptions& options, const Site& site);

// Gives the draft its vectors. The key of the embedder is in the environment (kEmbedderKeyVariable). Throws
// Error{usage} for a wrong URL, Error{io} for the disk; what the embedder fails to do is the report's
// warning.
MeaningReport add_meaning(const std::string& generation_dir, const std::string& index_dir,
                          const MeaningOptions& options, const Site& site, Progress& progress,
                          std::ostream& err);

// What add_meaning() would ask for.
MeaningCost count_meaning(const std::string& generation_dir, const std::string& index_dir,
                          const MeaningOptions& options, const Site& site, std::ostream& err);

}  // namespace signpost
