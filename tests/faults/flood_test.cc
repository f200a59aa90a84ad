// flood_test.cc - ten thousand requests to people that nobody wants, from one address and from as many as
// there are: the real service keeps a bounded number of them, says so to the others, and goes on reading.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "base/mutex.h"
#include "sqlite/database.h"
#include "store/data_file.h"
#include "tests/faults/client_threads.h"
#include "tests/faults/program.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kSpam = 10'000;
constexpr int kSpammers = 4;  // threads

// Each of another house.
std::string address_of(int number) {
  return "198." + std::to_string(18 + number / 65536) + "." + std::to_string(number / 256 % 256) + "." +
         std::to_string(number % 256);
}

// What an answer to each status was, of all.
class Flood {
 public:
  // `address` gives what X-Forwarded-For says of each; `path`, `type` and `body` are the same for all.
  Flood(int port, const std::function<std::string(int number)>& address, const std::string& path,
        const std::string& type, const std::string& body) {
    ClientThreads threads;
    std::atomic<int> next{0};
    std::atomic<int> finished{0};
    for (int i = 0; i < kSpammers; ++i) {
      threads.add([&] {
        const int number = next++;
        if (number >= kSpam) return ++finished, false;
        RawClient client(port);
        client.send("POST " + path +
                    " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: " +
                    address(number) + "\r\nContent-Type: " + type +
                    "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        const Answer answer = client.receive();
        const MutexLock lock(mutex_);
        ++statuses_[answer.status];
        last_ = answer;
        return true;
      });
    }
    while (finished < kSpammers) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  int with(int status) EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    return statuses_[status];
  }
  Answer last() EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    return last_;
  }

 private:
  Mutex mutex_;
  std::map<int, int> statuses_ GUARDED_BY(mutex_);
  Answer last_ GUARDED_BY(mutex_);
};

class FloodFaults : public ::testing::Test {
 protected:
  FloodFaults() {
    folder_.write("source/a.md", "# Wombats\n\nText about wombats.\n");
    Program run("signpost-index", {"--source", folder_.path("source"), "--output", folder_.path("index")});
    EXPECT_EQ(run.wait(), 0) << run.output();
    // Nobody listens there, so that everything that would be sent waits in the outbox.
    folder_.write("deliveries.yaml",
                  "deliveries:\n"
                  "  - id: mailbox\n"
                  "    mail: smtp://127.0.0.1:1\n"
                  "    from: help@example.com\n"
                  "    to: [desk@example.com]\n"
                  "    allow_networks: [127.0.0.0/8]\n");
  }
  uint64_t bytes_on_disk() const {
    uint64_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(data_)) bytes += entry.file_size();
    return bytes;
  }
  int64_t number(const char* sql) const {
    return open_existing_data_file(data_, std::chrono::seconds(10)).number(sql);
  }
  void say(const char* whose, Flood& flood, uint64_t before) {
    std::cout << kSpam << " requests " << whose << ": " << flood.with(201) << " kept, " << flood.with(429)
              << " refused; " << before << " bytes before, " << bytes_on_disk() << " after\n";
  }

  const TemporaryFolder folder_;
  const std::string data_ = folder_.path("data");
  const std::vector<std::string> options_ = {
      "--data",      data_, "--trusted-proxies", "127.0.0.1",
      "--log-level", "off", "--deliveries",      folder_.path("deliveries.yaml")};
  const std::string message_ = R"({"message": ")" + std::string(4000, 'x') + R"("})";
};

TEST_F(FloodFaults, OneAddressKeepsTwentyAndAFewMore) {
  Service service(folder_.path("index"), options_);
  ASSERT_TRUE(service.becomes_ready()) << service.program().output();
  const uint64_t before = bytes_on_disk();
  Flood flood(
      service.port(), [](int number) { return "2001:db8::" + std::to_string(number % 9999); },
      "/api/v1/requests", "application/json", message_);
  EXPECT_EQ(flood.with(201) + flood.with(429) + flood.with(503), kSpam);
  EXPECT_GE(flood.with(201) + flood.with(503), 20);
  EXPECT_LE(flood.with(201) + flood.with(503), 40) << "one more a minute, on a busy machine";
  EXPECT_NE(flood.last().header("Retry-After"), "");
  EXPECT_EQ(flood.last().body.find("\"proof\""), std::string::npos);
  EXPECT_EQ(number("SELECT count(*) FROM requests"), flood.with(201));
  EXPECT_EQ(number("SELECT count(*) FROM outbox"), flood.with(201))
      << "a mail for each that was kept, no other";
  EXPECT_LT(bytes_on_disk() - before, 2'000'000u);
  EXPECT_EQ(fetch(service.port(), "/search?q=wombat").status, 200);
  say("from one address", flood, before);
}

