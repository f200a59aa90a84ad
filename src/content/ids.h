// ids.h - the ids that documents are known by.
// Tested by tests/unit/content/ids_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Default ids are made with this: lower case, composed (NFC), letters and numbers with their marks, '.', '_'
// and '-'; other characters become '-'.
std::string make_id(std::string_view text);
// In Unicode's composed form (NFC), as file names of macOS often aren't. What is no UTF-8 comes back as it
// is.
std::string composed(std::string_view text);
bool is_valid_id(std::string_view id);

}  // namespace signpost
