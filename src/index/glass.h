// glass.h - opens Xapian's databases, always by the name of the backend. Without it Xapian asks the files
// that it finds: one of them may name a program to run. Tested by tests/unit/release/hostile_pack_test.cc.
#pragma once

#include <xapian.h>

#include <string>

namespace signpost {

// Both throw Xapian's exceptions.
inline Xapian::Database open_postings(const std::string& dir) {
  return Xapian::Database(dir, Xapian::DB_BACKEND_GLASS);
}

// In place of whatever is there. Documents are never taken out again, so their term lists are not kept.
inline Xapian::WritableDatabase create_postings(const std::string& dir, int flags) {
  return Xapian::WritableDatabase(
      dir, flags | Xapian::DB_BACKEND_GLASS | Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_TERMLIST);
}

}  // namespace signpost
