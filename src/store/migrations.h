// migrations.h - the tables of a file, as the numbered steps that made them; those of the data file are here.
// Tested by tests/unit/store/migrations_test.cc.
#pragma once

#include <span>

#include "sqlite/database.h"

namespace signpost {

// One step each, in the order of their numbers, which are counted from 1. A step that has been released is
// never changed: what has to be different is a further one.
std::span<const char* const> migrations();

// Of one kind of file: its PRAGMA application_id, and its steps.
struct Schema {
  int application_id;
  std::span<const char* const> steps;
};
Schema data_schema();

// Brings the file to the newest schema, each step whole or not at all. Throws Error{usage} for a file of a
// newer program, Error{corrupt} for a file that another program made; what is in it stays as it is.
void migrate(SqliteDatabase& database, const Schema& schema = data_schema());

// Throws as well, and Error{usage} for an older one.
void require_newest_schema(SqliteDatabase& database, const Schema& schema = data_schema());

}  // namespace signpost
