// request_test.cc - the real service is killed while people send requests: each whose code somebody was told
// is there, and signpost-desk, working beside it, spoils nothing.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <thread>

#include "base/mutex.h"
#include "tests/faults/client_threads.h"
#include "tests/faults/program.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost::testing {
namespace {

Answer send_request(int port, const std::string& key) {
  RawClient client(port, RawClient::Failure::allowed);
  if (!client.is_connected()) return {};
  const std::string body = R"({"message": "Request )" + key + R"(", "reply_to": "a@example.com"})";
  client.send(
      "POST /api/v1/requests HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
      "application/json\r\nIdempotency-Key: \"" +
      key + "\"\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  Answer answer = client.receive();
  return std::to_string(answer.body.size()) == answer.header("Content-Length") ? answer : Answer{};
}

// People who send one request after the other, and what they were told.
class Senders {
 public:
  Senders(int port, int round) {
    for (int i = 0; i < 4; ++i) {
      threads_.add([this, port, round, i, number = 0]() mutable {
        const std::string key =
            std::to_string(round) + "-" + std::to_string(i) + "-" + std::to_string(number++);
        const Answer answer = send_request(port, key);
        if (answer.status != 201) return answer.status != 0;
        const MutexLock lock(mutex_);
        codes_.insert(nlohmann::json::parse(answer.body).at("code").get<std::string>());
        return true;
      });
    }
  }
  std::set<std::string> codes() EXCLUDES(mutex_) {
    threads_.stop();
    const MutexLock lock(mutex_);
    return codes_;
  }

 private:
  Mutex mutex_;
  std::set<std::string> codes_ GUARDED_BY(mutex_);
  ClientThreads threads_;
};

class RequestFaults : public ::testing::Test {
 protected:
  RequestFaults() {
    folder_.write("source/a.md", "# Wombats\n\nText about wombats.\n");
    Program run("signpost-index", {"--source", folder_.path("source"), "--output", folder_.path("index")});
    EXPECT_EQ(run.wait(), 0) << run.output();
  }
  // What `signpost-desk` says.
  nlohmann::json all_requests() {
    Program desk("signpost-desk", {"export", "--data", data_});
    EXPECT_EQ(desk.wait(), 0) << desk.output();
    return nlohmann::json::parse(desk.output());
  }

  const TemporaryFolder folder_;
  const std::string data_ = folder_.path("data");
  // These clients send as fast as they can.
  const std::vector<std::string> unlimited_ = {"--data", data_, "--request-rate", "0"};
};

TEST_F(RequestFaults, KillingTheServiceLosesNoRequestThatWasTold) {
  std::mt19937 random(20261130);
  std::set<std::string> told;
  for (int round = 0; round < fault_rounds(); ++round) {
    {
      Service service(folder_.path("index"), unlimited_);
      ASSERT_TRUE(service.becomes_ready()) << service.program().output();
      Senders senders(service.port(), round);
      ASSERT_TRUE(eventually([&] { return send_request(service.port(), "first").status == 201; }));
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 50'000));
      service.program().signal(SIGKILL);
      service.program().wait();
      told.merge(senders.codes());
    }
    std::set<std::string> there;
    std::set<std::string> messages;
    const nlohmann::json all = all_requests();
    for (const auto& request : all) {
      there.insert(request.at("code").get<std::string>());
      messages.insert(request.at("message").get<std::string>());
    }
    for (const std::string& code : told)
      ASSERT_EQ(there.count(code), 1u) << "round " << round << ": " << code;
    ASSERT_EQ(messages.size(), all.size()) << "round " << round << ": one is there twice";
  }
  EXPECT_GT(told.size(), static_cast<size_t>(fault_rounds()));
  std::cout << fault_rounds() << " kills, " << told.size() << " requests\n";
}

// The desk forgets somebody again and again, which writes the whole file anew, while people send.
TEST_F(RequestFaults, TheDeskWorksBesideTheService) {
  Service service(folder_.path("index"), unlimited_);
  ASSERT_TRUE(service.becomes_ready()) << service.program().output();
  Senders senders(service.port(), 0);
  ASSERT_TRUE(eventually([&] { return send_request(service.port(), "first").status == 201; }));
  for (int round = 0; round < fault_rounds(); ++round) {
    Program forget("signpost-desk", {"forget", "nobody@example.com", "--data", data_});
    EXPECT_EQ(forget.wait(), 1) << forget.output();
    Program backup("signpost-desk",
                   {"backup", folder_.path("backup" + std::to_string(round)), "--data", data_});
    EXPECT_EQ(backup.wait(), 0) << backup.output();
  }
  const std::set<std::string> told = senders.codes();
  std::set<std::string> there;
  for (const auto& request : all_requests()) there.insert(request.at("code").get<std::string>());
  for (const std::string& code : told) EXPECT_EQ(there.count(code), 1u) << code;
  EXPECT_EQ(fetch(service.port(), "/readyz").status, 200);
  std::cout << told.size() << " requests beside the desk\n";
}

// No file can grow any more, as on a full disk.
TEST_F(RequestFaults, AFullDiskEndsNoReadingAndIsTold) {
  Service service(folder_.path("index"), {"--data", data_, "--log-level", "off"});
  ASSERT_TRUE(service.becomes_ready()) << service.program().output();
  EXPECT_EQ(send_request(service.port(), "before").status, 201);
  const pid_t pid = service.program().pid();
  rlimit before{};
  ASSERT_EQ(::prlimit(pid, RLIMIT_FSIZE, nullptr, &before), 0);
  const rlimit full{4096, before.rlim_max};
  ASSERT_EQ(::prlimit(pid, RLIMIT_FSIZE, &full, nullptr), 0);
  EXPECT_EQ(send_request(service.port(), "full").status, 503);
  EXPECT_EQ(fetch(service.port(), "/search?q=wombat").status, 200);
  ASSERT_EQ(::prlimit(pid, RLIMIT_FSIZE, &before, nullptr), 0);
  EXPECT_EQ(send_request(service.port(), "full").status, 201);
  EXPECT_TRUE(service.program().is_running());
  EXPECT_EQ(all_requests().size(), 2u);
}

// The folder names a file that is none of ours: reading goes on.
TEST_F(RequestFaults, ADamagedFileEndsNoReading) {
  folder_.write("data/signpost.db", std::string(20'000, 'x'));
  Service service(folder_.path("index"), {"--data", data_});
  ASSERT_TRUE(service.becomes_ready()) << service.program().output();
  EXPECT_EQ(fetch(service.port(), "/search?q=wombat").status, 200);
  EXPECT_EQ(send_request(service.port(), "a").status, 503);
  EXPECT_NE(service.program().output().find("signpost.db is damaged"), std::string::npos);
  EXPECT_TRUE(service.program().is_running());
}

}  // namespace
}  // namespace signpost::testing
