// original_version_step.h - finds in a source's repository what outdated translations were made from.
// Tested by tests/unit/indexer/original_version_step_test.cc.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "content/site.h"
#include "index/original_versions.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

// What a run knows of the one before.
struct KnownOriginals {
  std::vector<OriginalVersion> versions = {};
  bool same_commit = false;  // the repository is where it was: what it had none of it has none of still
};

// For each article of the site's default language and each `updated` of an outdated translation of it: the
// newest commit of its file, under this path, whose `updated` is not later. What readers of `corpus` may not
// read is in none: drafts, internal versions and internal parts. At most kMaxOriginalVersions and
// kMaxOriginalBytes, whose translations are the oldest first. `read_known` is called where there is any.
// REQUIRES: this process has no other thread.
std::vector<OriginalVersion> find_original_versions(const Corpus& corpus, const CorpusFacts& facts,
                                                    const Site& site, const std::string& source,
                                                    const std::function<KnownOriginals()>& read_known);

}  // namespace signpost
