// answer_evaluation.h - how many questions are answered, how many of these rightly, and how many that have no
// answer here. Tested by tests/unit/eval/answer_evaluation_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "eval/answer_questions.h"
#include "search/searcher.h"

namespace signpost {

// A question's likeliest quotation, whatever its confidence is.
struct JudgedAnswer {
  float confidence = -1;  // below 0: nothing could be quoted
  bool answered = false;  // at the threshold of the site
  bool right = false;     // has the gold text, from a source that may be
  size_t characters = 0;  // of the quotation
  double took_ms = 0;
};

// Whether this is what the question wants: a right quotation, or one of its refusals.
bool is_wanted(const AnswerResponse& response, const AnswerQuestion& question);

struct AnswerRun {
  std::vector<JudgedAnswer> answers;  // as the questions
  float threshold = 0;                // of the site, or as it was given
};

enum class OwnText { there, gone };

// `lang`: of questions that don't tell. `threshold`: below 0 the site's own. Gone: as if the document with
// the paragraph that a question was asked about weren't there; throws Error{usage} when a question's is in no
// document.
AnswerRun judge_answers(const Searcher& searcher, const std::vector<AnswerQuestion>& questions,
                        const std::string& lang, float threshold, OwnText own);

// Several lines: share answered, share right among these, length of the quotations, what is answered where
// nine and a half of ten are right, times.
std::string summarize_answers(const AnswerRun& run);
double share_answered(const AnswerRun& run);

// A line a question of a table that didn't get what it wants: id, what came, the question. With a line for
// the sum at the end; `failed` counts them.
std::string check_answers(const Searcher& searcher, const std::vector<AnswerQuestion>& questions,
                          float threshold, size_t& failed);

// What the model of confidence is learned from: a line of names, then a line a passage that could be quoted:
// question, "there", "gone" or "foreign", 1 where it is right, the document with its section, the bytes of it
// that are quoted, the model's inputs; tabs between. Throws as judge_answers() does.
std::string answer_signals_table(const Searcher& searcher, const std::vector<AnswerQuestion>& questions,
                                 const std::vector<AnswerQuestion>& foreign, const std::string& lang);

}  // namespace signpost
