// gap_table.cc - see gap_table.h.
#include "store/gap_table.h"

#include <algorithm>

#include "base/error.h"
#include "store/request_work.h"

namespace signpost {
namespace {

constexpr const char* kGapColumns =
    "SELECT id, state, lang, visits, lost, without_result, without_click, refused, unhelpful, contact, "
    "proof_article, proof_lang, proof_title, least_visits FROM gaps ";

// What an update changes, in the order of bind_gap().
constexpr const char* kInsertGap =
    "INSERT INTO gaps(state, lang, visits, lost, without_result, without_click, refused, unhelpful, contact, "
    "proof_article, proof_lang, proof_title, least_visits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kUpdateGap =
    "UPDATE gaps SET state = ?, lang = ?, visits = ?, lost = ?, without_result = ?, without_click = ?, "
    "refused = ?, unhelpful = ?, contact = ?, proof_article = ?, proof_lang = ?, proof_title = ?, "
    "least_visits = ? WHERE id = ?";

GapState state_of(const SqliteStatement& row, int column) {
  const auto state = gap_state_named(row.text(column));
  if (!state) throw Error(ErrorKind::corrupt, "a gap has a state that there is not");
  return *state;
}

void bind_gap(SqliteStatement& statement, const Gap& gap, const GapArticle& proof) {
  statement.bind_text(1, name_of(gap.state)).bind_text(2, gap.lang);
  statement.bind_number(3, gap.sums.visits).bind_number(4, gap.sums.lost);
  statement.bind_number(5, gap.sums.without_result).bind_number(6, gap.sums.without_click);
  statement.bind_number(7, gap.sums.refused).bind_number(8, gap.sums.unhelpful);
  statement.bind_number(9, gap.sums.contact);
  statement.bind_text(10, proof.id)
      .bind_text(11, proof.lang)
      .bind_text(12, proof.title)
      .bind_number(13, gap.least_visits);
}

int64_t keep_gap_row(SqliteDatabase& database, const Gap& gap) {
  const GapArticle proof = gap.proof.value_or(GapArticle());
  SqliteStatement statement(database, gap.number == 0 ? kInsertGap : kUpdateGap);
  bind_gap(statement, gap, proof);
  if (gap.number != 0) statement.bind_number(14, gap.number);
  statement.step();
  return gap.number == 0 ? database.last_row() : gap.number;
}

void delete_of_gap(SqliteDatabase& database, const char* sql, int64_t number) {
  SqliteStatement remove(database, sql);
  remove.bind_number(1, number).step();
}

void keep_queries(SqliteDatabase& database, int64_t number, const std::vector<GapQuery>& queries) {
  delete_of_gap(database, "DELETE FROM gap_queries WHERE gap_id = ?", number);
  SqliteStatement insert(database,
                         "INSERT OR REPLACE INTO gap_queries(query_key, gap_id, visits, lost, found, first, "
                         "score, rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const GapQuery& query : queries) {
    insert.bind_number(1, query.key).bind_number(2, number).bind_number(3, query.visits);
    insert.bind_number(4, query.lost).bind_number(5, query.before.found ? 1 : 0);
    insert.bind_number(6, query.before.first).bind_number(7, query.before.score).bind_number(8, query.rank);
    insert.step();
    insert.reset();
  }
}

void keep_nearest(SqliteDatabase& database, int64_t number, const std::vector<GapArticle>& articles) {
  delete_of_gap(database, "DELETE FROM gap_articles WHERE gap_id = ?", number);
  SqliteStatement insert(
      database, "INSERT INTO gap_articles(gap_id, place, article, lang, title) VALUES (?, ?, ?, ?, ?)");
  int64_t place = 0;
  for (const GapArticle& article : articles) {
    insert.bind_number(1, number).bind_number(2, ++place).bind_text(3, article.id);
    insert.bind_text(4, article.lang).bind_text(5, article.title).step();
    insert.reset();
  }
}

void add_change(SqliteDatabase& database, int64_t number, const GapChange& change) {
  SqliteStatement insert(
      database, "INSERT INTO gap_changes(gap_id, state, at, generation, author) VALUES (?, ?, ?, ?, ?)");
  insert.bind_number(1, number).bind_text(2, name_of(change.state)).bind_number(3, change.at);
  insert.bind_text(4, change.generation).bind_text(5, change.author).step();
}

size_t known_changes(SqliteDatabase& database, int64_t number) {
  SqliteStatement count(database, "SELECT count(*) FROM gap_changes WHERE gap_id = ?");
  count.bind_number(1, number).step();
  return static_cast<size_t>(count.number(0));
}

std::vector<GapQuery> queries_of(SqliteDatabase& database, int64_t number) {
  SqliteStatement select(database,
                         "SELECT query_key, visits, lost, found, first, score, rank FROM gap_queries WHERE "
                         "gap_id = ? ORDER BY lost DESC, visits DESC, query_key");
  select.bind_number(1, number);
  std::vector<GapQuery> queries;
  while (select.step()) {
    queries.push_back({select.number(0),
                       select.number(1),
                       select.number(2),
                       {select.number(3) != 0, select.number(4), select.number(5)},
                       select.number(6)});
  }
  return queries;
}

std::vector<GapArticle> nearest_of(SqliteDatabase& database, int64_t number) {
  SqliteStatement select(database,
                         "SELECT article, lang, title FROM gap_articles WHERE gap_id = ? ORDER BY place");
  select.bind_number(1, number);
  std::vector<GapArticle> articles;
  while (select.step()) articles.push_back({select.text(0), select.text(1), select.text(2)});
  return articles;
}

std::vector<GapChange> changes_of(SqliteDatabase& database, int64_t number) {
  SqliteStatement select(
      database, "SELECT state, at, generation, author FROM gap_changes WHERE gap_id = ? ORDER BY id");
  select.bind_number(1, number);
  std::vector<GapChange> changes;
  while (select.step())
    changes.push_back({state_of(select, 0), select.number(1), select.text(2), select.text(3)});
  return changes;
}

Gap read_gap(SqliteDatabase& database, const SqliteStatement& row) {
  Gap gap{.number = row.number(0),
          .state = state_of(row, 1),
          .lang = row.text(2),
          .sums = {.visits = row.number(3),
                   .lost = row.number(4),
                   .without_result = row.number(5),
                   .without_click = row.number(6),
                   .refused = row.number(7),
                   .unhelpful = row.number(8),
                   .contact = row.number(9)},
          .least_visits = row.number(13),
          .queries = queries_of(database, row.number(0)),
          .nearest = nearest_of(database, row.number(0)),
          .changes = changes_of(database, row.number(0)),
          .proof = std::nullopt};
  if (!row.text(10).empty()) gap.proof = GapArticle{row.text(10), row.text(11), row.text(12)};
  return gap;
}

int64_t row_number(size_t number) { return static_cast<int64_t>(std::min<uint64_t>(number, INT64_MAX)); }

void each_gap_of(SqliteDatabase& database, std::optional<GapState> state, int64_t first, int64_t most,
                 const std::function<void(Gap&&)>& use) {
  const std::string sql =
      std::string(kGapColumns) + "WHERE ?1 = '' OR state = ?1 ORDER BY lost DESC, id LIMIT ?2 OFFSET ?3";
  SqliteStatement select(database, sql.c_str());
  select.bind_text(1, state ? name_of(*state) : std::string_view());
  select.bind_number(2, most).bind_number(3, first);
  while (select.step()) use(read_gap(database, select));
}

}  // namespace

int64_t keep_gap(SqliteDatabase& database, const Gap& gap) {
  const int64_t number = keep_gap_row(database, gap);
  keep_queries(database, number, gap.queries);
  keep_nearest(database, number, gap.nearest);
  for (size_t i = known_changes(database, number); i < gap.changes.size(); ++i)
    add_change(database, number, gap.changes[i]);
  return number;
}

void keep_reckoned_gap(SqliteDatabase& database, const Gap& gap) {
  if (gap.number != 0) {
    const std::vector<GapChange> known = changes_of(database, gap.number);
    const bool is_same = !known.empty() && known.size() <= gap.changes.size() &&
                         std::equal(known.begin(), known.end(), gap.changes.begin());
    if (!is_same) return;
  }
  if (!gap.queries.empty()) {
    keep_gap(database, gap);
  } else if (gap.number != 0 && requests_of_item(database, shown_gap(gap.number), 1).empty()) {
    delete_of_gap(database, "DELETE FROM gaps WHERE id = ?", gap.number);
  }
}

std::optional<Gap> find_gap(SqliteDatabase& database, int64_t number) {
  const std::string sql = std::string(kGapColumns) + "WHERE id = ?";
  SqliteStatement select(database, sql.c_str());
  if (!select.bind_number(1, number).step()) return std::nullopt;
  return read_gap(database, select);
}

std::optional<int64_t> gap_of_queries(SqliteDatabase& database, const std::vector<int64_t>& keys) {
  SqliteStatement select(database, "SELECT gap_id FROM gap_queries WHERE query_key = ?");
  for (const int64_t key : keys) {
    if (select.bind_number(1, key).step()) return select.number(0);
    select.reset();
  }
  return std::nullopt;
}

void each_gap(SqliteDatabase& database, std::optional<GapState> state,
              const std::function<void(const Gap&)>& use) {
  each_gap_of(database, state, 0, INT64_MAX, use);
}

std::vector<Gap> gaps_of_page(SqliteDatabase& database, std::optional<GapState> state, size_t first,
                              size_t most) {
  std::vector<Gap> gaps;
  each_gap_of(database, state, row_number(first), row_number(most),
              [&](Gap&& gap) { gaps.push_back(std::move(gap)); });
  return gaps;
}

size_t count_gaps(SqliteDatabase& database, std::optional<GapState> state) {
  SqliteStatement count(database, "SELECT count(*) FROM gaps WHERE ?1 = '' OR state = ?1");
  count.bind_text(1, state ? name_of(*state) : std::string_view()).step();
  return static_cast<size_t>(count.number(0));
}

bool change_gap_state(SqliteDatabase& database, int64_t number, const GapChange& change) {
  SqliteStatement update(database, "UPDATE gaps SET state = ? WHERE id = ?");
  update.bind_text(1, name_of(change.state)).bind_number(2, number).step();
  if (database.changed_rows() == 0) return false;
  add_change(database, number, change);
  return true;
}

std::vector<GapExample> gap_examples(SqliteDatabase& events, const Gap& gap) {
  std::vector<GapExample> examples;
  SqliteStatement select(events, "SELECT lang, text FROM queries WHERE sum = ?");
  for (const GapQuery& query : gap.queries) {
    if (query.visits < gap.least_visits) continue;
    if (select.bind_number(1, query.key).step())
      examples.push_back({select.text(0), select.text(1), query.visits, query.rank});
    select.reset();
  }
  std::stable_sort(examples.begin(), examples.end(),
                   [](const GapExample& a, const GapExample& b) { return a.visits > b.visits; });
  return examples;
}

}  // namespace signpost
