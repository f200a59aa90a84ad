// maintenance.h - what an operator does with the data file beside the running service: take somebody out of
// it for good, and copy it. Tested by tests/unit/store/maintenance_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sqlite/database.h"
#include "store/request_table.h"

namespace signpost {

// After something was deleted: brings the log of the file to its end, so that no old page is left in any
// file. Throws Error{io} when others used it all the while.
void settle_data_file(SqliteDatabase& database);

struct ForgottenForGood {
  Forgotten forgotten;
  int64_t queries = 0;          // that visitors searched for, with what was counted of them
  bool part_of_longer = false;  // the text stands within longer words still, which are somebody else's
};

// As forget_address(), or as delete_request() where the text is the code of a request, and out of the counts
// too. Then all pages are written anew, and the files of the folder are searched, so that no byte of the text
// is left. Throws Error, {usage} where it is the name of an account of staff, and {internal} where something
// was left.
ForgottenForGood forget_for_good(const std::string& dir, SqliteDatabase& database, std::string_view text);

// Whether any file of the folder has the text, letters of ASCII in either case.
bool folder_has(const std::string& dir, std::string_view text);

// Writes a copy as it is at one moment, synced, into a file that there must not be yet (mode 0600); neither
// readers nor writers wait for it. Throws Error, and leaves nothing then.
void back_up(SqliteDatabase& database, const std::string& file);

}  // namespace signpost
