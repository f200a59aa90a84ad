// origin.h - whether a browser may send from where it says that it does. Tested by
// tests/unit/mcp/origin_test.cc.
#pragma once

#include <string_view>

namespace signpost {

// True without an Origin, for what is no browser; for one of the site's `base_url`; and for the origin of the
// service itself, where that is an address or localhost: whoever owns a name can make it lead here (DNS
// rebinding), so a name counts only if the site says it.
bool may_send_from(std::string_view origin, std::string_view host, std::string_view base_url);

}  // namespace signpost
