// staff_find_operation.h - GET /staff/find, what staff find to give to a customer, for the palette and for
// programs; and what the palette needs to be drawn, GET /staff/find/settings. Tested by
// tests/unit/api/staff_find_operation_test.cc and tests/unit/service/staff_find_page_test.cc.
#pragma once

#include "api/operation.h"
#include "api/staff_find.h"

namespace signpost {

// Of parameters: "q", "lang" (the customer's language; without it that of the request), "typed" (the
// searcher's own), "from" (the code of a request), "used".
FindQuestion find_question(const OperationContext& context, const Parameters& arguments);

Json found_item_json(const FoundItem& item);

Operation staff_find_operation();
Operation staff_find_settings_operation();

}  // namespace signpost
