// event_file.h - the file in which a help centre counts what its visitors look for, beside the one of
// requests (data_file.h), and how it is opened. Tested by tests/unit/store/event_file_test.cc.
//
// It is a file of its own because counts are many and may lose their last second, while a request that was
// acknowledged is synced: so no request waits until counts are written, a backup of requests stays small, and
// counts never fill the room of requests.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "sqlite/database.h"

namespace signpost {

// DIR/events.db; while it is open there are events.db-wal and events.db-shm beside it.
std::string event_file_path(const std::string& dir);

// For the service: makes folder and file where there are none, and brings the file to the newest schema. What
// is committed survives the process, and is synced some moments later; what is deleted is overwritten. Throws
// Error that names the file.
SqliteDatabase open_event_file(const std::string& dir, std::chrono::milliseconds patience);

// For those who read and write beside the service; nullopt where nothing was ever counted. Throws as well,
// and for a file of another schema than this program's.
std::optional<SqliteDatabase> open_existing_event_file(const std::string& dir,
                                                       std::chrono::milliseconds patience);

}  // namespace signpost
