// note_table.h - what staff note about requests: the SQL of it, on a connection and in a transaction of the
// caller's. A note goes with its request. Tested by tests/unit/store/note_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/database.h"
#include "store/request.h"

namespace signpost {

inline constexpr size_t kMaxNoteBytes = 8'000;

// Whether it can be kept; its lines end with "\n" from then on.
bool settle_note(std::string& text);

// A note that settle_note() took. `code` as parse_request_code() gives it. False where there is no such
// request.
bool add_note(SqliteDatabase& database, std::string_view code, const RequestNote& note);

// The oldest first. `request_id`: of the row, not the code.
std::vector<RequestNote> notes_of(SqliteDatabase& database, int64_t request_id);

// Calls change(text) with each author and each text, and keeps what it made of those for which it gives
// true: the rows of the requests that these belong to.
std::set<int64_t> change_notes(SqliteDatabase& database, const std::function<bool(std::string&)>& change);

}  // namespace signpost
