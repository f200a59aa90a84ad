// child_process.h - a forked copy of this process with one pipe to it and one from it.
// Tested by tests/unit/indexer/worker_pool_test.cc.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

#include "base/descriptor.h"

namespace signpost {

// Owns the process and both ends of the pipes. It is killed when the object goes, and when the parent dies.
class ChildProcess {
 public:
  // Runs in the child, which ends with what it returns. `in` and `out` block.
  using Body = std::function<int(int in, int out)>;

  ChildProcess() = default;
  // Forks; every descriptor from 3 up but the pipes' and `keep_fd` is closed in the child. The parent's ends
  // don't block. Ignores SIGPIPE in the parent from here on. REQUIRES: this process has no other thread.
  // Throws Error{io}.
  ChildProcess(const Body& body, int keep_fd);
  ChildProcess(ChildProcess&& other) noexcept { swap(other); }
  ChildProcess& operator=(ChildProcess&& other) noexcept {
    ChildProcess(std::move(other)).swap(*this);
    return *this;
  }
  ~ChildProcess() { kill(); }

  bool running() const { return pid_ > 0; }
  int to_child() const { return to_child_.get(); }      // -1 when closed
  int from_child() const { return from_child_.get(); }  // -1 when closed
  void close_to_child() { to_child_ = Descriptor(); }

  // Kills with SIGKILL, waits and closes; does nothing when it isn't running.
  void kill();
  // Waits until it has ended and closes. Returns how it ended, for a person: "" for exit status 0,
  // "exit status 3", "signal 11 (Segmentation fault)" ...; `signal` gets the signal or 0.
  std::string wait(int* signal = nullptr);

  // Peak resident memory of the process in bytes, known once it has ended.
  size_t peak_memory() const { return peak_memory_; }

 private:
  void swap(ChildProcess& other) noexcept;
  int reap();

  pid_t pid_ = -1;
  Descriptor to_child_;
  Descriptor from_child_;
  size_t peak_memory_ = 0;
};

}  // namespace signpost
