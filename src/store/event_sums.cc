// event_sums.cc - see event_sums.h.
#include "store/event_sums.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/event_rows.h"

namespace signpost {
namespace {

constexpr size_t kPeriods = std::size(kInsightPeriods);
constexpr QueryOrder kQueryOrders[] = {QueryOrder::searches, QueryOrder::without_result,
                                       QueryOrder::without_click, QueryOrder::refused};

template <typename Sums>
using PeriodSums = std::array<Sums, kPeriods>;

// How many of the periods a day is in, which are each within the next.
template <typename Sums>
void add_to_periods(PeriodSums<Sums>& periods, uint32_t day, uint32_t today, const Sums& sums) {
  for (size_t i = 0; i < kPeriods; ++i) {
    if (today - day < static_cast<uint32_t>(kInsightPeriods[i])) add_sums(periods[i], sums);
  }
}

template <typename Sums>
struct Candidate {
  int64_t number = 0;
  Sums sums;
};

// The largest of one figure that were offered so far.
template <typename Sums>
class Leaders {
 public:
  void offer(int64_t figure, const Candidate<Sums>& candidate) {
    if (figure <= 0) return;
    if (heap_.size() == kMostLeading && figure <= heap_.front().first) return;
    if (heap_.size() == kMostLeading) {
      std::pop_heap(heap_.begin(), heap_.end(), is_larger);
      heap_.pop_back();
    }
    heap_.emplace_back(figure, candidate);
    std::push_heap(heap_.begin(), heap_.end(), is_larger);
  }
  const auto& all() const { return heap_; }

 private:
  using Entry = std::pair<int64_t, Candidate<Sums>>;
  static bool is_larger(const Entry& a, const Entry& b) { return a.first > b.first; }
  std::vector<Entry> heap_;
};

// Of one period and language.
struct QueryLeaders {
  std::array<Leaders<QuerySums>, std::size(kQueryOrders)> by_order;
  int64_t rare_queries = 0;
  QuerySums rare;
};

// Those behind which most began to write to people.
using ArticleLeaders = Leaders<ArticleSums>;

using LeadersByLanguage = std::map<std::string, std::array<QueryLeaders, kPeriods>>;

void offer(std::array<QueryLeaders, kPeriods>& leaders, int64_t query, const PeriodSums<QuerySums>& sums,
           int64_t least_visits) {
  for (size_t period = 0; period < kPeriods; ++period) {
    QueryLeaders& here = leaders[period];
    if (sums[period].searches <= 0) continue;
    if (sums[period].visits < least_visits) {
      ++here.rare_queries;
      add_sums(here.rare, sums[period]);
      continue;
    }
    for (size_t i = 0; i < std::size(kQueryOrders); ++i)
      here.by_order[i].offer(figure_of(sums[period], kQueryOrders[i]), {query, sums[period]});
  }
}

// Rows that have the number of their thing first, its day behind it and then its sums, things together.
template <typename Sums>
void each_thing(SqliteStatement& rows, uint32_t today,
                const std::function<Sums(const SqliteStatement&)>& read,
                const std::function<void(int64_t, const PeriodSums<Sums>&)>& use) {
  int64_t thing = 0;
  PeriodSums<Sums> sums;
  while (rows.step()) {
    if (rows.number(0) != thing) {
      if (thing != 0) use(thing, sums);
      thing = rows.number(0);
      sums = {};
    }
    add_to_periods(sums, static_cast<uint32_t>(rows.number(1)), today, read(rows));
  }
  if (thing != 0) use(thing, sums);
}

void offer(std::array<ArticleLeaders, kPeriods>& leaders, int64_t document,
           const PeriodSums<ArticleSums>& sums) {
  for (size_t period = 0; period < kPeriods; ++period)
    leaders[period].offer(sums[period].contact_begun, {document, sums[period]});
}

void write_queries(SqliteDatabase& events, const LeadersByLanguage& languages) {
  events.execute("DELETE FROM leading_queries");
  SqliteStatement put(
      events, "INSERT OR IGNORE INTO leading_queries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const auto write = [&](size_t period, const std::string& lang, int64_t query, int64_t queries,
                         const QuerySums& sums) {
    put.bind_number(1, kInsightPeriods[period]).bind_text(2, lang).bind_number(3, query);
    put.bind_number(4, queries);
    bind_sums(put, 5, sums);
    put.step();
    put.reset();
  };
  for (const auto& [lang, periods] : languages) {
    for (size_t period = 0; period < kPeriods; ++period) {
      const QueryLeaders& here = periods[period];
      if (here.rare_queries > 0) write(period, lang, 0, here.rare_queries, here.rare);
      for (const auto& order : here.by_order) {
        for (const auto& [figure, leader] : order.all()) write(period, lang, leader.number, 1, leader.sums);
      }
    }
  }
}

void write_articles(SqliteDatabase& events, const std::array<ArticleLeaders, kPeriods>& periods) {
  events.execute("DELETE FROM leading_articles");
  SqliteStatement put(events, "INSERT OR IGNORE INTO leading_articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (size_t period = 0; period < kPeriods; ++period) {
    for (const auto& [figure, leader] : periods[period].all()) {
      put.bind_number(1, kInsightPeriods[period]).bind_number(2, leader.number);
      bind_sums(put, 3, leader.sums);
      put.step();
      put.reset();
    }
  }
}

uint32_t first_day_of(uint32_t today) {
  constexpr uint32_t kLongest = kInsightPeriods[kPeriods - 1];
  return today >= kLongest ? today - kLongest + 1 : 0;
}

// Queries have their languages in the same order as days have their queries.
class QueryLanguages {
 public:
  explicit QueryLanguages(SqliteDatabase& events)
      : rows_(events, "SELECT id, lang FROM queries ORDER BY id") {}

