// service_manager.h - tells systemd how the service is (sd_notify(3)).
// Tested by tests/unit/service/service_manager_test.cc.
//
// The protocol is one datagram to the socket that $NOTIFY_SOCKET names, and it is stable by systemd's
// promise. The library for it would bring its dependencies into a process that faces the network, for these
// few lines.
#pragma once

#include <string_view>

namespace signpost {

// Sends "READY=1", "STOPPING=1" and the like, lines separated by '\n'. Does nothing without $NOTIFY_SOCKET.
void notify_service_manager(std::string_view state);
// "RELOADING=1" with the time that systemd wants beside it; "READY=1" is to follow.
void notify_reloading();

}  // namespace signpost
