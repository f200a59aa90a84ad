// serve.h - one life of signpost-serve: composes the service, and the indexing half where there is a source,
// and waits for signals. Tested by tests/faults/source_test.cc and signal_test.cc.
#pragma once

#include "service/serve_command_line.h"

namespace signpost {

// What the process exits with, beside 1 for an Error that is thrown.
enum ServeExit : int { kServeStopped = 0, kServeNothing = 2 };

// Serves until SIGINT or SIGTERM, and where there is a source until SIGHUP, which closing a terminal sends;
// without one that lets the service read its web files again. Throws Error when it cannot start, or when the
// indexing half ends by itself. REQUIRES: this process has no other thread, and calls nothing that starts one
// before.
int serve(const ServeOptions& options);

}  // namespace signpost
