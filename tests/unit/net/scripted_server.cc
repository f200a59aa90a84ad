// scripted_server.cc - see scripted_server.h.
#include "scripted_server.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <stdexcept>
#include <thread>

#include "net/socket.h"
#include "raw_client.h"

namespace signpost::testing {
namespace {

// False when the client left before it had said all.
bool receive_request(int fd, ReceivedRequest& request) {
  std::string bytes;
  size_t end = std::string::npos;
  size_t size = 0;
  for (;;) {
    if (end == std::string::npos && (end = bytes.find("\r\n\r\n")) != std::string::npos) {
      const Answer parsed{0, bytes.substr(0, end + 2), ""};
      const std::string length = parsed.header("Content-Length");
      size = length.empty() ? 0 : std::stoul(length);
    }
    if (end != std::string::npos && bytes.size() >= end + 4 + size) break;
    char piece[4096];
    const ssize_t got = ::recv(fd, piece, sizeof piece, 0);
    if (got <= 0) return false;
    bytes.append(piece, static_cast<size_t>(got));
  }
  request = {bytes.substr(0, end + 2), bytes.substr(end + 4, size)};
  return true;
}

void send_all(int fd, const std::string& bytes) {
  for (size_t sent = 0; sent < bytes.size();) {
    const ssize_t size = ::send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (size <= 0) return;
    sent += static_cast<size_t>(size);
  }
}

}  // namespace

Descriptor listening_socket() {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::bind(socket.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(socket.get(), 16) != 0) {
    throw std::runtime_error("can't listen");
  }
  return socket;
}

struct ScriptedServer::Thread {
  std::thread thread;
};

ScriptedServer::ScriptedServer(Script script)
    : script_(std::move(script)),
      listening_(listening_socket()),
      port_(port_of(listening_)),
      thread_(std::make_unique<Thread>()) {
  thread_->thread = std::thread([this] { run(); });
}

ScriptedServer::~ScriptedServer() {
  ::shutdown(listening_.get(), SHUT_RDWR);
  thread_->thread.join();
}

std::string ScriptedServer::url() const { return "http://127.0.0.1:" + std::to_string(port_); }

std::vector<ReceivedRequest> ScriptedServer::received() const {
  const MutexLock lock(mutex_);
  return received_;
}

void ScriptedServer::run() {
  for (size_t nth = 0;;) {
    Descriptor socket(::accept(listening_.get(), nullptr, nullptr));
    if (!socket.is_open()) return;
    ReceivedRequest request;
    if (!receive_request(socket.get(), request)) continue;
    {
      const MutexLock lock(mutex_);
      received_.push_back(request);
    }
    const std::string answer = script_(request, nth++);
    if (answer.empty()) {
      waiting_.push_back(std::move(socket));
    } else {
      send_all(socket.get(), answer);
    }
  }
}

std::string http_answer(int status, const std::string& body, const std::string& headers) {
  return "HTTP/1.1 " + std::to_string(status) +
         " X\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers +
         "\r\n" + body;
}

}  // namespace signpost::testing
