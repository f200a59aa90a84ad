// data_file.h - the one file in which a help centre keeps what people sent to it, and how it is opened.
// Tested by tests/unit/store/data_file_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "sqlite/database.h"

namespace signpost {

// DIR/signpost.db; while it is open there are signpost.db-wal and signpost.db-shm beside it.
std::string data_file_path(const std::string& dir);

// For the service: makes the folder (0700) and the file (0600) where there are none, and brings the file to
// the newest schema. What is committed through the connection is synced before COMMIT comes back; what is
// deleted is overwritten. Throws Error that names the file.
SqliteDatabase open_data_file(const std::string& dir, std::chrono::milliseconds patience);

// For those who read and write beside the service: the file must be there, with this program's schema.
SqliteDatabase open_existing_data_file(const std::string& dir, std::chrono::milliseconds patience);

// That its pages take which hold something; deleted ones are used again.
uint64_t used_bytes(SqliteDatabase& database);

// Makes the folder, and a file in it, where there are none (0700, 0600).
void make_private_file(const std::string& dir, const std::string& path);

// What to tell a person of a failure of a file: damaged, locked, a full disk; and of this one.
Error file_error(const std::string& path, const Error& failure);
Error data_file_error(const std::string& dir, const Error& failure);

}  // namespace signpost
