// signal_test.cc - SIGTERM and SIGHUP at random moments under load: whoever got a connection gets its answer,
// whole.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "tests/faults/client_threads.h"
#include "tests/faults/program.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost::testing {
namespace {

using std::chrono::milliseconds;

constexpr const char* kTarget = "/search?q=wombat";

void index_articles(const TemporaryFolder& folder) {
  for (int i = 0; i < 40; ++i) {
    folder.write("source/a" + std::to_string(i) + ".md",
                 "# Wombat " + std::to_string(i) + "\n\nText about wombats.\n");
  }
  Program run("signpost-index", {"--source", folder.path("source"), "--output", folder.path("index")});
  ASSERT_EQ(run.wait(), 0) << run.output();
}

// Clients that ask as fast as they can until the service takes no more connections: some with a connection
// for each request, some with one for all, until they are told that it closes.
class Clients {
 public:
  explicit Clients(int port) {
    for (int i = 0; i < 3; ++i) {
      threads_.add([this, port] { return ask_anew(port); });
      threads_.add([this, port] { return ask_on(port); });
    }
  }
  void stop() { threads_.stop(); }
  int answered() const { return answered_; }
  int lost() const { return lost_; }

 private:
  // Of a request that was sent.
  void judge(const Answer& answer) {
    const bool whole = answer.status == 200 &&
                       std::to_string(answer.body.size()) == answer.header("Content-Length") &&
                       answer.body.find("</html>") != std::string::npos;
    ++(whole ? answered_ : lost_);
  }

  // False when the service takes no more connections.
  bool ask_anew(int port) {
    RawClient client(port, RawClient::Failure::allowed);
    if (client.is_connected()) judge(client.get(kTarget, "Connection: close\r\n"));
    return client.is_connected();
  }

  bool ask_on(int port) {
    RawClient client(port, RawClient::Failure::allowed);
    for (bool last = !client.is_connected(); !last && !threads_.stopping();) {
      const Answer answer = client.get(kTarget);
      judge(answer);
      last = answer.status == 0 || answer.header("Connection") == "close";
    }
    return client.is_connected();
  }

  std::atomic<int> answered_{0}, lost_{0};
  ClientThreads threads_;
};

TEST(SignalTest, StoppingLosesNoRequest) {
  const TemporaryFolder folder;
  index_articles(folder);
  std::mt19937 random(5);
  int answered = 0;
  for (int round = 0; round < fault_rounds(); ++round) {
    Service service(folder.path("index"));
    ASSERT_TRUE(service.becomes_ready());
    Clients clients(service.port());
    std::this_thread::sleep_for(milliseconds(20 + random() % 200));
    service.program().signal(SIGTERM);
    EXPECT_EQ(service.program().wait(), 0) << service.program().output();
    clients.stop();
    EXPECT_EQ(clients.lost(), 0) << "round " << round;
    answered += clients.answered();
  }
  EXPECT_GT(answered, fault_rounds());
  std::cout << fault_rounds() << " stops, " << answered << " answers\n";
}

TEST(SignalTest, ReloadingLosesNoRequest) {
  const TemporaryFolder folder;
  index_articles(folder);
  Service service(folder.path("index"));
  ASSERT_TRUE(service.becomes_ready());
  Clients clients(service.port());
  std::mt19937 random(6);
  for (int round = 0; round < fault_rounds(); ++round) {
    service.program().signal(SIGHUP);
    std::this_thread::sleep_for(milliseconds(random() % 40));
  }
  clients.stop();
  EXPECT_EQ(clients.lost(), 0);
  EXPECT_GT(clients.answered(), fault_rounds());
  EXPECT_TRUE(service.program().is_running());
  EXPECT_EQ(fetch(service.port(), "/readyz").status, 200);
  std::cout << fault_rounds() << " reloads, " << clients.answered() << " answers\n";
}

}  // namespace
}  // namespace signpost::testing
