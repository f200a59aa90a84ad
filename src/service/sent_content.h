// sent_content.h - what is looked at of content that is sent to this service before anybody reads it: its
// kind, and which page sent it. Tested by tests/unit/service/sent_content_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "net/message.h"

namespace signpost {

inline constexpr std::string_view kFormType = "application/x-www-form-urlencoded";

// Of Content-Type, in small letters and without parameters; "" for none.
std::string media_type(const Request& request);

// False where another site's page made a browser send this, by Sec-Fetch-Site (w3.org/TR/fetch-metadata), or
// where that is absent, by Origin (RFC 6454): it must have the host of the request or of the site's
// `base_url`, since a proxy may have changed the request's. True for a program that is no browser: it says
// neither, and no page can make it send anything.
bool is_sent_from_own_page(const Request& request, std::string_view base_url);

}  // namespace signpost
