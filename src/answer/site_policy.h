// site_policy.h - what a site's settings say about one document: whether it is never quoted.
// Tested by tests/unit/answer/site_policy_test.cc.
#pragma once

#include "content/answer_settings.h"
#include "search/quotable.h"

namespace signpost {

// Does the document have a category, a kind or a tag that is never quoted? Compared as filters are, without
// regard to case.
bool is_never_quoted(const AnswerSettings& settings, const QuotableDocument& document);

}  // namespace signpost
