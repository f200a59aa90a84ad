// document.cc - what a document has of each field.
// Tested by tests/unit/content/document_test.cc.
#include "content/document.h"

namespace signpost {

std::string_view to_string(Kind kind) {
  const auto& words = row_of(Field::kind).vocabulary;
  const auto index = static_cast<size_t>(kind);
  return index < words.size() ? words[index] : std::string_view();
}

std::vector<std::string> values_of(const Document& document, Field field) {
  if (field == Field::kind) return {std::string(to_string(document.kind))};
  if (field == Field::language) return {document.lang};
  return document.fields[field];
}

}  // namespace signpost
