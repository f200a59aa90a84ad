// counting_load.cc - what counting visitors costs: processor's time of 2,000 events a second beside searches,
// and a year of 50,000 searches a day that ends today in the file, with the times of what reads it, which is
// left there. Run by tests/bench/events.sh.
//
//   bench_events GENERATION_DIR QUERIES_YAML DATA_DIR [DAYS]
//
// Queries follow Zipf's law with the exponent 1 over a million texts; seven of ten searches lead to a click.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "base/dates.h"
#include "base/file_io.h"
#include "eval/golden.h"
#include "insights/event_counter.h"
#include "search/searcher.h"
#include "store/event_file.h"
#include "store/event_retention.h"
#include "store/event_sums.h"
#include "store/insight_table.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 10;          // of each kind
constexpr double kRoundSeconds = 2;  // of the processor's time
constexpr int kEventsASecond = 2000;
constexpr int kSearchesADay = 50'000;
constexpr int kTexts = 1'000'000;
constexpr int kArticles = 2000;
constexpr int64_t kDay = 86'400;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Of all threads of this process.
double process_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

// What visitors do, the same for the same seed.
class Visitors {
 public:
  NoticedPointer search() {
    auto noticed = std::make_shared<Noticed>();
    noticed->lang = random_() % 3 == 0 ? "ko" : "en";
    // Of Zipf's law with the exponent 1, the logarithm of the rank is spread evenly.
    std::uniform_real_distribution<double> even(0, std::log(static_cast<double>(kTexts)));
    const auto rank = static_cast<int>(std::exp(even(random_)));
    noticed->text = "how do i change setting number " + std::to_string(rank);
    noticed->hits = rank % 20 == 0 ? 0 : 10;
    noticed->generation = "000001-20261130T000000Z";
    noticed->shown.reserve(10);
    for (int i = 0; i < 10; ++i) noticed->shown.push_back(article((rank + i) % kArticles));
    text_ = noticed->text;
    return noticed;
  }
  // Of what the search before has shown.
  NoticedPointer opened() {
    auto noticed = std::make_shared<Noticed>();
    noticed->kind = Noticed::Kind::article;
    noticed->lang = "en";
    noticed->article = article(static_cast<int>(random_() % kArticles));
    noticed->article_lang = "en";
    return noticed;
  }
  static NoticedPointer begun() {
    auto noticed = std::make_shared<Noticed>();
    noticed->kind = Noticed::Kind::contact_begun;
    noticed->lang = "en";
    return noticed;
  }
  const std::string& text() const { return text_; }
  bool opens() { return random_() % 10 < 7; }
  uint64_t visit() { return random_(); }

 private:
  static std::string article(int number) { return "article-" + std::to_string(number); }

  std::mt19937_64 random_{1};
  std::string text_;
};

// What visitors do, made before it is measured: the service has it from its answers.
class Stream {
 public:
  Stream() {
    constexpr size_t kMade = 100'000;
    Visitors visitors;
    events_.reserve(kMade);
    for (size_t i = 0; i < kMade; i += 2) {
      const std::string address = "198.51.100." + std::to_string(visitors.visit() % 5000);
      events_.push_back({visitors.search(), address, ""});
      events_.push_back({visitors.opened(), address, visitors.text()});
    }
  }
  // The next one, with a value of its own as each answer has.
  void notice(EventCounter& counter) {
    const One& one = events_[next_++ % events_.size()];
    counter.notice(std::make_shared<Noticed>(*one.noticed), one.address,
                   "Mozilla/5.0 (X11; Linux x86_64) Browser/1", one.opened_from);
  }

 private:
  struct One {
    NoticedPointer noticed;
    std::string address;
    std::string opened_from;
  };
  std::vector<One> events_;
  size_t next_ = 0;
};

// Searches in a second of the processor's time. Beside them, so many events come in such a second, and all
// are written once in it: by that clock, as a busy machine gives us few of its own.
double search_a_while(const Searcher& searcher, const std::vector<GoldenQuery>& queries, size_t& next,
                      EventCounter* counter, Stream& stream) {
  const double begun = process_seconds();
  double now = begun;
  size_t searches = 0, noticed = 0, writes = 0;
  for (; now < begun + kRoundSeconds; now = process_seconds(), ++searches) {
    SearchRequest request;
    request.text = queries[next++ % queries.size()].text;
    searcher.search(request);
    if (counter == nullptr) continue;
    for (; static_cast<double>(noticed) < (now - begun) * kEventsASecond; ++noticed) stream.notice(*counter);
    if (now - begun < static_cast<double>(writes + 1)) continue;
    counter->write();
    ++writes;
  }
  if (counter != nullptr) counter->write();
  return static_cast<double>(searches) / (process_seconds() - begun);
}

