// listener_exchange.cc - how one connection is read, answered and written to; see listener_loop.h.
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "net/listener_loop.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;
using State = ConnectionState;

// After the last answer the client's remaining bytes are read and dropped for this long: closing at once
// would reset the connection and could take the answer away from the client.
constexpr auto kLinger = std::chrono::milliseconds(1000);
constexpr int kRequestsAtATime = 16;                   // of one connection, while others have something to do
constexpr auto kRetryAfter = std::chrono::seconds(1);  // of a full queue

}  // namespace

void Listener::Loop::watch(uint64_t id, Connection& connection, uint32_t events) {
  if (connection.watched == events) return;
  poller.change(connection.socket.get(), id, events);
  connection.watched = events;
}

void Listener::Loop::on_event(uint64_t id, Connection& connection, uint32_t events) {
  // An end of input that came before hides a reset from whoever reads.
  const bool is_reset = (events & EPOLLERR) != 0;
  if (is_reset && connection.state != State::answering) return connections.close(id);
  switch (connection.state) {
    case State::reading:
      if (!connection.has_turn) read_some(id, connection);
      break;
    case State::writing:
      if ((events & EPOLLHUP) != 0) {
        connections.close(id);
      } else {
        write_some(id, connection);
        advance(id, connection);
      }
      break;
    case State::answering:
      // What comes now has its turn after the answer. A worker may be using the descriptor, so it closes
      // later.
      if ((events & (EPOLLERR | EPOLLHUP)) != 0) {
        connection.gone = true;
        poller.remove(connection.socket.get());
      } else {
        watch(id, connection, 0);
      }
      break;
    case State::lingering:
      drop_some(id, connection);
      break;
  }
}

// One piece at a time, so that nobody who sends fast keeps the others waiting.
void Listener::Loop::drop_some(uint64_t id, Connection& connection) {
  const ssize_t size = recv(connection.socket.get(), input.data(), input.size(), MSG_DONTWAIT);
  if (size == 0) return end_input(id, connection);
  if (size < 0 && errno != EAGAIN && errno != EINTR) connections.close(id);
}

void Listener::Loop::read_some(uint64_t id, Connection& connection) {
  const ssize_t size = recv(connection.socket.get(), input.data(), input.size(), MSG_DONTWAIT);
  if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (size < 0) return connections.close(id);
  if (size == 0) return end_input(id, connection);
  if (connection.is_idle()) {
    connection.since = Clock::now();
    connection.deadline = connection.since + options.request_timeout;
  }
  connection.input.erase(0, connection.used);
  connection.used = 0;
  connection.input.append(input, 0, static_cast<size_t>(size));
  connections.count(id, connection);
  advance(id, connection);
}

// Takes requests out of the input until one has to wait for an answer, or for the client, or for others: who
// sends many at once has no more at a time than those who wait.
void Listener::Loop::advance(uint64_t id, Connection& connection) {
  for (int taken = 0; connection.state == State::reading && !connection.is_idle(); ++taken) {
    if (taken == kRequestsAtATime) {
      connection.has_turn = true;
      turns.push_back(id);
      return;
    }
    const RequestParser::State state = connection.parser.parse(connection.unread(), options.limits);
    if (state == RequestParser::State::incomplete) {
      if (connection.parser.awaits_continue(connection.unread())) invite_body(connection);
      return;
    }
    if (state == RequestParser::State::refused) {
      refuse_unread(id, connection, connection.parser.status());
    } else {
      take_request(id, connection);
    }
  }
}

// A socket that does not take these few bytes has a client that takes nothing; it waits for its time to pass.
void Listener::Loop::invite_body(Connection& connection) {
  connection.handed += send_some(connection.socket.get(), "HTTP/1.1 100 Continue\r\n\r\n");
}

void Listener::Loop::take_turns() {
  for (const uint64_t id : std::exchange(turns, {})) {
    Connection* connection = connections.find(id);
    if (connection == nullptr) continue;
    connection->has_turn = false;
    advance(id, *connection);
  }
}

void Listener::Loop::take_request(uint64_t id, Connection& connection) {
  Request request = connection.parser.request(connection.unread());
  const bool last =
      !connection.parser.keeps_connection() || ++connection.requests >= options.max_requests || all.stopping;
  connection.finish_request(connection.parser.size());
  connections.count(id, connection);
  if (!all.told_of_proxy && all.admission.ignores_forwarding(connection.peer, request) &&
      !all.told_of_proxy.exchange(true)) {
    exchanger.unlisted_proxy();
  }
  const Address client = all.admission.client(connection.peer, request);
  if (const auto wait = all.admission.refuse(client, Clock::now())) {
    refuse(id, connection, 429, *wait, &request);
    return;
  }
  request.client = to_string(client);
  request.by_proxy = all.admission.is_proxy(connection.peer);
  connection.payer = all.admission.payer(client);
  if (!last && give_ready(id, connection, request)) return;
  connection.state = State::answering;
  const auto asked = std::make_shared<const Request>(std::move(request));
  if (!all.workers->answer({id, connection.socket.get(), asked, last, connection.deadline})) {
    refuse(id, connection, 503, kRetryAfter, asked.get());
  }
}