  // Of a larger number than the one before; nullopt for one that was taken out meanwhile.
  std::optional<std::string> of(int64_t query) {
    while (any_ && at_ < query) {
      any_ = rows_.step();
      at_ = any_ ? rows_.number(0) : at_;
    }
    return any_ && at_ == query ? std::optional(rows_.text(1)) : std::nullopt;
  }

 private:
  SqliteStatement rows_;
  bool any_ = true;
  int64_t at_ = 0;
};

void sum_up_queries(SqliteDatabase& events, uint32_t today, int64_t least_visits) {
  const std::string sql = std::string("SELECT query, day, ") + kQueryColumns +
                          " FROM query_days WHERE day BETWEEN ? AND ? ORDER BY query";
  SqliteStatement rows(events, sql.c_str());
  rows.bind_number(1, first_day_of(today)).bind_number(2, today);
  QueryLanguages languages(events);
  LeadersByLanguage leaders;
  each_thing<QuerySums>(
      rows, today, [](const SqliteStatement& row) { return query_sums_at(row, 2); },
      [&](int64_t query, const PeriodSums<QuerySums>& sums) {
        if (const auto lang = languages.of(query)) offer(leaders[*lang], query, sums, least_visits);
      });
  write_queries(events, leaders);
}

void sum_up_articles(SqliteDatabase& events, uint32_t today) {
  const std::string sql = std::string("SELECT document, day, ") + kArticleColumns +
                          " FROM article_days WHERE day BETWEEN ? AND ? ORDER BY document";
  SqliteStatement rows(events, sql.c_str());
  rows.bind_number(1, first_day_of(today)).bind_number(2, today);
  std::array<ArticleLeaders, kPeriods> leaders;
  each_thing<ArticleSums>(
      rows, today, [](const SqliteStatement& row) { return article_sums_at(row, 2); },
      [&](int64_t document, const PeriodSums<ArticleSums>& sums) { offer(leaders, document, sums); });
  write_articles(events, leaders);
}

}  // namespace

void sum_up(SqliteDatabase& events, uint32_t today, int64_t least_visits) {
  SqliteTransaction transaction(events);
  sum_up_queries(events, today, least_visits);
  sum_up_articles(events, today);
  transaction.commit();
}

}  // namespace signpost
