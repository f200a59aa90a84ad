// indexing_half.h - what --source adds to the service: a process beside it that indexes and watches the
// folder. Tested by tests/faults/source_test.cc.
#pragma once

#include "base/child_process.h"
#include "base/error.h"
#include "service/serve_command_line.h"

namespace signpost {

// Killed with the object, and when this process dies.
class IndexingHalf {
 public:
  // Starts the process. REQUIRES: this one has no other thread, and no socket. Throws Error{io}.
  explicit IndexingHalf(const ServeOptions& options);

  // Readable when something is published or when nothing could be; from then on only when the process has
  // ended.
  int fd() const { return process_.from_child(); }
  // To be asked once, when fd() has become readable. When nothing is, the process has said why and ended;
  // throws end() when it could not.
  bool has_published();
  // Waits for an end that nobody asked for; what is to be said of it.
  Error end();

 private:
  ChildProcess process_;
};

}  // namespace signpost
