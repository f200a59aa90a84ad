// answer_questions.h - questions with the spans that answer them, from SQuAD's JSON and from a table.
// Tested by tests/unit/eval/answer_questions_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct AnswerQuestion {
  std::string id;
  std::string lang;  // "" where the file doesn't tell
  std::string text;
  std::vector<std::string> gold;      // of which a right answer has one; "a … b": both, in this order
  std::vector<std::string> sources;   // "id#anchor", of which a right answer is from one; empty: from any
  std::vector<std::string> refusals;  // reasons of which one must be given; empty: there is an answer
  std::string kind;                   // in a table: what shape a person expects, for the summary
  std::string own_text;               // in SQuAD's JSON: of the paragraph that the question was asked about
};

// SQuAD's JSON, versions 1.1 and 2.0; a question without an answer there must be refused. Throws
// Error{usage} with the path and what is wrong.
std::vector<AnswerQuestion> parse_squad(std::string_view json, const std::string& path);

// Lines of columns with tabs between, the first line their names: id, lang, question, kind, reason, source,
// gold. Throws Error{usage} with "path:line: ...".
std::vector<AnswerQuestion> parse_answer_table(std::string_view text, const std::string& path);

// A file of either kind: JSON begins with a brace.
std::vector<AnswerQuestion> parse_answer_questions(std::string_view text, const std::string& path);

// Whether a quotation has what answers the question.
bool has_gold(std::string_view quoted, const AnswerQuestion& question);

}  // namespace signpost
