// page_variants.h - what of a request beside its address makes the answer to it another.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <string>

#include "content/site.h"
#include "net/message.h"
#include "service/site_language.h"

namespace signpost {

// In the theme of who asks.
bool is_drawn_page(const Door& door);

// Whether a cookie of the visitor's made this answer another than that to those who have none.
bool is_personal(const Request& request, const Door& door, const ChosenLanguage& chosen, const Site& site);

// The value of the header, "" for none.
std::string vary(const Door& door, const ChosenLanguage& chosen, const Response& response);

}  // namespace signpost
