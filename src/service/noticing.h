// noticing.h - which answers count as something that a visitor looked for, and how they reach who counts.
// Tested by tests/unit/service/counting_test.cc.
#pragma once

#include <string>

#include "insights/event_counter.h"
#include "net/message.h"

namespace signpost {

// Counts what the answer says of the request, if it says anything and it is a visitor's: not of staff, of
// programs that look at everything, or of a browser that looks ahead; and of visitors who want to be no part
// of statistics, that there was one more. `staff_header`: as in AppOptions. Never waits and never throws.
void notice(EventCounter& counter, const Request& request, const Response& response,
            const std::string& staff_header) noexcept;

}  // namespace signpost
