// listener.cc - what is of all loops together: how many there are, who makes room, what is told, and the end;
// see listener.h and listener_impl.h.
#include "net/listener.h"

#include <algorithm>

#include "net/listener_loop.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;

// Each moves more bytes than a machine's network takes; more of them would find less to do at a time.
constexpr size_t kMaxLoops = 8;

size_t most_connections(size_t wanted) {
  const size_t files = raise_file_limit();
  return std::min(wanted, files > 2 * kOtherFiles ? files - kOtherFiles : files / 2);
}

size_t loops_for(size_t wanted) {
  return wanted > 0 ? wanted : std::clamp<size_t>(std::thread::hardware_concurrency(), 1, kMaxLoops);
}

}  // namespace

Listener::Impl::Impl(ListenerOptions given, Exchanger exchanges)
    : options(std::move(given)),
      exchanger(std::move(exchanges)),
      listening(listen_on(options.host, options.port, options.ports)),
      port(port_of(listening)),
      max_connections(most_connections(options.max_connections)),
      admission(options.admission) {
  std::vector<Descriptor> sockets = listen_beside(listening, loops_for(options.loops) - 1);
  sockets.push_back(std::move(listening));
  for (size_t number = 0; number < sockets.size(); ++number)
    loops.push_back(std::make_unique<Loop>(*this, number, sockets.size(), std::move(sockets[number])));
}

bool Listener::Impl::enter() {
  size_t count = connections;
  while (count < max_connections) {
    if (connections.compare_exchange_weak(count, count + 1)) return true;
  }
  return false;
}

void Listener::Impl::leave(const Connection& closing) {
  admission.close(closing.peer);
  --connections;
}

std::vector<Held> Listener::Impl::held(Time now) {
  std::vector<Held> all;
  for (const auto& each : loops) {
    Loop& loop = *each;
    const MutexLock lock(loop.mutex);
    loop.connections.list(now, all);
  }
  return all;
}

// What has changed since they were chosen is looked at again.
bool Listener::Impl::cut_off(const std::vector<uint64_t>& ids) {
  size_t count = 0;
  for (const uint64_t id : ids) {
    Loop& loop = *loops[id % loops.size()];
    const MutexLock lock(loop.mutex);
    const Connection* connection = loop.connections.find(id);
    if (connection == nullptr || connection->state == ConnectionState::answering) continue;
    loop.drop(id, *connection);
    loop.tell_buffered();
    ++count;
  }
  cut_off_count += count;
  return count > 0;
}

// For many at once, so that looking for them costs little.
bool Listener::Impl::make_room(Time now) {
  const std::vector<Held> all = held(now);
  return cut_off(most_crowded(all, 1 + all.size() / 64));
}

void Listener::Impl::limit_buffers(Time now) {
  const size_t most = options.max_buffered;
  cut_off(heaviest(held(now), buffered > most ? most - most / 8 : most, most / 2));
}

void Listener::Impl::count_refusal(int status) {
  const MutexLock lock(refused_mutex);
  ++refused[status];
}

void Listener::Impl::report() {
  std::map<int, uint64_t> counts;
  {
    const MutexLock lock(refused_mutex);
    counts.swap(refused);
  }
  if (!counts.empty()) exchanger.refused(counts);
}

Listener::Listener(ListenerOptions options, Exchanger exchanger)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(exchanger))) {}

Listener::~Listener() { stop(); }
int Listener::port() const { return impl_->port; }

ListenerStats Listener::stats() const {
  return {impl_->connections, impl_->queued,        impl_->buffered,      impl_->accepted,
          impl_->turned_away, impl_->cut_off_count, impl_->given_at_once, impl_->not_taken};
}

void Listener::start() {
  Impl& all = *impl_;
  all.workers = std::make_unique<Workers>(all.options.threads, all.options.max_queue, all.loops.size(),
                                          all.exchanger.answer,
                                          [&all](size_t loop) { all.loops[loop]->poller.wake(); });
  for (const auto& loop : all.loops) all.threads.emplace_back([&loop = *loop] { loop.run(); });
}

void Listener::stop(std::chrono::milliseconds patience) {
  Impl& all = *impl_;
  if (all.threads.empty()) return;
  all.stop_began = Clock::now();
  all.stop_deadline = all.stop_began + patience;
  all.stopping = true;
  for (const auto& loop : all.loops) loop->poller.wake();
  for (std::thread& thread : all.threads) thread.join();
  all.threads.clear();
  all.report();
  all.workers.reset();
}

}  // namespace signpost
