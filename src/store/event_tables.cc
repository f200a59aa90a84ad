// event_tables.cc - see event_tables.h.
#include "store/event_tables.h"

#include "store/event_rows.h"

namespace signpost {
namespace {

// Of one visit at most so many others are between two of its searches.
constexpr const char* kNewestVisit =
    "SELECT max(visit) FROM (SELECT visit FROM searches ORDER BY id DESC LIMIT 200000)";

// The row of a statement whose first column is a number; 0 for none.
int64_t first_number(SqliteStatement& statement) {
  const int64_t number = statement.step() ? statement.number(0) : 0;
  statement.reset();
  return number;
}

void run(SqliteStatement& statement) {
  statement.step();
  statement.reset();
}

}  // namespace

EventTables::EventTables(SqliteDatabase& events)
    : events_(events),
      find_query_(events, "SELECT id FROM queries WHERE sum = ?"),
      put_query_(events, "INSERT INTO queries(lang, text, sum) VALUES (?, ?, ?)"),
      find_document_(events, "SELECT id FROM documents WHERE article = ? AND lang = ?"),
      put_document_(events, "INSERT INTO documents(article, lang) VALUES (?, ?)"),
      find_name_(events, "SELECT id FROM names WHERE name = ?"),
      put_name_(events, "INSERT INTO names(name) VALUES (?)"),
      put_search_(events,
                  "INSERT INTO searches(id, hour, visit, query, filters, generation, hits, flags) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      change_search_(events, "UPDATE searches SET filters = ?, hits = ?, flags = ? WHERE id = ?"),
      drop_search_(events, "DELETE FROM searches WHERE id = ?"),
      drop_clicks_(events, "DELETE FROM clicks WHERE search = ?"),
      put_click_(events, "INSERT OR IGNORE INTO clicks(search, document, position) VALUES (?, ?, ?)"),
      move_click_(events, "UPDATE clicks SET position = ? WHERE search = ? AND document = ?"),
      add_query_(events,
                 "INSERT INTO query_days VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
                 "SET searches = searches + excluded.searches, visits = visits + excluded.visits, "
                 "without_result = without_result + excluded.without_result, "
                 "clicked = clicked + excluded.clicked, corrected = corrected + excluded.corrected, "
                 "answered = answered + excluded.answered, refused = refused + excluded.refused, "
                 "solved = solved + excluded.solved, unhelpful = unhelpful + excluded.unhelpful, "
                 "contact = contact + excluded.contact"),
      add_article_(events,
                   "INSERT INTO article_days VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
                   "SET visits = visits + excluded.visits, read = read + excluded.read, "
                   "clicks = clicks + excluded.clicks, contact_begun = contact_begun + "
                   "excluded.contact_begun, contact_sent = contact_sent + excluded.contact_sent, "
                   "helpful = helpful + excluded.helpful, unhelpful = unhelpful + excluded.unhelpful, "
                   "short_address = short_address + excluded.short_address"),
      add_count_(events,
                 "INSERT INTO day_counts VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
                 "SET number = number + excluded.number") {}

int64_t EventTables::newest_search() { return events_.number("SELECT max(id) FROM searches"); }

int64_t EventTables::newest_visit() { return events_.number(kNewestVisit); }

int64_t EventTables::query(std::string_view lang, std::string_view text) {
  const int64_t sum = query_key(lang, text);
  if (const int64_t known = first_number(find_query_.bind_number(1, sum)); known != 0) return known;
  run(put_query_.bind_text(1, lang).bind_text(2, text).bind_number(3, sum));
  return events_.last_row();
}

int64_t EventTables::document(std::string_view article, std::string_view lang) {
  const int64_t known = first_number(find_document_.bind_text(1, article).bind_text(2, lang));
  if (known != 0) return known;
  run(put_document_.bind_text(1, article).bind_text(2, lang));
  return events_.last_row();
}

int64_t EventTables::name(std::string_view name) {
  if (const int64_t known = first_number(find_name_.bind_text(1, name)); known != 0) return known;
  run(put_name_.bind_text(1, name));
  return events_.last_row();
}

void EventTables::put_search(const SearchRow& row) {
  put_search_.bind_number(1, row.id).bind_number(2, row.hour).bind_number(3, row.visit);
  put_search_.bind_number(4, row.query).bind_number(5, row.filters).bind_number(6, row.generation);
  run(put_search_.bind_number(7, static_cast<int64_t>(row.hits)).bind_number(8, row.flags));
}

void EventTables::change_search(const SearchRow& row) {
  change_search_.bind_number(1, row.filters).bind_number(2, static_cast<int64_t>(row.hits));
  run(change_search_.bind_number(3, row.flags).bind_number(4, row.id));
}

void EventTables::drop_search(int64_t search) {
  run(drop_search_.bind_number(1, search));
  run(drop_clicks_.bind_number(1, search));
}

bool EventTables::put_click(int64_t search, int64_t document, int64_t position) {
  run(put_click_.bind_number(1, search).bind_number(2, document).bind_number(3, position));
  return events_.changed_rows() > 0;
}

void EventTables::move_click(int64_t search, int64_t document, int64_t position) {
  run(move_click_.bind_number(1, position).bind_number(2, search).bind_number(3, document));
}

void EventTables::add(int64_t query, uint32_t day, const QuerySums& sums) {
  bind_sums(add_query_.bind_number(1, query).bind_number(2, day), 3, sums);
  run(add_query_);
}

void EventTables::add(int64_t document, uint32_t day, const ArticleSums& sums) {
  bind_sums(add_article_.bind_number(1, document).bind_number(2, day), 3, sums);
  run(add_article_);
}

void EventTables::add(uint32_t day, std::string_view lang, std::string_view what, int64_t number) {
  add_count_.bind_number(1, day).bind_text(2, lang).bind_text(3, what);
  run(add_count_.bind_number(4, number));
}

}  // namespace signpost
