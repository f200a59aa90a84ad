// store_load.cc - bench_store DIR: how many requests a second are kept, synced, by so many threads at once;
// how long it takes to read one meanwhile; and how large the file of 100,000 is. For store.sh.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "store/data_file.h"
#include "store/maintenance.h"
#include "store/request_code.h"
#include "store/store.h"

namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr std::chrono::seconds kTime{3};
constexpr int kMany = 100'000;

// As people write: three sentences, two questions, three sections.
signpost::RequestDraft draft(int number) {
  const std::string who = std::to_string(number);
  return {
      .lang = "en",
      .reply_to = "customer" + who + "@example.com",
      .name = "Customer " + who,
      .message =
          "Since the update of yesterday the printer in our office shows E12 and prints nothing. I switched "
          "it off and on, and put in new paper. What can I do before Monday, when we need " +
          who + " copies?",
      .product = "printer",
      .packet = {
          .questions = {"printer E12", "printer does not print after update"},
          .read = {{"printer-offline", "check-the-cable"}, {"update-firmware", ""}, {"error-codes", "e12"}},
          .tried = {{"printer-offline", "check-the-cable", 1}, {"printer-offline", "check-the-cable", 2}},
          .answers = {"E12 means that the tray is open. Close it until it clicks."},
          .incidents = {}}};
}

double milliseconds(Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

double percentile(std::vector<double>& times, double share) {
  if (times.empty()) return 0;
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1, static_cast<size_t>(share * static_cast<double>(times.size())))];
}

// Reads one request again and again until told to stop.
std::vector<double> read_until(signpost::Store& store, const std::string& code,
                               const std::atomic<bool>& stop) {
  std::vector<double> times;
  while (!stop) {
    const auto begin = Clock::now();
    store.find_state(code);
    times.push_back(milliseconds(Clock::now() - begin));
  }
  return times;
}

void write_with(signpost::Store& store, const std::string& code, int threads) {
  std::atomic<int> number = 0;
  std::vector<std::vector<double>> times(static_cast<size_t>(threads));
  std::vector<std::thread> running;
  const auto end = Clock::now() + kTime;
  std::atomic<bool> stop = false;
  std::vector<double> reads;
  std::thread reader([&] { reads = read_until(store, code, stop); });
  for (auto& own : times) {
    running.emplace_back([&] {
      while (Clock::now() < end) {
        const auto begin = Clock::now();
        store.keep(draft(++number), "", 100);
        own.push_back(milliseconds(Clock::now() - begin));
      }
    });
  }
  for (std::thread& thread : running) thread.join();
  stop = true;
  reader.join();
  std::vector<double> all;
  for (const auto& own : times) all.insert(all.end(), own.begin(), own.end());
  const double rate = static_cast<double>(all.size()) / std::chrono::duration<double>(kTime).count();
  std::printf(
      "%2d threads: %6.0f kept a second, p50 %.2f ms, p99 %.2f ms; a read meanwhile p50 %.3f ms, p99 %.3f "
      "ms\n",
      threads, rate, percentile(all, 0.5), percentile(all, 0.99), percentile(reads, 0.5),
      percentile(reads, 0.99));
}

void measure_size(const std::string& dir) {
  signpost::SqliteDatabase database = signpost::open_data_file(dir, std::chrono::seconds(5));
  {
    signpost::SqliteTransaction transaction(database);
    for (int i = 0; i < kMany; ++i) signpost::keep_request(database, draft(i), std::to_string(i), 100);
    transaction.commit();
  }
  signpost::settle_data_file(database);
  std::printf("%d requests: %.1f MB\n", kMany,
              static_cast<double>(fs::file_size(signpost::data_file_path(dir))) / 1e6);
  const auto begin = Clock::now();
  signpost::forget_for_good(dir, database, "customer77@example.com");
  std::printf("forget one person among them: %.1f s\n", milliseconds(Clock::now() - begin) / 1e3);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string dir = argv[1];
  fs::remove_all(dir);
  {
    signpost::Store store({.dir = dir + "/load"});
    const std::string code = *signpost::parse_request_code(store.keep(draft(0), "", 100)->code);
    for (const int threads : {1, 4, 16, 64}) write_with(store, code, threads);
  }
  measure_size(dir + "/size");
  fs::remove_all(dir);
}
