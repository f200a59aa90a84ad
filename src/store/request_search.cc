// request_search.cc - see request_search.h.
#include "store/request_search.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/error.h"
#include "store/request_code.h"
#include "store/request_json.h"
#include "store/request_table.h"

namespace signpost {
namespace {

constexpr int kBeginningCharacters = 300;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (size_t pos = 0; pos < text.size() && words.size() < kMaxSoughtWords;) {
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

// Those first that somebody waits for.
constexpr char kOrder[] = " ORDER BY CASE WHEN state IN ('received', 'passed_on') THEN 0 ELSE 1 END, id DESC";

// The conditions of a query, and what is bound to their places. What is not asked for is no condition, so
// that an index has all that the others need, and no message is read for it.
class RequestConditions {
 public:
  explicit RequestConditions(const RequestQuery& query) {
    if (query.state) add("state = ", std::string(name_of(*query.state)));
    if (!query.product.empty()) add("product = ", query.product);
    if (!query.lang.empty()) add("lang = ", query.lang);
    if (!query.assignee.empty()) add("assignee = ", query.assignee);
    if (const auto code = parse_request_code(query.text)) {
      add("code = ", *code);
    } else {
      for (const std::string& word : words_of(query.text)) add_word(word);
    }
  }

  const std::string& sql() const { return sql_; }
  int next_place() const { return static_cast<int>(texts_.size()) + 1; }
  void bind(SqliteStatement& statement) const {
    for (size_t i = 0; i < texts_.size(); ++i) statement.bind_text(static_cast<int>(i) + 1, texts_[i]);
  }

 private:
  void add(const std::string& condition, std::string text) {
    sql_ += (texts_.empty() ? " WHERE " : " AND ") + condition + "?" + std::to_string(next_place());
    texts_.push_back(std::move(text));
  }
  void add_word(const std::string& word) {
    const std::string like = " LIKE ?" + std::to_string(next_place()) + " ESCAPE '!'";
    sql_ += (texts_.empty() ? " WHERE " : " AND ") + ("(message" + like) + " OR reply_to" + like +
            " OR name" + like + ")";
    texts_.push_back(pattern_of(word));
  }

  std::vector<std::string> texts_;
  std::string sql_ = " FROM requests";
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
  // The rows of one page are found by what an index has, and read then.
  const std::string page =
      "(SELECT id" + conditions.sql() + kOrder + " LIMIT " + most + " OFFSET " + first + ")";
  const std::string sql =
      "SELECT code, state, (SELECT min(at) FROM request_changes WHERE request_id = requests.id), lang, "
      "product, reply_to, name, substr(message, 1, " +
      std::to_string(kBeginningCharacters) +
      "), assignee, merged_into IS NOT NULL FROM requests WHERE id IN " + page + kOrder;
  SqliteStatement select(database, sql.c_str());
  conditions.bind(select);
  select.bind_number(conditions.next_place(), query.most);
  select.bind_number(conditions.next_place() + 1, query.first);
  while (select.step()) {
    found.requests.push_back({shown_code(select.text(0)), read_request_state(select.text(1)),
                              select.number(2), select.text(3), select.text(4), select.text(5),
                              select.text(6), select.text(7), select.text(8), select.number(9) != 0});
  }
  return found;
}

void each_gist(SqliteDatabase& database, int64_t most, const std::function<void(const RequestGist&)>& use) {
  const std::string sql = "SELECT code, lang, substr(message, 1, " + std::to_string(kGistCharacters) +
                          "), packet, merged_into IS NOT NULL FROM requests ORDER BY id DESC LIMIT ?";
  SqliteStatement select(database, sql.c_str());
  select.bind_number(1, most);
  while (select.step()) {
    RequestGist gist{shown_code(select.text(0)), select.text(1), select.text(2), {}, select.number(4) != 0};
    try {
      gist.packet = parse_packet(select.blob(3));
    } catch (const Error&) {
      continue;  // one that can't be read is in the way of no other
    }
    use(gist);
  }
}

RequestValues request_values(SqliteDatabase& database, int64_t most) {
  return {values_of(database, "product", most), values_of(database, "lang", most)};
}

}  // namespace signpost