// What the socket doesn't take is held like any other answer.
bool Listener::Loop::give_ready(uint64_t id, Connection& connection, const Request& request) {
  const ReadyAnswer ready = exchanger.at_once(request);
  if (!ready.owner) return false;
  ++all.given_at_once;
  const size_t sent = send_some(connection.socket.get(), ready.head, ready.body);
  std::string rest(ready.head.substr(std::min(sent, ready.head.size())));
  rest += ready.body.substr(sent - (ready.head.size() - rest.size()));
  begin_output(id, connection, {std::move(rest)}, sent);
  return true;
}

void Listener::Loop::refuse(uint64_t id, Connection& connection, int status, std::chrono::seconds retry_after,
                            const Request* request) {
  connection.close = true;
  all.count_refusal(status);
  begin_output(id, connection, {exchanger.refuse(status, retry_after, request)});
}

void Listener::Loop::refuse_unread(uint64_t id, Connection& connection, int status) {
  const std::optional<Request> begun = connection.parser.beginning(connection.unread());
  refuse(id, connection, status, {}, begun ? &*begun : nullptr);
}

void Listener::Loop::take_results() {
  for (Result& result : all.workers->take(number)) {
    Connection& connection = *connections.find(result.id);
    if (connection.gone) {
      connections.close(result.id);
    } else if (result.late) {
      refuse(result.id, connection, 503, kRetryAfter, result.late.get());
    } else {
      connection.close = connection.close || result.rest.close;
      begin_output(result.id, connection, std::move(result.rest), result.sent);
      advance(result.id, connection);
    }
  }
}

void Listener::Loop::begin_output(uint64_t id, Connection& connection, Exchange output, size_t sent) {
  connection.state = State::writing;
  connection.since = Clock::now();
  // The time to take an answer begins with it, unless those before have not been taken either.
  const uint64_t before = connection.handed;
  connection.handed += sent;
  if (const uint64_t taken = connection.has_taken(); taken >= before) {
    connection.note_taken(taken, connection.since);
  }
  connection.output = std::move(output.bytes);
  connection.sent = 0;
  connection.file = std::move(output.file);
  write_some(id, connection);
}

void Listener::Loop::write_some(uint64_t id, Connection& connection) {
  const size_t size =
      send_some(connection.socket.get(), std::string_view(connection.output).substr(connection.sent));
  connection.sent += size;
  connection.handed += size;
  if (connection.sent < connection.output.size()) {
    connection.is_taking(options.least_taken, options.take_timeout, Clock::now());
    watch(id, connection, EPOLLOUT);
  } else if (connection.file.size > 0) {
    connection.state = State::answering;
    all.workers->read_on(id, connection.socket.get(), std::move(connection.file));
    connection.free_output();
    watch(id, connection, 0);
  } else {
    end_output(id, connection);
  }
  connections.count(id, connection);
}

void Listener::Loop::end_output(uint64_t id, Connection& connection) {
  connection.free_output();
  connection.since = Clock::now();
  if (connection.close) {
    shutdown(connection.socket.get(), SHUT_WR);
    connection.state = State::lingering;
    connection.deadline = connection.since + kLinger;
    connection.free_input();
  } else {
    connection.state = State::reading;
    connection.deadline = connection.is_idle() ? std::min(connection.since + options.idle_timeout,
                                                          connection.taken_at + options.take_timeout)
                                               : connection.since + options.request_timeout;
  }
  watch(id, connection, EPOLLIN);
}

// The client sends no more. If it has not taken all that it was sent, it has its time for that. Its end of
// input stays ready, so only what is new is to be heard of: that it has gone.
void Listener::Loop::end_input(uint64_t id, Connection& connection) {
  if (unacknowledged(connection.socket.get()) == 0) return connections.close(id);
  if (connection.watched == EPOLLET) return;
  watch(id, connection, EPOLLET);
  connection.state = State::lingering;
  connection.deadline = Clock::now() + kLinger;
  connection.free_input();
  connections.count(id, connection);
}

}  // namespace signpost
