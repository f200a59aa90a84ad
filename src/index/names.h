// names.h - the small tables of a generation: languages, categories, other values of fields, and old URLs.
// Tested by tests/unit/index/segments_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/fields.h"

namespace signpost {

// Document numbers count from 1 and are the document ids of the postings.
struct Names {
  std::vector<std::string> languages;   // index 0 and up: DocRecord::language
  std::vector<std::string> categories;  // index 0 is "", for none
  // Of fields that take any text but categories: as first written, once for each folded form, which is the
  // boolean term's; in the order of the field.
  FieldValues fields;
  std::unordered_map<std::string, uint32_t> aliases;  // old URL path -> document number
};

// Index of `name` in a table, added when it is new.
uint16_t intern(std::vector<std::string>& table, std::unordered_map<std::string, uint16_t>& index,
                std::string_view name);

std::string encode_names(const Names& names);
Names decode_names(std::string_view bytes);  // throws Error{corrupt}

}  // namespace signpost
