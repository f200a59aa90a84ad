// events_operation.h - what a page says of its visitor that no request shows: something was opened from a
// result or an answer, or an article was read to its end. Tested by tests/unit/service/counting_test.cc.
#pragma once

#include "api/operation.h"

namespace signpost {

Operation send_event_operation();

}  // namespace signpost
