// site_file.h - finds and reads the site.yaml of a source folder.
// Tested by tests/unit/indexer/site_file_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/source_folder.h"

namespace signpost {

struct SiteImage {
  std::string name;  // its path below site.yaml's folder; "" for none
  std::string bytes;
};

struct SiteFile {
  Site site;
  std::string path;  // as messages name it; "" when there is none and all is default
  SiteImage logo;
  std::vector<Diagnostic> diagnostics;
};

// `site.dialects` is set: where no settings name them, they are those that the source's folders show.
// Reads `site_file`, or the source's site.yaml when that is "", and the optional files beside it: synonyms,
// queries, redirects, the logo. These lie beneath the folder of site.yaml as SourceFolder has it; one that
// can't be read is a diagnostic, in which nothing of it is quoted. Throws Error{not_found} or {io} when a
// `site_file` that was asked for can't be read.
SiteFile load_site(const SourceFolder& source, const std::string& site_file);

// Languages that documents have and the site does not list: without a site.yaml they are added to it, with
// one they are a warning.
void reconcile_languages(const Corpus& corpus, SiteFile& site);

}  // namespace signpost