TEST_F(FloodFaults, ManyAddressesKeepAHundredAndThenHaveToCompute) {
  Service service(folder_.path("index"), options_);
  ASSERT_TRUE(service.becomes_ready()) << service.program().output();
  const uint64_t before = bytes_on_disk();
  Flood flood(service.port(), address_of, "/api/v1/requests", "application/json", message_);
  // 503: the guard let it through, and too many others were waiting for the disk.
  EXPECT_EQ(flood.with(201) + flood.with(429) + flood.with(503), kSpam);
  EXPECT_GE(flood.with(201) + flood.with(503), 100);
  EXPECT_LE(flood.with(201) + flood.with(503), 200);
  EXPECT_NE(flood.last().body.find("\"proof\""), std::string::npos) << flood.last().body;
  EXPECT_EQ(number("SELECT count(*) FROM requests"), flood.with(201));
  EXPECT_EQ(number("SELECT count(*) FROM outbox"), flood.with(201))
      << "a mail for each that was kept, no other";
  EXPECT_LT(bytes_on_disk() - before, 6'000'000u);
  EXPECT_EQ(fetch(service.port(), "/search?q=wombat").status, 200);
  say("from 10,000 addresses", flood, before);
  // Programs that send forms that nobody was shown leave nothing at all.
  const int64_t rows = number("SELECT count(*) FROM requests");
  const int64_t mails = number("SELECT count(*) FROM outbox");
  Flood forms(service.port(), address_of, "/en/requests/new", "application/x-www-form-urlencoded",
              "message=buy&name=x&token=1.2.3.4");
  EXPECT_EQ(forms.with(400), kSpam);
  EXPECT_EQ(number("SELECT count(*) FROM requests"), rows);
  EXPECT_EQ(number("SELECT count(*) FROM outbox"), mails);
}

TEST_F(FloodFaults, ComplaintsAreOneItemHoweverManySend) {
  Service service(folder_.path("index"), options_);
  ASSERT_TRUE(service.becomes_ready()) << service.program().output();
  const uint64_t before = bytes_on_disk();
  const std::string complaint = R"({"id": "a", "helpful": false, "reason": "wrong", "comment": ")" +
                                std::string("buy wombats at spam dot example ") + std::string(1500, 'x') +
                                R"("})";
  Flood flood(service.port(), address_of, "/api/v1/feedback", "application/json", complaint);
  EXPECT_EQ(flood.with(201) + flood.with(503), kSpam);
  EXPECT_GT(flood.with(201), 0);
  EXPECT_EQ(number("SELECT count(*) FROM complaints"), 1);
  EXPECT_EQ(number("SELECT number FROM complaints"), flood.with(201));
  EXPECT_EQ(number("SELECT count(*) FROM complaint_comments"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM votes"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM outbox"), 0) << "nobody is told";
  EXPECT_LT(bytes_on_disk() - before, 6'000'000u);  // of which the write-ahead log has most
  const int64_t readers = number("SELECT number FROM complaints");
  Flood same(
      service.port(), [](int) { return "198.18.0.1"; }, "/api/v1/feedback", "application/json", complaint);
  EXPECT_GT(same.with(429), kSpam / 2);
  EXPECT_EQ(number("SELECT number FROM complaints"), readers) << "one visit counts once";
  EXPECT_EQ(fetch(service.port(), "/search?q=wombat").status, 200);
  say("of readers from 10,000 addresses", flood, before);
}

}  // namespace
}  // namespace signpost::testing
