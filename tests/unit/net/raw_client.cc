// raw_client.cc - see raw_client.h.
#include "raw_client.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include "base/ascii.h"

namespace signpost::testing {
namespace {

constexpr auto kPatience = std::chrono::milliseconds(20000);

}  // namespace

std::string Answer::header(const std::string& name) const {
  const std::string wanted = "\r\n" + lower_case(name) + ": ";
  const size_t start = lower_case(head).find(wanted);
  if (start == std::string::npos) return "";
  const size_t value = start + wanted.size();
  return head.substr(value, head.find("\r\n", value) - value);
}

RawClient::RawClient(int port, Failure failure, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer > 0)
    setsockopt(socket_.get(), SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  connected_ = connect(socket_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  EXPECT_TRUE(connected_ || failure == Failure::allowed);
}

bool RawClient::send(const std::string& bytes) {
  for (size_t sent = 0; sent < bytes.size();) {
    const ssize_t size = ::send(socket_.get(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (size <= 0) return false;
    sent += static_cast<size_t>(size);
  }
  return true;
}

bool RawClient::fill(std::chrono::milliseconds time) {
  pollfd wait{socket_.get(), POLLIN, 0};
  if (poll(&wait, 1, static_cast<int>(time.count())) != 1) return false;
  char bytes[65536];
  const ssize_t size = recv(socket_.get(), bytes, sizeof bytes, 0);
  if (size <= 0) return false;
  buffer_.append(bytes, static_cast<size_t>(size));
  return true;
}

bool RawClient::is_delivered() const {
  int waiting = 0;
  return ioctl(socket_.get(), SIOCOUTQ, &waiting) == 0 && waiting == 0;
}

Answer RawClient::receive(bool no_body) {
  Answer answer;
  size_t end = std::string::npos;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill(kPatience)) return answer;
  }
  answer.head = buffer_.substr(0, end + 2);
  buffer_.erase(0, end + 4);
  answer.status = std::stoi(answer.head.substr(9, 3));
  const std::string length = answer.header("Content-Length");
  const size_t size = no_body || length.empty() ? 0 : std::stoul(length);
  while (buffer_.size() < size) {
    if (!fill(kPatience)) break;
  }
  answer.body = buffer_.substr(0, size);
  buffer_.erase(0, answer.body.size());
  return answer;
}

bool RawClient::skip(size_t size) {
  pollfd wait{socket_.get(), POLLIN, 0};
  std::string bytes(size, '\0');
  return poll(&wait, 1, static_cast<int>(kPatience.count())) == 1 &&
         recv(socket_.get(), bytes.data(), size, 0) > 0;
}

Answer RawClient::get(const std::string& target, const std::string& headers) {
  send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
  return receive();
}

bool RawClient::is_closed_within(std::chrono::milliseconds time) {
  if (!buffer_.empty()) return false;
  pollfd wait{socket_.get(), POLLIN, 0};
  if (poll(&wait, 1, static_cast<int>(time.count())) != 1) return false;
  char byte = 0;
  return recv(socket_.get(), &byte, 1, MSG_PEEK) <= 0;
}

bool RawClient::is_silent_for(std::chrono::milliseconds time) {
  pollfd wait{socket_.get(), POLLIN, 0};
  return poll(&wait, 1, static_cast<int>(time.count())) == 0;
}

void RawClient::reset() {
  const linger at_once{1, 0};
  setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  socket_ = Descriptor();
}

void RawClient::finish() { shutdown(socket_.get(), SHUT_WR); }

}  // namespace signpost::testing
