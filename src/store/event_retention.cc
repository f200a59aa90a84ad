// event_retention.cc - see event_retention.h.
#include "store/event_retention.h"

#include <string>
#include <vector>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr int64_t kHoursOfDay = 24;
constexpr int64_t kRowsAtOnce = 5000;

int64_t days_before(uint32_t today, int days) { return int64_t{today} - days; }

void forget_of(SqliteDatabase& events, const char* sql, int64_t number) {
  SqliteStatement forget(events, sql);
  forget.bind_number(1, number).step();
}

void forget_query(SqliteDatabase& events, int64_t query) {
  for (const char* sql : {"DELETE FROM clicks WHERE search IN (SELECT id FROM searches WHERE query = ?)",
                          "DELETE FROM searches WHERE query = ?", "DELETE FROM query_days WHERE query = ?",
                          "DELETE FROM queries WHERE id = ?"})
    forget_of(events, sql, query);
}

// Their leading ones have no index by query, and are looked through once for all.
void forget_queries(SqliteDatabase& events, const std::vector<int64_t>& queries) {
  for (const int64_t query : queries) forget_query(events, query);
  if (queries.empty()) return;
  events.execute("DELETE FROM leading_queries WHERE query <> 0 AND query NOT IN (SELECT id FROM queries)");
}

bool is_part_of_word(char c) { return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

bool has_words(std::string_view text, std::string_view words) {
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const size_t end = at + words.size();
    const bool begins = at == 0 || !is_part_of_word(text[at - 1]);
    if (begins && (end == text.size() || !is_part_of_word(text[end]))) return true;
  }
  return false;
}

}  // namespace

// Numbers of searches follow their time, so those at the beginning are the oldest.
bool forget_old_searches(SqliteDatabase& events, const EventRetention& retention) {
  SqliteTransaction transaction(events);
  SqliteStatement oldest(events,
                         "SELECT max(id), count(*) FROM (SELECT id, hour FROM searches ORDER BY id LIMIT ?) "
                         "WHERE hour < ?");
  oldest.bind_number(1, kRowsAtOnce);
  oldest.bind_number(2, days_before(retention.today, retention.retention_days) * kHoursOfDay);
  const bool any = oldest.step() && !oldest.is_null(0);
  const int64_t last = any ? oldest.number(0) : 0;
  const bool more = any && oldest.number(1) == kRowsAtOnce;
  oldest.reset();
  if (any) {
    forget_of(events, "DELETE FROM clicks WHERE search <= ?", last);
    forget_of(events, "DELETE FROM searches WHERE id <= ?", last);
  }
  transaction.commit();
  return more;
}

std::optional<int64_t> forget_rare_queries(SqliteDatabase& events, const EventRetention& retention,
                                           int64_t behind) {
  SqliteTransaction transaction(events);
  const int64_t oldest_rare = days_before(retention.today, retention.retention_days);
  SqliteStatement select(events,
                         "SELECT query, max(day), sum(visits) FROM query_days WHERE query > ? GROUP BY query "
                         "ORDER BY query LIMIT ?");
  select.bind_number(1, behind).bind_number(2, kRowsAtOnce);
  std::vector<int64_t> rare;
  int64_t seen = 0;
  int64_t last = behind;
  for (; select.step(); ++seen) {
    last = select.number(0);
    const int64_t day = select.number(1);
    const bool is_rare = day < oldest_rare && select.number(2) < retention.least_visits;
    if (is_rare || day < days_before(retention.today, kDaysOfSums)) rare.push_back(last);
  }
  select.reset();
  forget_queries(events, rare);
  SqliteStatement days(events, "DELETE FROM query_days WHERE query > ? AND query <= ? AND day < ?");
  days.bind_number(1, behind).bind_number(2, last);
  days.bind_number(3, days_before(retention.today, kDaysOfSums)).step();
  transaction.commit();
  return seen == kRowsAtOnce ? std::optional(last) : std::nullopt;
}

void forget_old_days(SqliteDatabase& events, uint32_t today) {
  SqliteTransaction transaction(events);
  const int64_t oldest = days_before(today, kDaysOfSums);
  forget_of(events, "DELETE FROM article_days WHERE day < ?", oldest);
  forget_of(events, "DELETE FROM day_counts WHERE day < ?", oldest);
  transaction.commit();
}

void forget_unused_names(SqliteDatabase& events) {
  events.execute(
      "DELETE FROM names WHERE id <> 1 AND id NOT IN "
      "(SELECT filters FROM searches UNION SELECT generation FROM searches)");
}

int64_t forget_queries_with(SqliteDatabase& events, std::string_view text) {
  const std::string wanted = lower_case(text);
  if (wanted.empty()) return 0;
  SqliteTransaction transaction(events);
  std::vector<int64_t> found;
  SqliteStatement select(events, "SELECT id, lower(text) FROM queries WHERE instr(lower(text), ?) > 0");
  select.bind_text(1, wanted);
  while (select.step()) {
    if (has_words(select.blob(1), wanted)) found.push_back(select.number(0));
  }
  select.reset();
  forget_queries(events, found);
  transaction.commit();
  return static_cast<int64_t>(found.size());
}

bool events_have(SqliteDatabase& events, std::string_view text) {
  const std::string wanted = lower_case(text);
  SqliteStatement select(events,
                         "SELECT 1 FROM (SELECT text FROM queries UNION ALL SELECT article FROM documents "
                         "UNION ALL SELECT name FROM names UNION ALL SELECT what FROM day_counts) "
                         "WHERE instr(lower(text), ?) > 0 LIMIT 1");
  return select.bind_text(1, wanted).step();
}

}  // namespace signpost
