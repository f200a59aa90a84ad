// complaint_view.h - what readers found wrong, as the page for everybody and the page of staff both show it.
// Tested by tests/unit/service/staff_complaints_page_test.cc; for everybody, by tests/e2e/feedback.test.mjs.
#pragma once

#include "api/complaint_entry.h"
#include "api/json.h"
#include "pages/page_context.h"

namespace signpost {

// {"title", "heading", "url", "lang", "dir", "reason", "step_label", "readers", "last_label"}: where, what,
// and how many said so; nothing that a reader wrote.
Json complaint_view(const PageContext& context, const ComplaintEntry& entry);

}  // namespace signpost
