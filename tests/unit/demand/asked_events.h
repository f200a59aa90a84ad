// asked_events.h - a file of counts that a test writes as the service would.
#pragma once

#include <string>

#include "store/event_counts.h"
#include "store/event_file.h"
#include "store/insight_table.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {

class AskedEvents {
 public:
  SqliteDatabase& database() { return database_; }
  const std::string& dir() const { return folder_.path(); }

  int64_t query(const std::string& lang, const std::string& text) {
    if (const auto known = query_number(database_, lang, text)) return *known;
    SqliteStatement insert(database_, "INSERT INTO queries(lang, text, sum) VALUES (?, ?, ?)");
    insert.bind_text(1, lang).bind_text(2, text).bind_number(3, query_key(lang, text)).step();
    return database_.last_row();
  }

  void day(int64_t query, int64_t day, const QuerySums& sums) {
    SqliteStatement insert(database_,
                           "INSERT INTO query_days(query, day, searches, visits, without_result, clicked, "
                           "corrected, answered, refused, solved, unhelpful, contact) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind_number(1, query).bind_number(2, day).bind_number(3, sums.searches);
    insert.bind_number(4, sums.visits).bind_number(5, sums.without_result).bind_number(6, sums.clicked);
    insert.bind_number(7, sums.corrected).bind_number(8, sums.answered).bind_number(9, sums.refused);
    insert.bind_number(10, sums.solved).bind_number(11, sums.unhelpful).bind_number(12, sums.contact);
    insert.step();
  }

  // One search; its number.
  int64_t search(int64_t query, int64_t visit, const std::string& generation, int64_t hits, uint32_t flags) {
    SqliteStatement insert(database_,
                           "INSERT INTO searches(hour, visit, query, filters, generation, hits, flags) "
                           "VALUES (0, ?, ?, 1, ?, ?, ?)");
    insert.bind_number(1, visit).bind_number(2, query).bind_number(3, name(generation));
    insert.bind_number(4, hits).bind_number(5, flags).step();
    return database_.last_row();
  }

  void click(int64_t search, const std::string& article, const std::string& lang, int64_t position) {
    SqliteStatement known(database_, "INSERT OR IGNORE INTO documents(article, lang) VALUES (?, ?)");
    known.bind_text(1, article).bind_text(2, lang).step();
    SqliteStatement insert(database_,
                           "INSERT INTO clicks(search, document, position) VALUES (?1, (SELECT id FROM "
                           "documents WHERE article = ?2 AND lang = ?3), ?4)");
    insert.bind_number(1, search).bind_text(2, article).bind_text(3, lang).bind_number(4, position).step();
  }

 private:
  int64_t name(const std::string& name) {
    SqliteStatement known(database_, "INSERT OR IGNORE INTO names(name) VALUES (?)");
    known.bind_text(1, name).step();
    SqliteStatement select(database_, "SELECT id FROM names WHERE name = ?");
    select.bind_text(1, name).step();
    return select.number(0);
  }

  const DataFolder folder_{"signpost-demand"};
  SqliteDatabase database_ = open_event_file(folder_.path(), std::chrono::milliseconds(0));
};

}  // namespace signpost
