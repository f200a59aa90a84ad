// request_json.h - requests as JSON: how a packet lies in its row, and what stands for a whole draft.
// Tested by tests/unit/store/request_json_test.cc.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "base/sha256.h"
#include "store/request.h"

namespace signpost {

// {"questions", "read": [{"id", "anchor"}], "tried": [{"id", "anchor", "step"}], "answers", "incidents"}, and
// "level" where one was chosen
nlohmann::ordered_json packet_json(const RequestPacket& packet);
std::string packet_text(const RequestPacket& packet);
// Throws Error{corrupt} for what packet_text() does not write.
RequestPacket parse_packet(std::string_view text);

// Two drafts that say the same have the same sum.
Sha256Sum draft_sum(const RequestDraft& draft);

}  // namespace signpost
