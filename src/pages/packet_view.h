// packet_view.h - what goes along with a request, as the lines of its form: what is sent, and what people
// call it. Tested by tests/unit/api/request_form_test.cc.
#pragma once

#include "pages/page_context.h"
#include "store/request.h"

namespace signpost {

// [{"field", "value", "line_kind", "line_title"}]; "" for a title where what is sent says it.
Json form_packet_lines(const PageContext& context, const RequestDraft& draft);

}  // namespace signpost
