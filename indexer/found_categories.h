// found_categories.h - the categories that documents lie in besides those of site.yaml, with their names.
// Tested by tests/unit/indexer/reading_order_test.cc.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/site.h"
#include "indexer/corpus.h"

namespace signpost {

// What lists of pages and settings of folders say besides the order.
struct NamesInSource {
  std::vector<std::string> headings;           // by document: the outermost heading above it in a list
  std::vector<std::string> titles;             // by document: of an index page, in a list
  std::map<std::string, std::string> folders;  // by path with '/' at the end: its label
};

// Pages of one folder that stand under several headings of a list have the headings for categories, unless
// site.yaml lists the folder. Then fills in `site.found_categories`, in the order of the ranks.
void find_categories(Corpus& corpus, Site& site, const NamesInSource& names);

}  // namespace signpost
