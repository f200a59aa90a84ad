// publish.h - `signpost-index publish`: a pack becomes the published generation of an index.
// Tested by tests/unit/release/publish_test.cc.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "release/pack_file.h"

namespace signpost {

struct PublishOptions {
  std::string file;
  std::string index = "index";
  std::string sha256;  // that the pack must have; "" for any
  uint64_t max_bytes = kMaxPackBytes;
  bool force = false;  // publishes even if most documents are gone
};

// Compares the sum of the pack with the one given, unpacks into a new generation, compares every file with
// the manifest, reads all of it in a process of its own (probe.h), and only then publishes, as an index run
// does. This process interprets nothing of it but the manifest before that other one has read it. Tells of
// addresses that show another article than before. Does nothing when the published generation has just these
// files. Whatever goes wrong, the index stays as it was and nothing is left behind; should the
// process be killed, what it left is never opened, and goes with the next run. Returns 0; throws Error.
int run_publish(const PublishOptions& options, std::ostream& out);

}  // namespace signpost
