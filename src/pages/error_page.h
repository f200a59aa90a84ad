// error_page.h - the page that people get instead of what they asked for, with a search box and a way on.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <memory>
#include <string>

#include "pages/page_context.h"

namespace signpost {

// The context's generation may be null; then it is the page that says so. For 404, results for the words of
// the address are part of it.
Response error_page(const PageContext& context, int status);

// The same in a few words, out of nothing: where there is no page, or where it broke.
Response bare_error_page(int status, const std::string& detail);

}  // namespace signpost
