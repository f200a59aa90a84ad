// request.cc - fuzz target: the bytes of a connection, sent to the whole service (listener, HTTP library,
// pages, API).
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

#include "http/server.h"
#include "test_site.h"
#include "tests/fuzz/fuzz.h"

using signpost::fuzz::require;

namespace {

class Service {
 public:
  Service()
      : server_(options(), {[this](const signpost::Request& request) { return app_.app().handle(request); },
                            [this](int status) { return app_.app().protocol_error(status); }}) {
    server_.start();
  }
  int port() const { return server_.port(); }

 private:
  static signpost::ListenerOptions options() {
    signpost::ListenerOptions options;
    options.threads = 1;
    return options;
  }
  signpost::testing::TestApp app_;
  signpost::Server server_;
};

int connect_to(int port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  require(::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0, "the service listens");
  const linger at_once{1, 0};  // thousands of connections a second: none may linger
  ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  return fd;
}

// Sends all, ends the sending, and reads to the end. What the service doesn't take, it need not answer.
std::string exchange(std::string_view bytes) {
  static Service service;
  const int fd = connect_to(service.port());
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) break;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  ::shutdown(fd, SHUT_WR);
  std::string answer;
  char buffer[64 * 1024];
  for (ssize_t got; (got = ::recv(fd, buffer, sizeof buffer, 0)) > 0;)
    answer.append(buffer, static_cast<size_t>(got));
  ::close(fd);
  return answer;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string answer = exchange(signpost::fuzz::text_of(data, size));
  if (answer.empty()) return 0;
  require(answer.compare(0, 9, "HTTP/1.1 ") == 0, "an answer is HTTP");
  const size_t end = answer.find("\r\n\r\n");
  require(end != std::string::npos, "an answer has a whole head");
  const std::string head = answer.substr(0, end);
  require(head.find("\r\nContent-Security-Policy: ") != std::string::npos || head.find(" 100 ") == 8,
          "every answer has a policy");
  require(head.find("HTTP/1.1 500 ") != 0, "no request makes the service fail");
  return 0;
}
