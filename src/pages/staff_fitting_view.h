// staff_fitting_view.h - what fits a request, as its page shows it: the quotation, articles, like requests,
// and the answer that staff may send. Tested by tests/unit/service/staff_request_page_test.cc.
#pragma once

#include "api/fitting_answers.h"
#include "api/json.h"
#include "api/like_requests.h"
#include "pages/staff_request_page.h"

namespace signpost {

// {"question", "has_quotation", "quotation", "refusal_text", "articles", "has_articles"}
Json fitting_view(const PageContext& context, const StoredRequest& request, const FittingAnswers& fitting);

// The form: what was written, else what `quote` of the address names ("LANG/ID#ANCHOR"), else the quotation.
Json answer_form_view(const PageContext& context, const StoredRequest& request, const RequestWork& work,
                      const FittingAnswers& fitting, const StaffForms& forms);

// The oldest first, each with its source.
Json answer_views(const PageContext& context, const std::vector<RequestAnswer>& answers);

Json like_views(const PageContext& context, const std::vector<LikeRequest>& like);

// Articles that a complaint can be about: those that fit, and those that the person read. Entries of a list
// to choose from; values as place_of_source() writes them.
Json complaint_choices(const PageContext& context, const StoredRequest& request,
                       const FittingAnswers& fitting);

// "LANG/ID#ANCHOR"; and back, with "" for what is none.
std::string place_of_source(const QuotedSource& source);
QuotedSource parse_source(const std::string& place);

}  // namespace signpost
