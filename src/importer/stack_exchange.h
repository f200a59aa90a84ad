// stack_exchange.h - imports the questions and answers of a Stack Exchange data dump.
// Tested by tests/unit/importer/stack_exchange_test.cc.
#pragma once

#include "importer/finding_printer.h"
#include "importer/import_options.h"
#include "importer/thread_store.h"

namespace signpost {

// Reads OPTIONS.dump/Posts.xml twice: first the questions, then all texts, so that answers may come in any
// order. Users.xml beside it gives the names. Memory grows by 12 bytes a question, 8 a user and 4 an answer.
// What an earlier import wrote and is no longer there is removed, if the dump could be read to its end and no
// limit was set. Throws Error when there is no Posts.xml or the threads can't be written.
ImportCounts import_stack_exchange(const ImportOptions& options, const SiteAddress& site, ThreadStore& store,
                                   FindingPrinter& findings);

}  // namespace signpost
