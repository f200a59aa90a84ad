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

// `today`: days since 1970. Queries that fewer visits asked than `least_visits` are passed over, so that no
// more is held than is asked for. Reads all of them, so it takes a while: nothing for a request to wait for.
std::vector<ClickedQuery> recorded_clicks(SqliteDatabase& events, uint32_t today, int64_t least_visits);

// The queries that at least `least_visits` visits asked, most of them first, with all of their clicks, from a
// data folder beside the service or without it; no rarer one than the site lets be shown
// (InsightSettings::least_visits), as who reads them writes them down. Throws Error where nothing was
// counted, or it can't be read.
std::vector<ClickedQuery> asked_often(const std::string& data_dir, uint32_t today, int64_t least_visits);

}  // namespace signpost
