// incident_step.h - the incidents of a source: their files parsed in a worker process, and put together.
// Tested by tests/unit/indexer/incident_step_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/incident.h"
#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

struct IncidentsOfSource {
  std::vector<Incident> incidents;  // what began last comes first
  std::vector<std::string> assets;  // source paths of what they show or offer
  std::vector<Diagnostic> diagnostics;
};

// Reads all of them anew: they are few. Of the files of one id, that in the site's default language says what
// holds for all, or the first in the order of the site's languages where it has none; the others translate
// it. `facts` are for what a component may be; where a document has none its product is not known. `now`:
// seconds since 1970. The worker keeps `lock_fd` open. REQUIRES: this process has no other thread.
IncidentsOfSource read_incidents(const Corpus& corpus, const CorpusFacts& facts, const Site& site,
                                 int64_t now, int lock_fd = -1);

}  // namespace signpost
