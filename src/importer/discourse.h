// discourse.h - imports topics of a Discourse forum.
// Tested by tests/unit/importer/discourse_test.cc.
#pragma once

#include "importer/finding_printer.h"
#include "importer/import_options.h"
#include "importer/thread_store.h"

namespace signpost {

// Reads one file of OPTIONS.files after the other; a topic may be spread over several, the one with its first
// post first. Answers that are gone from a topic are removed; threads only if they are deleted there, or with
// OPTIONS.prune. Throws Error when the threads can't be written.
ImportCounts import_discourse(const ImportOptions& options, const SiteAddress& site, ThreadStore& store,
                              FindingPrinter& findings);

}  // namespace signpost
