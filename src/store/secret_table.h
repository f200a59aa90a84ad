// secret_table.h - keys that the service makes for itself and keeps over restarts: SQL of them, in a
// transaction of the caller's. Tested by tests/unit/store/secret_table_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "sqlite/database.h"

namespace signpost {

// 32 bytes that nobody guesses: made by the first who asks for this name, the same for all from then on.
std::string keep_secret(SqliteDatabase& database, std::string_view name);

}  // namespace signpost
