// source_watch.h - waits for changes in a source folder.
// Tested by tests/unit/indexer/source_watch_test.cc.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/source_folder.h"

namespace signpost {

// What a watch saw since it was asked last.
struct SourceChanges {
  bool unclear = false;  // something can't be told
  // Paths in the source of files that came, went or may have other bytes, and of folders that came or went,
  // with '/' at their end.
  std::set<std::string> files;
};

// Watches a folder with all below it, and single files beside it, through inotify.
class SourceWatch {
 public:
  // `skip_dir` (the output, which may lie inside) and hidden names are not watched. `files`: others whose
  // change counts. Throws Error{io}.
  SourceWatch(const std::string& source, const std::string& skip_dir, const std::vector<std::string>& files);
  SourceWatch(const SourceWatch&) = delete;
  SourceWatch& operator=(const SourceWatch&) = delete;

  // Waits until something has changed and then nothing for `quiet_ms`, so that a checkout or a save in
  // several steps counts once. False when `timeout_ms` (-1: none) went by without a change.
  bool wait(int quiet_ms, int timeout_ms = -1);

  // What wait() has seen; it is forgotten then.
  SourceChanges take_changes() { return std::exchange(changes_, {}); }

 private:
  void add_tree(const std::string& folder);  // "" or with '/' at its end
  bool read_events();

  const SourceFolder source_;
  std::string skip_dir_;
  std::vector<std::string> files_;
  Descriptor fd_;
  std::unordered_map<int, std::string> folders_;  // by watch descriptor
  SourceChanges changes_;
};

}  // namespace signpost
