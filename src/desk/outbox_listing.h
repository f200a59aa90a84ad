// outbox_listing.h - what other systems are still to be told, as operators read it on a terminal, and as
// other programs do. Tested by tests/unit/desk/outbox_listing_test.cc.
#pragma once

#include <string>
#include <vector>

#include "store/outbox_table.h"

namespace signpost {

// "17  dead     desk  request.received  4F9K-0A7C-PQX3  2026-11-30T00:53:20Z  21 attempts: answered 500"
std::string outbox_line(const OutboxEntry& entry);
// One object of JSON.
std::string outbox_json(const OutboxEntry& entry);
// All of them as CSV, with the columns that the JSON has.
std::string outbox_csv(const std::vector<OutboxEntry>& entries);

}  // namespace signpost
