// indexing_half.cc - see indexing_half.h.
#include "indexing_half.h"

#include <unistd.h>

#include <iostream>

#include "base/descriptor.h"
#include "base/error.h"
#include "indexer/watch_run.h"

namespace signpost {
namespace {

constexpr int kNoDescriptor = -1;

IndexOptions index_options(const ServeOptions& options) {
  IndexOptions index;
  index.source = options.source;
  index.output = options.index;
  index.site_file = options.site_file;
  index.meaning.embedder = options.embedder;
  index.progress = ::isatty(STDERR_FILENO) == 1;
  return index;
}

// In the process of its own. `out` gets one byte when there is something to serve.
int index_and_watch(const IndexOptions& options, int out) {
  try {
    watch_source(options, std::cout, std::cerr, [&](uint64_t documents) {
      if (documents > 0) return write_all(out, "p");
      std::cerr << "signpost-serve: no article of " << options.source
                << " is published, so there is nothing to show" << std::endl;
      return false;
    });
  } catch (const std::exception& error) {
    std::cerr << "signpost-serve: " << message_of(error) << std::endl;
  }
  return kExitNotPublished;
}

Error unasked_end(const std::string& how) {
  return {ErrorKind::internal, "the process that indexes ended by itself: " + how};
}

}  // namespace

IndexingHalf::IndexingHalf(const ServeOptions& options)
    : process_([index = index_options(options)](int, int out) { return index_and_watch(index, out); },
               kNoDescriptor) {}

bool IndexingHalf::has_published() {
  char byte = 0;
  if (read_up_to(fd(), &byte, 1) == 1) return true;
  int signal = 0;
  const std::string how = process_.wait(&signal);
  if (signal != 0) throw unasked_end(how);
  return false;
}

Error IndexingHalf::end() { return unasked_end(process_.wait()); }

}  // namespace signpost
