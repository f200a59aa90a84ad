// search_beside_writes.cc - whether requests that are kept make searches slower: the same queries, one after
// the other, with and without a stream of writes beside them, in turn in one run. Run by
// tests/bench/writes.sh.
//
//   bench_search_writes GENERATION_DIR QUERIES_YAML DATA_DIR
//
// Prints medians over the rounds: wall times, which a busy machine makes larger, and the time of the
// processor that a search takes, which it hardly does.
#include <time.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "base/file_io.h"
#include "eval/golden.h"
#include "search/searcher.h"
#include "store/store.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRounds = 60;  // of each kind
constexpr std::chrono::milliseconds kRound{500};
constexpr std::chrono::milliseconds kBetweenWrites{50};  // twenty a second, a hundred times what is a flood

double processor_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double at(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto place = static_cast<size_t>(share * static_cast<double>(values.size()));
  return values.empty() ? 0 : values[std::min(place, values.size() - 1)];
}

// Sends requests, each synced to the disk, while it lives.
class Writer {
 public:
  explicit Writer(Store& store)
      : thread_([this, &store] {
          for (; !stop_; std::this_thread::sleep_for(kBetweenWrites)) {
            RequestDraft draft;
            draft.message = "Request " + std::to_string(written_) + std::string(1000, 'x');
            store.keep(draft, "", 100);
            ++written_;
          }
        }) {}
  ~Writer() {
    stop_ = true;
    thread_.join();
  }
  int written() const { return written_; }

 private:
  std::atomic<bool> stop_{false};
  std::atomic<int> written_{0};
  std::thread thread_;
};

struct Rounds {
  std::vector<double> p50, p99, processor;  // ms, one of each round
};

void search_a_while(const Searcher& searcher, const std::vector<GoldenQuery>& queries, size_t& next,
                    Rounds& rounds) {
  std::vector<double> times;
  const double before = processor_ms();
  for (const auto end = Clock::now() + kRound; Clock::now() < end; ++next) {
    SearchRequest request;
    request.text = queries[next % queries.size()].text;
    request.lang = queries[next % queries.size()].lang;
    const auto start = Clock::now();
    searcher.search(request);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  rounds.processor.push_back((processor_ms() - before) / static_cast<double>(times.size()));
  rounds.p50.push_back(at(times, 0.5));
  rounds.p99.push_back(at(times, 0.99));
}

void print(const char* name, const Rounds& rounds) {
  std::printf("%s: p50 %.3f ms, p99 %.3f ms, processor %.4f ms a search\n", name, at(rounds.p50, 0.5),
              at(rounds.p99, 0.5), at(rounds.processor, 0.5));
}

int measure(const std::string& generation, const std::string& queries_file, const std::string& data) {
  const Searcher searcher(generation);
  const auto queries = parse_golden(read_file(queries_file), queries_file);
  std::filesystem::remove_all(data);
  Store store({.dir = data});
  Rounds alone, beside, warm;
  size_t next = 0;
  int written = 0;
  for (int i = 0; i < 4; ++i) search_a_while(searcher, queries, next, warm);
  for (int round = 0; round < kRounds; ++round) {
    search_a_while(searcher, queries, next, alone);
    Writer writer(store);
    search_a_while(searcher, queries, next, beside);
    written += writer.written();
  }
  print("without writes", alone);
  print("with writes", beside);
  std::vector<double> ratios;
  for (int i = 0; i < kRounds; ++i) ratios.push_back(beside.processor[i] / alone.processor[i]);
  std::printf("%d written meanwhile; median of %d ratios of the processor's time: %.3f\n", written, kRounds,
              at(ratios, 0.5));
  std::filesystem::remove_all(data);
  return 0;
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) { return argc == 4 ? signpost::measure(argv[1], argv[2], argv[3]) : 2; }
