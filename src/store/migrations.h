// migrations.h - the tables of the data file, as the numbered steps that made them.
// Tested by tests/unit/store/migrations_test.cc.
#pragma once

#include <span>

#include "sqlite/database.h"

namespace signpost {

// One step each, in the order of their numbers, which are counted from 1. A step that has been released is
// never changed: what has to be different is a further one.
std::span<const char* const> migrations();

// Brings the file to the newest schema, each step whole or not at all. Throws Error{usage} for a file of a
// newer program, Error{corrupt} for a file that another program made; what is in it stays as it is.
void migrate(SqliteDatabase& database);

// Throws as well, and Error{usage} for an older one.
void require_newest_schema(SqliteDatabase& database);

}  // namespace signpost
