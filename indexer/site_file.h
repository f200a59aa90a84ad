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
// queries, answers, redirects, the logo. These lie beneath the folder of site.yaml as SourceFolder has it;
// one that can't be read is a diagnostic, in which nothing of it is quoted. Throws Error{not_found} or {io}
// when a `site_file` that was asked for can't be read.
SiteFile load_site(const SourceFolder& source, const std::string& site_file);

// Adds the languages that documents have and the site does not list: nothing is linked that has no page.
// Where site.yaml lists some, that is a warning; where it lists none, the default language is that of the
// documents that don't say theirs, else English, else the one that most have.
void reconcile_languages(const Corpus& corpus, SiteFile& site);

}  // namespace signpost
