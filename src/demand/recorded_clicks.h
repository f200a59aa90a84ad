// recorded_clicks.h - what visitors asked and chose, from the file that counts it, as the ranking takes it.
// Tested by tests/unit/demand/recorded_clicks_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/clicks.h"
#include "sqlite/database.h"

namespace signpost {

// Of so many days, today among them; single searches may be kept for fewer.
inline constexpr uint32_t kClickDays = 90;

// `today`: days since 1970. Reads all of them, so it takes a while: nothing for a request to wait for.
std::vector<ClickedQuery> recorded_clicks(SqliteDatabase& events, uint32_t today);

// The queries that at least kLeastVisits visits asked, most of them first, with all of their clicks, from a
// data folder beside the service or without it; no rarer one, as who reads them writes them down. Throws
// Error where nothing was counted, or it can't be read.
std::vector<ClickedQuery> asked_often(const std::string& data_dir, uint32_t today);

}  // namespace signpost
