// answer_view.h - an answer, or why there is none, as pages show it.
// Tested by tests/unit/service/answer_page_test.cc.
#pragma once

#include <string>

#include "answer/answer.h"
#include "api/json.h"
#include "net/message.h"
#include "pages/page_context.h"

namespace signpost {

// Where "Yes" and "No" lead: the same page, whose address then says so.
struct AnswerLinks {
  std::string path;
  Parameters asked;  // of the question, with what did not help before
  bool answered = false;
  std::string place = {};  // of the page, as "#..."
};
inline constexpr char kAnsweredParameter[] = "answered";

// What answer.html shows of the quotation. REQUIRES: there is one.
Json quotation_view(const PageContext& context, const Quotation& quotation, const AnswerLinks& links);

// Where one asks, as a conversation; "" where the site wants no answers.
std::string asking_url(const PageContext& context);

// What answer_why.html sends of the last answer that did not help; null where there is none to say it of, or
// nothing can be kept.
Json why_view(const PageContext& context, const std::vector<RejectedSource>& rejected);

// What else may help, as links with their titles.
Json source_views(const PageContext& context, const std::vector<AnswerSource>& sources);

// Where people can help with the question, best first: [{url, way_label}]. Only what there is. `asked`: of
// the address, with the question and the answers that did not help.
Json ways_to_people(const PageContext& context, const Parameters& asked);

// Why the quotation is another one than the likeliest of those that were considered; "" where it isn't.
std::string choice_text(const Strings& strings, const AnswerResponse& response);

// The explanation for staff, in the form of explained.html: one for each quotation that was considered.
Json considered_views(const PageContext& context, const AnswerResponse& response);

}  // namespace signpost
