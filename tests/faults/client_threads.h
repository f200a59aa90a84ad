// client_threads.h - clients that ask again and again, each in a thread of its own, until they are stopped.
#pragma once

#include <atomic>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

namespace signpost::testing {

// Let it be the last member: what the clients count in must outlive them.
class ClientThreads {
 public:
  ClientThreads() = default;
  ~ClientThreads() { stop(); }
  ClientThreads(const ClientThreads&) = delete;
  ClientThreads& operator=(const ClientThreads&) = delete;

  // Calls `ask` until it returns false or all are stopped.
  void add(std::function<bool()> ask) {
    threads_.emplace_back([this, ask = std::move(ask)] {
      while (!stop_ && ask()) continue;
    });
  }
  bool stopping() const { return stop_; }
  void stop() {
    stop_ = true;
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

 private:
  std::atomic<bool> stop_{false};
  std::vector<std::thread> threads_;
};

}  // namespace signpost::testing
