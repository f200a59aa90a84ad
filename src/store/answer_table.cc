// answer_table.cc - see answer_table.h.
#include "store/answer_table.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/sha256.h"
#include "store/outbox_table.h"
#include "store/request_table.h"
#include "store/sent_text.h"

namespace signpost {
namespace {

constexpr std::string_view kVerdicts[] = {"", "helped", "did_not_help"};

AnswerVerdict read_verdict(const std::string& name) {
  for (size_t i = 0; i < std::size(kVerdicts); ++i) {
    if (kVerdicts[i] == name) return static_cast<AnswerVerdict>(i);
  }
  throw Error(ErrorKind::corrupt, "an answer has a verdict that there is not");
}

std::string_view sum_of_form(const Sha256Sum& sum) {
  return {reinterpret_cast<const char*>(sum.data()), sum.size()};
}

bool is_sent(SqliteDatabase& database, const Sha256Sum& form) {
  SqliteStatement select(database, "SELECT 1 FROM request_answers WHERE form_sum = ?");
  return select.bind_blob(1, sum_of_form(form)).step();
}

int64_t count_answers(SqliteDatabase& database, int64_t request_id) {
  SqliteStatement count(database, "SELECT count(*) FROM request_answers WHERE request_id = ?");
  return count.bind_number(1, request_id).step() ? count.number(0) : 0;
}

int64_t insert_answer(SqliteDatabase& database, int64_t request_id, const AnswerToSend& answer,
                      const Sha256Sum& form, int64_t now) {
  SqliteStatement insert(
      database,
      "INSERT INTO request_answers(request_id, form_sum, author, at, text, source_article, source_lang, "
      "source_anchor, source_title) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind_number(1, request_id).bind_blob(2, sum_of_form(form)).bind_text(3, answer.author);
  insert.bind_number(4, now).bind_text(5, answer.text).bind_text(6, answer.source.id);
  insert.bind_text(7, answer.source.lang).bind_text(8, answer.source.anchor);
  insert.bind_text(9, answer.source.title).step();
  return database.last_row();
}

void keep_queries_of(SqliteDatabase& database, int64_t answer, const std::vector<int64_t>& queries) {
  SqliteStatement insert(database,
                         "INSERT OR IGNORE INTO answer_queries(answer_id, query_key) VALUES (?, ?)");
  for (const int64_t key : queries) {
    insert.bind_number(1, answer).bind_number(2, key).step();
    insert.reset();
  }
}

struct ChangedAnswer {
  int64_t id;
  int64_t request_id;
  std::string author;
  std::string text;
};

}  // namespace

bool settle_answer(std::string& text) {
  unify_line_breaks(text);
  return text.size() <= kMaxAnswerBytes && !is_blank(text) && is_text(text, Lines::many);
}

AnswerSent send_answer(SqliteDatabase& database, std::string_view code, const AnswerToSend& answer,
                       int64_t now) {
  const Sha256Sum form = sha256_sum(answer.form);
  if (is_sent(database, form)) return AnswerSent::already;
  SqliteStatement select(database, "SELECT id, merged_into FROM requests WHERE code = ?");
  if (!select.bind_text(1, code).step()) return AnswerSent::no_request;
  if (!select.is_null(1)) return AnswerSent::merged;
  const int64_t id = select.number(0);
  if (count_answers(database, id) != answer.known) return AnswerSent::overtaken;
  const int64_t number = insert_answer(database, id, answer, form, now);
  keep_queries_of(database, number, answer.queries);
  set_request_state(database, code, RequestState::answered, now);
  add_event(database, {.kind = EventKind::request_answered, .request_id = id, .answer_id = number}, now);
  if (answer.has_mail)
    add_event(database, {.kind = EventKind::answer_to_customer, .request_id = id, .answer_id = number}, now);
  return AnswerSent::sent;
}

std::vector<RequestAnswer> answers_of(SqliteDatabase& database, int64_t request_id) {
  SqliteStatement select(database,
                         "SELECT id, author, at, text, source_article, source_lang, source_anchor, "
                         "source_title, verdict FROM request_answers WHERE request_id = ? ORDER BY id");
  select.bind_number(1, request_id);
  std::vector<RequestAnswer> answers;
  while (select.step()) {
    answers.push_back({select.number(0),
                       select.text(1),
                       select.number(2),
                       select.text(3),
                       {select.text(4), select.text(5), select.text(6), select.text(7)},
                       read_verdict(select.text(8))});
  }
  return answers;
}

bool judge_answer(SqliteDatabase& database, std::string_view code, AnswerVerdict verdict, int64_t now) {
  SqliteStatement update(database,
                         "UPDATE request_answers SET verdict = ? WHERE id = (SELECT max(a.id) FROM "
                         "request_answers a JOIN requests r ON r.id = a.request_id WHERE r.code = ?)");
  update.bind_text(1, kVerdicts[static_cast<size_t>(verdict)]).bind_text(2, code).step();
  if (database.changed_rows() == 0) return false;
  SqliteStatement select(database, "SELECT state FROM requests WHERE code = ? AND merged_into IS NULL");
  const bool is_answered =
      select.bind_text(1, code).step() && select.text(0) == name_of(RequestState::answered);
  if (is_answered && verdict == AnswerVerdict::did_not_help)
    set_request_state(database, code, RequestState::received, now);
  return true;
}

std::vector<SentSource> sources_sent_for_gap(SqliteDatabase& database, int64_t gap, int64_t most) {
  SqliteStatement select(
      database,
      "SELECT source_article, source_lang, source_anchor, max(source_title), count(*), "
      "sum(verdict = 'helped') FROM request_answers WHERE source_article <> '' AND id IN "
      "(SELECT q.answer_id FROM answer_queries q JOIN gap_queries g ON g.query_key = q.query_key "
      "WHERE g.gap_id = ?1 UNION SELECT a.id FROM request_answers a JOIN request_items i ON "
      "i.request_id = a.request_id WHERE i.item = 'G-' || ?1) "
      "GROUP BY source_article, source_lang, source_anchor ORDER BY 5 DESC, 1, 2, 3 LIMIT ?2");
  select.bind_number(1, gap).bind_number(2, most);
  std::vector<SentSource> sources;
  while (select.step()) {
    sources.push_back({{select.text(0), select.text(1), select.text(2), select.text(3)},
                       select.number(4),
                       select.number(5)});
  }
  return sources;
}

std::set<int64_t> change_answers(SqliteDatabase& database, const std::function<bool(std::string&)>& change) {
  std::vector<ChangedAnswer> changed;
  std::set<int64_t> requests;
  {
    SqliteStatement select(database, "SELECT id, request_id, author, text FROM request_answers");
    while (select.step()) {
      ChangedAnswer row{select.number(0), select.number(1), select.text(2), select.text(3)};
      const bool in_author = change(row.author);
      if (!change(row.text) && !in_author) continue;
      requests.insert(row.request_id);
      changed.push_back(std::move(row));
    }
  }
  SqliteStatement update(database, "UPDATE request_answers SET author = ?, text = ? WHERE id = ?");
  for (const ChangedAnswer& row : changed) {
    update.bind_text(1, row.author).bind_text(2, row.text).bind_number(3, row.id).step();
    update.reset();
  }
  return requests;
}

}  // namespace signpost
