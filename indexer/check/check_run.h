// check_run.h - `signpost-index check`: looks at a source folder and says what is wrong; writes nothing.
// Tested by tests/unit/indexer/check/check_run_test.cc.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "indexer/check/findings.h"

namespace signpost {

struct CheckOptions {
  std::string source = "articles";
  std::string site_file;      // "" for SOURCE/site.yaml, if there is one
  std::string changed_since;  // a commit; "" to report on all files
  std::string complaints;     // a file, for open-complaints; "" for none. REQUIRES: changed_since
  FindingsFormat format = FindingsFormat::text;
  std::string baseline;  // a generation, or an index for the one it has published; "" for none
  size_t jobs = 0;       // worker processes; 0 for one a core
  std::string today;     // ISO 8601 day; "" for what the clock says
};

// Findings go to `out`, the counts to `err`. Returns 0 without errors, 1 with. Throws Error when it could not
// be done at all. REQUIRES: this process has no other thread.
int run_check(const CheckOptions& options, std::ostream& out, std::ostream& err);

}  // namespace signpost
