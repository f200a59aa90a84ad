// generation.h - the directory of immutable index generations: naming, publishing, rolling back.
// Tested by tests/unit/index/generation_test.cc.
//
//   INDEX/current                 one line: the name of the published generation
//   INDEX/lock                    held (flock) by the process that is writing
//   INDEX/watching                held by the process that watches a source and writes after its changes
//   INDEX/generations/NAME/       manifest.json, and what the index writer put there
//   INDEX/staff/                  an index of its own, of the same source as staff may read it
//
// NAME is a number that only grows and the time of its making: "000042-20261122T130501Z".
#pragma once

#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "base/descriptor.h"

namespace signpost {

// The right to write into an index directory, or to be the one that watches for it, held while the object
// lives; it ends with the process, however that ends. Makes the directory when it is missing. Waits a moment
// for a holder that is just ending, then throws Error{usage}; Error{io} when a link of the name leads
// elsewhere (base/named_path.h).
class IndexLock {
 public:
  enum class To { write, watch };
  explicit IndexLock(const std::string& index_dir, To to = To::write);
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

  // Child processes that write keep it open, so that the lock outlives a killed parent until they are gone.
  int fd() const { return fd_.get(); }

 private:
  Descriptor fd_;
};

// "INDEX/staff": what only staff may read lies nowhere else.
std::string staff_index(const std::string& index_dir);

// Path of the published generation's directory, nullopt when nothing was published yet. Throws
// Error{corrupt} when `current` holds anything but a name.
std::optional<std::string> current_generation(const std::string& index_dir);

// Directory of a generation: of the one that is published when `path` is an index directory, or `path` itself
// when that is a generation. Throws Error{not_found}, and what current_generation() throws.
std::string find_generation(const std::string& path);

// Names of finished generations, oldest first: the published one and the ones before it.
std::vector<std::string> list_generations(const std::string& index_dir);

// Creates an empty directory for the next generation and returns its path. Its name sorts after all others.
// This and everything below wants the caller to hold the IndexLock.
std::string new_generation(const std::string& index_dir);

// Deletes its directory, the manifest first: a removal cut short must not leave what looks like a finished
// generation.
void remove_generation(const std::string& generation_dir, std::error_code& error);

// Makes it the published one, atomically (rename of `current`), and syncs.
void publish_generation(const std::string& index_dir, const std::string& generation_dir);

// Publishes the generation before the current one and returns its name. Throws Error{not_found}.
std::string roll_back(const std::string& index_dir);

inline constexpr size_t kGenerationsKept = 3;

// Deletes all but the newest kGenerationsKept generations, never the published one, and what unfinished runs
// left.
void prune_generations(const std::string& index_dir);

}  // namespace signpost
