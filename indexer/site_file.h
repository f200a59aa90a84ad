// site_file.h - finds and reads the site.yaml of a source folder.
// Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/site.h"
#include "indexer/asset_copy.h"
#include "indexer/corpus.h"

namespace signpost {

struct SiteFile {
  Site site;
  std::string path;               // as messages name it; "" when there is none and all is default
  std::vector<AssetFile> assets;  // the logo
  std::vector<Diagnostic> diagnostics;
};

// Reads `site_file`, or SOURCE/site.yaml when that is "", and the optional files beside it: synonyms,
// queries, redirects. Throws Error{not_found} when a file that was asked for can't be read.
SiteFile load_site(const std::string& source, const std::string& site_file);

// Languages that documents have and the site does not list: without a site.yaml they are added to it, with
// one they are a warning.
void reconcile_languages(const Corpus& corpus, SiteFile& site);

}  // namespace signpost
