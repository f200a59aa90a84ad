// fault_table.h - which calls fault_shim.cc makes fail, in memory that the test and the program under test
// share.
#pragma once

#include <atomic>

namespace signpost {

enum class FaultClass : int {
  none,
  write,   // write, create, rename, link
  sync,    // fsync and its kind
  read,    // open to read, read
  memory,  // allocations of 64 KB and more
};

struct FaultTable {
  FaultClass kind = FaultClass::none;
  bool once = false;           // only that call, not the ones behind it
  int error = 0;               // errno of a call that fails
  long first = 0;              // the number of the first call that fails, from 1; 0 for none
  std::atomic<long> calls{0};  // of that class until now, in all processes
  std::atomic<int> fired{0};   // 1 when a call has failed
};
static_assert(std::atomic<long>::is_always_lock_free, "shared by processes");

}  // namespace signpost
