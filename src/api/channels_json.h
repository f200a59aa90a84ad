// channels_json.h - the ways to people, as the JSON of the API.
// Tested, against web/openapi.json, by tests/http/api_schema_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "api/json.h"

namespace signpost {

struct ChannelEntry;

// `now`: seconds since 1970, at which they stand so.
Json channels_json(const std::vector<ChannelEntry>& channels, int64_t now);

}  // namespace signpost
