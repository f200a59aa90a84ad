// answer_table.h - what staff answered to requests, and what was quoted there: the SQL of it, on a connection
// and in a transaction of the caller's. An answer goes with its request. Tested by
// tests/unit/store/answer_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/database.h"
#include "store/request.h"

namespace signpost {

inline constexpr size_t kMaxAnswerBytes = 16'000;

// Whether it can be sent; its lines end with "\n" from then on.
bool settle_answer(std::string& text);

struct AnswerToSend {
  std::string form;  // what the form is known by: the same one again changes nothing
  std::string author;
  std::string text;  // that settle_answer() took
  QuotedSource source = {};
  std::vector<int64_t> queries = {};  // query_key() of what the person had searched for
  int64_t known = 0;                  // answers that the author has seen
  bool has_mail = false;              // the request says where a mail reaches who sent it
};

enum class AnswerSent {
  sent,
  already,  // by this form
  no_request,
  merged,    // it goes on in another one, where it has to be answered
  overtaken  // there is an answer that the author has not seen
};

// The request is answered then, and who wants to hear of it is told (outbox_table.h). `code` as
// parse_request_code() gives it.
AnswerSent send_answer(SqliteDatabase& database, std::string_view code, const AnswerToSend& answer,
                       int64_t now);

// The oldest first. `request_id`: of the row, not the code.
std::vector<RequestAnswer> answers_of(SqliteDatabase& database, int64_t request_id);

// What whoever sent the request says of its last answer; one that did not help leaves the request waiting
// again. False where there is no answer.
bool judge_answer(SqliteDatabase& database, std::string_view code, AnswerVerdict verdict, int64_t now);

// What was quoted to people who had searched for a gap's queries, what most got first; at most `most`.
struct SentSource {
  QuotedSource source;
  int64_t times = 0;
  int64_t helped = 0;  // of these, as far as people said so
  bool operator==(const SentSource&) const = default;
};
std::vector<SentSource> sources_sent_for_gap(SqliteDatabase& database, int64_t gap, int64_t most);

// As change_notes() does with notes.
std::set<int64_t> change_answers(SqliteDatabase& database, const std::function<bool(std::string&)>& change);

}  // namespace signpost
