// thread_store.h - the folders and files of one site's threads: writes what changed, never touches what
// people wrote. Tested by tests/unit/importer/thread_store_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/open_beneath.h"
#include "importer/finding_printer.h"
#include "importer/slot_file.h"

namespace signpost {

class ThreadStore {
 public:
  struct Counts {
    uint64_t written = 0;
    uint64_t unchanged = 0;
    uint64_t removed = 0;
    uint64_t left = 0;  // they are people's
  };

  // `folder` is OUTPUT/community/<lang>, made if it isn't there; `key` is that of the site. Throws Error{io},
  // as all functions here, when the system refuses. No link below OUTPUT is followed: a thread's folder that
  // is one, and a file, are people's and left as they are.
  ThreadStore(std::string folder, std::string key, FindingPrinter& findings);

  // The folder of a thread, "KEY-ID-SLUG", made if it isn't there. One that an earlier import made with
  // another slug is renamed. REQUIRES: the same slug for the same thread.
  std::string open_thread(uint32_t id, const std::string& slug);

  // The folder that was there before this import, under the name that it had; "" when there is none.
  std::string known_thread(uint32_t id) const;

  // Writes question.md or answer-ID.md; a reader sees the old file or the new one.
  void write_question(const std::string& thread, const std::string& bytes);
  void write_answer(const std::string& thread, uint32_t id, const std::string& bytes);

  // Removes the answers of a thread that `keep` refuses.
  void remove_answers(const std::string& thread, const std::function<bool(uint32_t)>& keep);
  void remove_thread(const std::string& thread);

  // Calls `visit` for each thread of this site: its id and its folder.
  void for_each_thread(const std::function<void(uint32_t, const std::string&)>& visit) const;

  const std::string& folder() const { return folder_; }
  const Counts& counts() const { return counts_; }

 private:
  void write(const std::string& thread, const std::string& name, const std::string& bytes);
  void leave(const std::string& path, const std::string& message);
  void remove_posts(const std::string& thread, const std::function<bool(const std::string&)>& keep);
  // Of a thread; -1 with errno when there is none, or it is a link.
  Descriptor open_folder(const std::string& thread) const;
  std::string path_of(uint32_t id, const std::string& slug) const;

  const std::string folder_;
  const std::string key_;
  FindingPrinter& findings_;
  Descriptor opened_;  // the folder
  SlotFile known_;     // the slugs of the threads that were there, by id
  uint32_t last_id_ = 0;
  std::string last_thread_;
  Counts counts_;
};

// What of a title goes into the name of a folder: at most 60 bytes.
std::string thread_slug(const std::string& title);

}  // namespace signpost
