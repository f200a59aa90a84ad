// private_places.h - which files their place or name keeps from readers: "_drafts/plan.md", "plan.draft.md".
// Tested by tests/unit/indexer/private_places_test.cc.
#pragma once

#include <string>

#include "content/site.h"
#include "content/visibility.h"

namespace signpost {

// What the path of a Markdown file says. A folder that site.yaml lists as a category is one, whatever its
// name.
Judgement judge_place(const std::string& path, const Site& site);

}  // namespace signpost
