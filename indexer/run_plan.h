// run_plan.h - which documents a run must render, and which it can keep from the run before.
// Tested by tests/unit/indexer/incremental_run_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/run_state.h"

namespace signpost {

struct RunPlan {
  std::string full_because;                   // why everything is rendered; "" when only what changed is
  std::vector<uint32_t> to_render;            // documents of the corpus, ascending
  std::vector<std::optional<uint32_t>> kept;  // by document: which of the state's it is; nullopt: render
  bool full() const { return !full_because.empty(); }
};

RunSettings settings_of(const Site& site);

RunPlan plan_full(const Corpus& corpus, const std::string& because);

// Only what changed, unless that is so much that a full run costs less than what it would leave behind.
RunPlan plan_run(const Corpus& corpus, const RunState& previous, const RunSettings& settings);

// The same where the corpus is the one that `previous` was made of, but for the texts of `changed`.
RunPlan plan_changes(const Corpus& corpus, const RunState& previous, const std::set<uint32_t>& changed);

}  // namespace signpost
