// feedback_body.h - what a reader says of a section, as it is sent: as JSON by programs, as the fields of a
// form by pages. Tested by tests/unit/api/feedback_operation_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/problem.h"
#include "store/complaint.h"

namespace signpost {

struct SentFeedback {
  SectionPlace place;  // its language may be ""
  int64_t step = 0;    // as in ComplaintDraft
  bool helpful = false;
  std::optional<ComplaintReason> reason;  // where it is not helpful
  std::string comment;                    // as it was typed
  std::vector<FieldError> errors;         // all that is wrong with it
};

// `media_type`: one of kRequestTypes. As JSON: {"id", "lang", "anchor", "step", "helpful", "reason",
// "comment"}; of these `id` and `helpful` must be there, and `reason` where `helpful` is false. A form has
// the same fields, with "yes" or "no" for `helpful`. A field that is none of these is wrong.
SentFeedback read_sent_feedback(std::string_view media_type, std::string_view bytes);

}  // namespace signpost
