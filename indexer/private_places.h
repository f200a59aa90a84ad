// private_places.h - which files their place or name keeps from readers: "_drafts/plan.md", "plan.draft.md".
// Tested by tests/unit/indexer/private_places_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/kept_back.h"
#include "content/site.h"
#include "content/visibility.h"

namespace signpost {

// The patterns of settings of other tools (content/kept_back.h), with the file that has them.
struct KeptBackBy {
  std::string file;
  KeptBack kept;
};

// Whether one of these patterns fits.
Judgement judge_by_settings(const std::string& path, const std::vector<KeptBackBy>& settings);

// What the path of a Markdown file says. A folder that site.yaml lists as a category is one, whatever its
// name, unless that is the name of internal folders (content/internal_folder.h).
Judgement judge_place(const std::string& path, const Site& site);

}  // namespace signpost
