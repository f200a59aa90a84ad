// making_room.h - which connections are closed for others, when there are too many or they hold too much.
// Tested by tests/unit/net/making_room_test.cc.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "net/address.h"

namespace signpost {

// A connection at a moment.
struct Held {
  uint64_t id = 0;
  std::optional<Address> payer;  // whose share it counts to, with others of theirs; none: it has its own
  size_t bytes = 0;
  bool is_busy = false;                   // a worker has it
  bool is_writing = false;                // an answer is under way
  bool is_new = false;                    // never answered
  std::chrono::duration<double> rests{};  // so long nothing of its answer was taken, or nothing was asked
};

// Which of all that are held are to be closed to make room for others, none that a worker has. Each pays for
// itself, or all of one address together: whoever weighs most gives up the heaviest that it has, again and
// again.

// So that all together hold at most `total` bytes and nobody more than `share`. Bytes weigh more the longer
// nothing of them is taken.
std::vector<uint64_t> heaviest(const std::vector<Held>& all, size_t total, size_t share);
// Up to `count`. Each weighs the same, and a little more the longer it waits for its client. Those that were
// never answered pay first while they are more than half of all: whoever connects and asks nothing displaces
// nobody who asks. Those with an answer under way come into question only where nobody waits.
std::vector<uint64_t> most_crowded(const std::vector<Held>& all, size_t count);

}  // namespace signpost
