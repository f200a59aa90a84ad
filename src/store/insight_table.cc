// insight_table.cc - see insight_table.h.
#include "store/insight_table.h"

#include <algorithm>
#include <string_view>

#include "store/event_rows.h"

namespace signpost {
namespace {

// The `most` largest, by a figure and then by what makes them differ.
template <typename Line>
void keep_largest(std::vector<Line>& lines, size_t most, const std::function<int64_t(const Line&)>& figure,
                  const std::function<bool(const Line&, const Line&)>& before) {
  std::erase_if(lines, [&](const Line& line) { return figure(line) <= 0; });
  std::sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
    return figure(a) != figure(b) ? figure(a) > figure(b) : before(a, b);
  });
  if (lines.size() > most) lines.erase(lines.begin() + static_cast<ptrdiff_t>(most), lines.end());
}

}  // namespace

void each_day_count(SqliteDatabase& events, uint32_t first_day, uint32_t last_day, const std::string& lang,
                    const std::function<void(const DayCount&)>& use) {
  SqliteStatement select(events,
                         "SELECT day, lang, what, number FROM day_counts WHERE day BETWEEN ? AND ? "
                         "AND (?3 = '' OR lang = ?3) ORDER BY day, lang, what");
  select.bind_number(1, first_day).bind_number(2, last_day).bind_text(3, lang);
  while (select.step()) {
    use({.day = static_cast<uint32_t>(select.number(0)),
         .lang = select.text(1),
         .what = select.text(2),
         .number = select.number(3)});
  }
}

QueryList leading_queries(SqliteDatabase& events, int period, const std::string& lang, QueryOrder order,
                          size_t most, int64_t least_visits) {
  const std::string sql = std::string("SELECT l.query, l.lang, q.text, l.queries, ") + kQueryColumns +
                          " FROM leading_queries l LEFT JOIN queries q ON q.id = l.query "
                          "WHERE l.period = ?1 AND (?2 = '' OR l.lang = ?2)";
  SqliteStatement select(events, sql.c_str());
  select.bind_number(1, period).bind_text(2, lang);
  QueryList list;
  while (select.step()) {
    const QuerySums sums = query_sums_at(select, 4);
    const bool is_rare = select.number(0) == 0 || sums.visits < least_visits;
    if (is_rare) {
      list.rare.queries += select.number(3);
      add_sums(list.rare.sums, sums);
    } else {
      list.lines.push_back(
          {.query = select.number(0), .lang = select.text(1), .text = select.text(2), .sums = sums});
    }
  }
  keep_largest<QueryLine>(
      list.lines, most, [order](const QueryLine& line) { return figure_of(line.sums, order); },
      [](const QueryLine& a, const QueryLine& b) { return a.query < b.query; });
  return list;
}

std::vector<ArticleLine> leading_articles(SqliteDatabase& events, int period, const std::string& lang,
                                          size_t most) {
  const std::string sql = std::string("SELECT d.article, d.lang, ") + kArticleColumns +
                          " FROM leading_articles l JOIN documents d ON d.id = l.document "
                          "WHERE l.period = ?1 AND (?2 = '' OR d.lang = ?2)";
  SqliteStatement select(events, sql.c_str());
  select.bind_number(1, period).bind_text(2, lang);
  std::vector<ArticleLine> lines;
  while (select.step()) {
    lines.push_back({.article = select.text(0), .lang = select.text(1), .sums = article_sums_at(select, 2)});
  }
  keep_largest<ArticleLine>(
      lines, most, [](const ArticleLine& line) { return line.sums.contact_begun; },
      [](const ArticleLine& a, const ArticleLine& b) {
        return a.article != b.article ? a.article < b.article : a.lang < b.lang;
      });
  return lines;
}

