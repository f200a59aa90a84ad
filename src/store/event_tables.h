// event_tables.h - what is written while visitors are counted: the SQL of it, on a connection and in a
// transaction of the caller's. Tested by tests/unit/store/event_tables_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sqlite/database.h"
#include "store/event_counts.h"

namespace signpost {

// One search as long as single ones are kept.
struct SearchRow {
  int64_t id = 0;    // in the order of time
  int64_t hour = 0;  // since 1970: nobody needs to know it better
  int64_t visit = 0;
  int64_t query = 0;
  int64_t filters = kNoName;
  int64_t generation = kNoName;
  uint64_t hits = 0;
  uint32_t flags = 0;  // SearchFlag
};

// Statements that are prepared once. Must not outlive its database. All throw SqliteFailure.
class EventTables {
 public:
  explicit EventTables(SqliteDatabase& events);

  // The largest numbers that are there.
  int64_t newest_search();
  int64_t newest_visit();

  // The number of what has one, or gets one now.
  int64_t query(std::string_view lang, std::string_view text);
  int64_t document(std::string_view article, std::string_view lang);
  int64_t name(std::string_view name);

  void put_search(const SearchRow& row);
  // Filters, hits and flags, as they are by now.
  void change_search(const SearchRow& row);
  void drop_search(int64_t search);
  // False where the document was opened from this search already.
  bool put_click(int64_t search, int64_t document, int64_t position);
  // Of one that is there.
  void move_click(int64_t search, int64_t document, int64_t position);

  // Added to what is there, so that a figure may be negative.
  void add(int64_t query, uint32_t day, const QuerySums& sums);
  void add(int64_t document, uint32_t day, const ArticleSums& sums);
  void add(uint32_t day, std::string_view lang, std::string_view what, int64_t number);

 private:
  SqliteDatabase& events_;
  SqliteStatement find_query_;
  SqliteStatement put_query_;
  SqliteStatement find_document_;
  SqliteStatement put_document_;
  SqliteStatement find_name_;
  SqliteStatement put_name_;
  SqliteStatement put_search_;
  SqliteStatement change_search_;
  SqliteStatement drop_search_;
  SqliteStatement drop_clicks_;
  SqliteStatement put_click_;
  SqliteStatement move_click_;
  SqliteStatement add_query_;
  SqliteStatement add_article_;
  SqliteStatement add_count_;
};

}  // namespace signpost
