// held_signals.h - holds back Ctrl-C and its like while there is something to tidy up.
// Tested by tests/unit/release/publish_test.cc.
#pragma once

#include <csignal>

namespace signpost {

// While it lives, SIGINT, SIGTERM and SIGHUP wait; they have their effect when it goes. Only of this thread
// and those that it starts. Long work asks now and then, and ends by an exception.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  // Throws Error{usage} when one is waiting.
  void check() const;

 private:
  sigset_t held_;
  sigset_t before_;
};

}  // namespace signpost
