// feedback_operation.h - what a reader says of a section: that it helped, which is counted, or what is wrong
// with it, which becomes an item with a number. Nothing is kept of who said it. Without a store it is not
// there. Tested by tests/unit/api/feedback_operation_test.cc.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "api/feedback_body.h"
#include "api/operation.h"

namespace signpost {

// The SHA-256 of what a reader sees there, in hexadecimal digits: of the section with this anchor, of the
// whole for ""; nullopt where there is no such section.
std::optional<std::string> section_sum(const QuotableDocument& document, std::string_view anchor);

// What is kept of a complaint: its comment is masked. `sum`: of the section, as section_sum() has it.
ComplaintDraft complaint_draft(const OperationContext& context, const SentFeedback& sent,
                               const SectionPlace& place, const std::string& sum);

// The number of the complaint's item ("F-12"), nullopt for a helpful one. One visit counts once. A problem
// with the fields that are wrong (400), of somebody who says too much (429), or because nothing can be kept
// at the moment (503) or as much is kept as may be (507). REQUIRES: there is a store.
std::variant<std::optional<std::string>, Problem> take_feedback(const OperationContext& context,
                                                                const SentFeedback& sent);

// What is counted of it once it is kept.
NoticedPointer noticed_feedback(const OperationContext& context, const SentFeedback& sent);

Operation send_feedback_operation();

}  // namespace signpost
