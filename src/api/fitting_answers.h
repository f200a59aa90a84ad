// fitting_answers.h - what of the help centre fits a request: the quotation that answers it, or why there is
// none, and the articles that a search for what was asked and written finds. Tested by
// tests/unit/api/fitting_answers_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "api/operation.h"
#include "store/request.h"

namespace signpost {

inline constexpr size_t kMostFitting = 6;

struct FittingArticle {
  AnswerSource source;    // the best section
  bool is_known = false;  // they read it, tried it, or it did not help them
};

struct FittingAnswers {
  std::string question;  // that is answered, or for which there is no answer
  std::optional<Quotation> quotation;
  std::optional<RefusalReason> refusal;  // neither: the site wants no answers
  std::vector<FittingArticle> articles;  // best first
};

// In the language of the request. What they wrote goes to no embedder. Four searches at most, a few
// milliseconds.
FittingAnswers fitting_answers(const OperationContext& context, const RequestDraft& draft);

// The whole paragraphs, steps and rows with which a section begins, as a text to send; "" where there is no
// such section.
struct SectionQuote {
  std::string text;
  AnswerSource source;
};
std::optional<SectionQuote> quote_section(const OperationContext& context, const std::string& id,
                                          const std::string& lang, const std::string& anchor);

// What is sent of it unless somebody writes more: the text, and where it stands.
std::string text_with_source(const OperationContext& context, const std::string& text,
                             const AnswerSource& source);

}  // namespace signpost
