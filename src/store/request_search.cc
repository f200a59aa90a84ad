// request_search.cc - see request_search.h.
#include "store/request_search.h"

#include <algorithm>

#include "base/ascii.h"
#include "store/request_code.h"
#include "store/request_table.h"

namespace signpost {
namespace {

constexpr int kBeginningCharacters = 300;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (size_t pos = 0; pos < text.size() && words.size() < kMaxQueryWords;) {
    const size_t end = std::min(text.find_first_of(" \t\n\f\r", pos), text.size());
    if (end > pos) words.emplace_back(text.substr(pos, end - pos));
    pos = end + 1;
  }
  return words;
}

// A pattern of LIKE that stands for the word anywhere.
std::string pattern_of(std::string_view word) {
  std::string pattern = "%";
  for (const char c : word) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

// The conditions of a query, and what is bound to their places.
class RequestConditions {
 public:
  explicit RequestConditions(const RequestQuery& query)
      : texts_{query.state ? std::string(name_of(*query.state)) : "", query.product, query.lang,
               parse_request_code(query.text).value_or("")} {
    if (!texts_[3].empty()) return;
    for (const std::string& word : words_of(query.text)) {
      const std::string place = "?" + std::to_string(texts_.size() + 1);
      sql_ += " AND (message LIKE " + place + " ESCAPE '!' OR reply_to LIKE " + place +
              " ESCAPE '!' OR name LIKE " + place + " ESCAPE '!')";
      texts_.push_back(pattern_of(word));
    }
  }

  const std::string& sql() const { return sql_; }
  int next_place() const { return static_cast<int>(texts_.size()) + 1; }
  void bind(SqliteStatement& statement) const {
    for (size_t i = 0; i < texts_.size(); ++i) statement.bind_text(static_cast<int>(i) + 1, texts_[i]);
  }

 private:
  std::vector<std::string> texts_;
  std::string sql_ =
      " FROM requests WHERE (?1 = '' OR state = ?1) AND (?2 = '' OR product = ?2) AND (?3 = '' OR lang = ?3)"
      " AND (?4 = '' OR code = ?4)";
};

int64_t count_requests(SqliteDatabase& database, const RequestConditions& conditions) {
  const std::string sql = "SELECT count(*)" + conditions.sql();
  SqliteStatement select(database, sql.c_str());
  conditions.bind(select);
  return select.step() ? select.number(0) : 0;
}

std::vector<std::string> values_of(SqliteDatabase& database, const std::string& column, int64_t most) {
  std::vector<std::string> values;
  const std::string sql = "SELECT " + column + " FROM requests WHERE " + column + " <> '' GROUP BY " +
                          column + " ORDER BY count(*) DESC, " + column + " LIMIT ?";
  SqliteStatement select(database, sql.c_str());
  select.bind_number(1, most);
  while (select.step()) values.push_back(select.text(0));
  return values;
}

}  // namespace

FoundRequests search_requests(SqliteDatabase& database, const RequestQuery& query) {
  const RequestConditions conditions(query);
  FoundRequests found;
  found.total = count_requests(database, conditions);
  const std::string most = "?" + std::to_string(conditions.next_place());
  const std::string first = "?" + std::to_string(conditions.next_place() + 1);
  const std::string sql =
      "SELECT code, state, (SELECT min(at) FROM request_changes WHERE request_id = requests.id), lang, "
      "product, reply_to, name, substr(message, 1, " +
      std::to_string(kBeginningCharacters) + ")" + conditions.sql() +
      " ORDER BY CASE WHEN state IN ('received', 'passed_on') THEN 0 ELSE 1 END, id DESC LIMIT " + most +
      " OFFSET " + first;
  SqliteStatement select(database, sql.c_str());
  conditions.bind(select);
  select.bind_number(conditions.next_place(), query.most);
  select.bind_number(conditions.next_place() + 1, query.first);
  while (select.step()) {
    found.requests.push_back({shown_code(select.text(0)), read_request_state(select.text(1)),
                              select.number(2), select.text(3), select.text(4), select.text(5),
                              select.text(6), select.text(7)});
  }
  return found;
}

RequestValues request_values(SqliteDatabase& database, int64_t most) {
  return {values_of(database, "product", most), values_of(database, "lang", most)};
}

}  // namespace signpost
