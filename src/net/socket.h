// socket.h - the few calls on TCP sockets that we need.
// Tested by tests/unit/net/server_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.h"
#include "net/address.h"

namespace signpost {

// Non-blocking. Port 0 takes any free one; of `ports` ports from `port` on the first that is free is taken.
// Of what is to be sent, and can't go yet, the system takes little from each connection (64 KB): what a
// client leaves lying is ours to count. Throws Error{io}, with what to do where that is known.
Descriptor listen_on(const std::string& host, int port, int ports = 1);
int port_of(const Descriptor& socket);
// Up to so many more that listen beside this one at its address and port: each new connection goes to one of
// them. Fewer, or none, where the system shares no ports. Nobody else's can have come before: the first was
// alone there.
std::vector<Descriptor> listen_beside(const Descriptor& first, size_t count);
// Lets this process open as many files as it may, and returns how many that are.
size_t raise_file_limit();

struct Accepted {
  Descriptor socket;
  Address peer;
  bool out_of_files = false;  // one waits, but this process has no descriptor for it
};
// The next connection that waits, non-blocking and without Nagle's delay; not open when none does.
Accepted accept_from(const Descriptor& listening);

// Whoever asks for a connection from now on is passed over as if the packet had been lost, so that a client
// tries again a second later, when the port is closed or another process's. Connections that are on their way
// in still come.
void pass_over_new_clients(const Descriptor& listening);

// Sends what fits without waiting and returns how much that was. A connection that is gone takes everything:
// whoever reads it next will see that.
size_t send_some(int fd, std::string_view bytes);
// The same for both, one behind the other, in one call.
size_t send_some(int fd, std::string_view first, std::string_view second);

// Bytes that the system was given to send and that the client's system has not acknowledged; 0 where it can't
// tell.
size_t unacknowledged(int fd);
// When this socket closes, the system forgets what it has not sent, and the client sees a reset.
void forget_unsent(const Descriptor& socket);

}  // namespace signpost
