// import_run.h - one run from a dump to the files of threads.
// Tested by tests/unit/importer/import_run_test.cc.
#pragma once

#include <iosfwd>

#include "importer/import_options.h"

namespace signpost {

// What the process exits with.
enum ImportExit : int {
  kImportClean = 0,   // at most warnings
  kImportErrors = 1,  // imported, but something was left out for an error
  kImportFailed = 2,  // there was nothing that could be read, or the system refused
};

enum class ImportSource { stack_exchange, discourse };

struct ImportCommand {
  ImportSource source = ImportSource::stack_exchange;
  ImportOptions options;
};

// Imports; prints findings to `err` and the summary to `out`. Throws Error when it could not begin, or could
// not write.
int run_import(const ImportCommand& command, std::ostream& out, std::ostream& err);

}  // namespace signpost