void measure_beside(const std::string& generation, const std::string& queries_file, const std::string& data) {
  const Searcher searcher(generation);
  const auto queries = parse_golden(read_file(queries_file), queries_file);
  fs::remove_all(data);
  int64_t milliseconds = seconds_of_clock() * 1000;
  EventCounter counter(
      {.dir = data, .most_of_address = 0, .clock = [&milliseconds] { return milliseconds++ / 1000; }});
  counter.use({});
  Stream stream;
  std::vector<double> ratios, alone, beside;
  size_t next = 0;
  search_a_while(searcher, queries, next, nullptr, stream);
  for (int round = 0; round < kRounds; ++round) {
    alone.push_back(search_a_while(searcher, queries, next, nullptr, stream));
    beside.push_back(search_a_while(searcher, queries, next, &counter, stream));
    ratios.push_back(beside.back() / alone.back());
  }
  const EventCounts counts = counter.counts();
  std::printf(
      "searches in a second of the processor: %.0f alone, %.0f beside %d events a second; median of %d "
      "ratios %.3f; %llu counted, %llu dropped\n",
      median(alone), median(beside), kEventsASecond, kRounds, median(ratios),
      static_cast<unsigned long long>(counts.counted), static_cast<unsigned long long>(counts.dropped));
  fs::remove_all(data);
}

// Through the same code as the service's, a second's worth after the other.
void write_days(SqliteDatabase& events, uint32_t first_day, int days) {
  EventTables tables(events);
  Tally tally(tables);
  Visitors visitors;
  std::optional<int64_t> behind;
  for (int day = 0; day < days; ++day) {
    SqliteTransaction transaction(events);
    for (int i = 0; i < kSearchesADay; ++i) {
      const int64_t at = (first_day + day) * kDay + i * kDay / kSearchesADay;
      const uint64_t visit = visitors.visit();
      tally.add({visitors.search(), {visit, visit + 1}, at, ""});
      if (visitors.opens()) tally.add({visitors.opened(), {visit, visit + 1}, at + 1, visitors.text()});
      if (i % 50 == 0) tally.add({visitors.begun(), {visit, visit + 1}, at + 2, ""});
      if (i % 1000 == 999) tally.write();
    }
    tally.write();
    transaction.commit();
    const EventRetention retention{.today = first_day + static_cast<uint32_t>(day)};
    while (forget_old_searches(events, retention)) continue;
    forget_old_days(events, retention.today);
  }
  const EventRetention retention{.today = first_day + static_cast<uint32_t>(days) - 1};
  for (behind = 0; behind;) behind = forget_rare_queries(events, retention, *behind);
}

template <typename Read>
void time_of(const char* name, const Read& read) {
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    const auto start = Clock::now();
    read();
    times.push_back(ms_since(start));
  }
  std::printf("%s: %.1f ms, at most %.1f\n", name, median(times),
              *std::max_element(times.begin(), times.end()));
}

void measure_year(const std::string& data, int days) {
  fs::remove_all(data);
  SqliteDatabase events = open_event_file(data, std::chrono::seconds(1));
  auto start = Clock::now();
  const uint32_t today = day_of_clock();
  write_days(events, today - static_cast<uint32_t>(days) + 1, days);
  const double written_ms = ms_since(start);
  start = Clock::now();
  sum_up(events, today, kLeastVisits);
  std::printf("%d days of %d searches: written in %.0f s, sums made in %.1f s\n", days, kSearchesADay,
              written_ms / 1000, ms_since(start) / 1000);
  events.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  std::printf("file: %.0f MB; %lld queries, %lld rows of query_days, %lld searches, %lld clicks\n",
              static_cast<double>(fs::file_size(event_file_path(data))) / 1e6,
              static_cast<long long>(events.number("SELECT count(*) FROM queries")),
              static_cast<long long>(events.number("SELECT count(*) FROM query_days")),
              static_cast<long long>(events.number("SELECT count(*) FROM searches")),
              static_cast<long long>(events.number("SELECT count(*) FROM clicks")));
  time_of("each_day_count of a year", [&] { each_day_count(events, 0, today, "", [](const DayCount&) {}); });
  for (const int period : kInsightPeriods) {
    time_of(("leading_queries of " + std::to_string(period) + " days").c_str(),
            [&] { leading_queries(events, period, "", QueryOrder::without_click, 100); });
  }
  time_of("leading_articles of a year", [&] { leading_articles(events, 365, "", 100); });
  const auto number = query_number(events, "en", "how do i change setting number 1");
  time_of("query_sums of the most frequent query (nobody waits for it)",
          [&] { query_sums(events, number.value_or(1), ""); });
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  signpost::measure_beside(argv[1], argv[2], argv[3]);
  signpost::measure_year(argv[3], argc > 4 ? std::atoi(argv[4]) : 365);
  return 0;
}
