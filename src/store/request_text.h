// request_text.h - a request as a text for the people who answer it: what was written, and what was done
// before, a line each. Tested by tests/unit/store/request_text_test.cc.
#pragma once

#include <string>

#include "store/request.h"

namespace signpost {

// `site_url`: where the help centre is ("https://help.example.com"), so that articles are links; "" for their
// ids. Not made for a terminal: see printable().
std::string request_text(const StoredRequest& request, const std::string& site_url);

}  // namespace signpost