int64_t article_visits(SqliteDatabase& events, const std::string& article, const std::string& lang,
                       uint32_t first_day, uint32_t last_day) {
  SqliteStatement select(
      events,
      "SELECT IFNULL(SUM(a.visits), 0) FROM documents d JOIN article_days a ON a.document = d.id "
      "WHERE d.article = ? AND d.lang = ? AND a.day BETWEEN ? AND ?");
  select.bind_text(1, article).bind_text(2, lang).bind_number(3, first_day).bind_number(4, last_day);
  return select.step() ? select.number(0) : 0;
}

void each_query(SqliteDatabase& events, uint32_t first_day, uint32_t last_day,
                const std::function<void(const QueryLine&)>& use) {
  const std::string sql = std::string("SELECT query, q.lang, q.text, ") + kQueryColumns +
                          " FROM query_days JOIN queries q ON q.id = query "
                          "WHERE day BETWEEN ? AND ? ORDER BY query";
  SqliteStatement select(events, sql.c_str());
  select.bind_number(1, first_day).bind_number(2, last_day);
  QueryLine line;
  while (select.step()) {
    if (select.number(0) != line.query) {
      if (line.sums.searches > 0) use(line);
      line = {.query = select.number(0), .lang = select.text(1), .text = select.text(2), .sums = {}};
    }
    add_sums(line.sums, query_sums_at(select, 3));
  }
  if (line.sums.searches > 0) use(line);
}

std::optional<int64_t> query_number(SqliteDatabase& events, const std::string& lang,
                                    const std::string& text) {
  SqliteStatement select(events, "SELECT id FROM queries WHERE sum = ? AND lang = ? AND text = ?");
  select.bind_number(1, query_key(lang, text)).bind_text(2, lang).bind_text(3, text);
  return select.step() ? std::optional(select.number(0)) : std::nullopt;
}

QuerySums query_sums(SqliteDatabase& events, int64_t query, const std::string& generation) {
  SqliteStatement select(
      events,
      "SELECT count(*), count(DISTINCT visit), total(hits = 0), total(flags & 2 <> 0), "
      "total(flags & 1 <> 0), total(flags & 4 <> 0), total(flags & 8 <> 0), total(flags & 16 <> 0), "
      "total(flags & 32 <> 0), total(flags & 192 <> 0) FROM searches WHERE query = ?1 "
      "AND (?2 = '' OR generation >= (SELECT id FROM names WHERE name = ?2))");
  select.bind_number(1, query).bind_text(2, generation);
  return select.step() ? query_sums_at(select, 0) : QuerySums();
}

namespace {

// Texts come last, so that only numbers are put in order; `which`: of the searches.
void each_click_where(SqliteDatabase& events, const std::string& which, int64_t query,
                      const std::function<void(const ClickLine&)>& use) {
  const std::string sql =
      "SELECT g.query, q.text, q.lang, d.article, d.lang, g.position, g.clicks, g.visits FROM "
      "(SELECT s.query, c.document, c.position, count(*) AS clicks, count(DISTINCT s.visit) AS visits "
      "FROM searches s JOIN clicks c ON c.search = s.id" +
      which +
      " GROUP BY s.query, c.document, c.position) g "
      "JOIN queries q ON q.id = g.query JOIN documents d ON d.id = g.document "
      "ORDER BY g.query, g.document, g.position";
  SqliteStatement select(events, sql.c_str());
  if (!which.empty()) select.bind_number(1, query);
  while (select.step()) {
    use({.query = select.number(0),
         .text = select.text(1),
         .query_lang = select.text(2),
         .article = select.text(3),
         .article_lang = select.text(4),
         .position = select.number(5),
         .clicks = select.number(6),
         .visits = select.number(7)});
  }
}

}  // namespace

void each_click(SqliteDatabase& events, const std::function<void(const ClickLine&)>& use) {
  each_click_where(events, "", 0, use);
}

void each_click_of(SqliteDatabase& events, int64_t query, const std::function<void(const ClickLine&)>& use) {
  each_click_where(events, " WHERE s.query = ?", query, use);
}

}  // namespace signpost
