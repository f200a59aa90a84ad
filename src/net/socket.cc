// socket.cc - see socket.h.
#include "net/socket.h"

#include <linux/filter.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "base/error.h"

namespace signpost {
namespace {

constexpr int kBacklog = 4096;  // the system may allow less
constexpr int kUnsent = 64 << 10;

bool set_option(int fd, int level, int option, int value = 1) {
  return setsockopt(fd, level, option, &value, sizeof value) == 0;
}

// Set before it listens.
void prepare_to_listen(const Descriptor& socket) {
  set_option(socket.get(), SOL_SOCKET, SO_REUSEADDR);
  set_option(socket.get(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, kUnsent);  // accepted ones inherit it
}

std::string failure_text(const std::string& host, int port, int ports, int error) {
  const std::string place = host + ":" + std::to_string(port);
  if (error == EADDRINUSE) {
    const std::string all =
        ports == 1 ? "port " + std::to_string(port) + " is"
                   : "ports " + std::to_string(port) + " to " + std::to_string(port + ports - 1) + " are all";
    return all + " in use on " + host + "; choose another one with --port";
  }
  if (error == EACCES) return "not allowed to listen on " + place + "; ports below 1024 need a privilege";
  return "can't listen on " + place + ": " + std::strerror(error);
}

// On one of the host's addresses; not open, with the last `error`, when none of them can be had.
Descriptor try_to_listen(const std::string& host, int port, int& error) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int failed =
      getaddrinfo(host.empty() ? nullptr : host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (failed != 0) throw Error(ErrorKind::io, "host '" + host + "' is unknown: " + gai_strerror(failed));
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, freeaddrinfo);
  for (const addrinfo* address = found; address != nullptr; address = address->ai_next) {
    Descriptor socket(::socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.is_open()) {
      error = errno;
      continue;
    }
    prepare_to_listen(socket);
    if (bind(socket.get(), address->ai_addr, address->ai_addrlen) == 0 &&
        listen(socket.get(), kBacklog) == 0) {
      return socket;
    }
    error = errno;
  }
  return Descriptor();
}

}  // namespace

Descriptor listen_on(const std::string& host, int port, int ports) {
  int error = EADDRINUSE;
  for (int i = 0; i < ports && error == EADDRINUSE; ++i) {
    Descriptor socket = try_to_listen(host, port + i, error);
    if (socket.is_open()) return socket;
  }
  throw Error(ErrorKind::io, failure_text(host, port, ports, error));
}

int port_of(const Descriptor& socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
  const in_port_t port = address.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6*>(&address)->sin6_port
                                                       : reinterpret_cast<sockaddr_in*>(&address)->sin_port;
  return ntohs(port);
}

// The first shares its port only from now on: two processes that both share one from the start would both
// have it.
std::vector<Descriptor> listen_beside(const Descriptor& first, size_t count) {
  std::vector<Descriptor> others;
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  const auto where = reinterpret_cast<sockaddr*>(&address);
  if (count == 0 || getsockname(first.get(), where, &size) != 0) return others;
  if (!set_option(first.get(), SOL_SOCKET, SO_REUSEPORT)) return others;
  while (others.size() < count) {
    Descriptor socket(::socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.is_open()) break;
    prepare_to_listen(socket);
    const bool listens = set_option(socket.get(), SOL_SOCKET, SO_REUSEPORT) &&
                         bind(socket.get(), where, size) == 0 && listen(socket.get(), kBacklog) == 0;
    if (!listens) break;
    others.push_back(std::move(socket));
  }
  return others;
}

size_t raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

Accepted accept_from(const Descriptor& listening) {
  Accepted accepted;
  while (true) {
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    accepted.socket = Descriptor(
        accept4(listening.get(), reinterpret_cast<sockaddr*>(&from), &size, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (accepted.socket.is_open()) {
      set_option(accepted.socket.get(), IPPROTO_TCP, TCP_NODELAY);
      accepted.peer = address_of(from);
      return accepted;
    }
    if (errno == EINTR || errno == ECONNABORTED) continue;
    accepted.out_of_files = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    return accepted;
  }
}

// Closing the socket alone would reset what the system has let in between our last accept and then. A classic
// BPF program sees a packet from its TCP header on (RFC 9293, section 3.1: the flags are byte 13).
void pass_over_new_clients(const Descriptor& listening) {
  constexpr uint32_t kFlags = 13, kSynAck = 0x12, kSyn = 0x02;
  sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_B | BPF_ABS, kFlags),      BPF_STMT(BPF_ALU | BPF_AND | BPF_K, kSynAck),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kSyn, 0, 1), BPF_STMT(BPF_RET | BPF_K, 0),
      BPF_STMT(BPF_RET | BPF_K, 0xffffffff),
  };
  const sock_fprog program = {sizeof code / sizeof code[0], code};
  // Where the system has no such filters stopping is only as graceful as it can be.
  (void)setsockopt(listening.get(), SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

size_t send_some(int fd, std::string_view bytes) { return send_some(fd, bytes, {}); }

size_t send_some(int fd, std::string_view first, std::string_view second) {
  const size_t all = first.size() + second.size();
  size_t sent = 0;
  while (sent < all) {
    const std::string_view head = first.substr(std::min(sent, first.size()));
    const std::string_view rest = second.substr(sent - (first.size() - head.size()));
    iovec pieces[] = {{const_cast<char*>(head.data()), head.size()},
                      {const_cast<char*>(rest.data()), rest.size()}};
    msghdr message{};
    message.msg_iov = pieces;
    message.msg_iovlen = 2;
    const ssize_t size = sendmsg(fd, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (size >= 0) {
      sent += static_cast<size_t>(size);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      return sent;
    } else if (errno != EINTR) {
      return all;
    }
  }
  return sent;
}

size_t unacknowledged(int fd) {
  int bytes = 0;
  return ioctl(fd, SIOCOUTQ, &bytes) == 0 && bytes > 0 ? static_cast<size_t>(bytes) : 0;
}

void forget_unsent(const Descriptor& socket) {
  const linger at_once{1, 0};
  setsockopt(socket.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace signpost
