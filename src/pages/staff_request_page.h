// staff_request_page.h - one request with all that is known of it and all that staff can do with it
// (/staff/requests/{code}). Tested by tests/unit/service/staff_request_page_test.cc.
#pragma once

#include <string>

#include "api/staff_work.h"
#include "pages/page_context.h"

namespace signpost {

// What somebody wrote that could not be kept, and why: it stands in its form again.
struct StaffForms {
  std::string note;
  std::string note_error;
  std::string answer;
  QuotedSource source;  // that the answer quotes
  std::string answer_error;
  std::string merge_error;
};

// The page, with its status; that of an error where there is no such request, or it can't be read.
Response staff_request_page(const PageContext& context, const StaffForms& forms = {}, int status = 200);

}  // namespace signpost
