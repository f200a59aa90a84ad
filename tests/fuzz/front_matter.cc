// front_matter.cc - fuzz target: the head of a Markdown file, which anybody may have written.
#include "content/front_matter.h"

#include "content/identity.h"
#include "content/ids.h"
#include "content/split_source.h"
#include "tests/fuzz/fuzz.h"

using signpost::fuzz::require;
using signpost::fuzz::require_utf8;

namespace {

void check_split(std::string_view bytes, const signpost::SplitSource& split) {
  require(split.head.size() + split.body.size() <= bytes.size(), "the two parts lie in the file");
  require(split.has_front_matter || split.head.empty(), "no head without front matter");
  require(split.body_line >= 1, "the body has a line");
}

void check_texts(const signpost::FrontMatter& matter) {
  for (const auto* text : {&matter.title, &matter.id, &matter.lang}) {
    if (*text) require_utf8(**text, "an optional text is UTF-8");
  }
  for (const auto* text : {&matter.summary, &matter.author, &matter.updated, &matter.review_by, &matter.date})
    require_utf8(*text, "a text is UTF-8");
  for (const signpost::FieldRow& row : signpost::kFields) {
    for (const std::string& value : matter.fields[row.field]) {
      require_utf8(value, "a value is UTF-8");
      require(signpost::is_value(row, value), "a value is in the vocabulary");
    }
  }
  for (const std::string& alias : matter.aliases) {
    require_utf8(alias, "an alias is UTF-8");
    require(alias.size() > 1 && alias[0] == '/' && alias[1] != '/', "an alias is a path");
  }
  for (const auto& [key, value] : matter.extra) {
    require_utf8(key, "a foreign key is UTF-8");
    require_utf8(value, "a foreign value is UTF-8");
  }
  for (const std::string& address : matter.addresses) {
    require_utf8(address, "an address is UTF-8");
    require(!address.empty() && !address.starts_with("//"), "an address is a path or words");
  }
  require(!matter.id || signpost::is_valid_id(*matter.id), "an id is valid");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = signpost::fuzz::text_of(data, size);
  const signpost::Identity identity = signpost::read_identity(bytes);
  // Of a file that is not UTF-8 no more is read than this.
  if (signpost::first_invalid_utf8(bytes) != std::string_view::npos) return 0;
  const signpost::SplitSource split = signpost::split_source(bytes);
  check_split(bytes, split);
  std::vector<signpost::Diagnostic> diagnostics;
  const signpost::FrontMatter matter = signpost::read_front_matter(split, "page.md", diagnostics);
  check_texts(matter);
  for (const signpost::Diagnostic& diagnostic : diagnostics) {
    require_utf8(diagnostic.message, "a message is UTF-8");
    require(diagnostic.line >= 1 && diagnostic.column >= 0, "a finding has a place");
  }
  for (const char* key : {"title", "tags", "draft"}) signpost::place_in_front_matter(split, key, "a");
  // The scan of a source folder reads less of a file than the rendering does, and must understand the same.
  require(
      identity.id == matter.id && identity.lang == matter.lang && identity.visibility == matter.visibility,
      "the scan knows a document as its rendering does");
  return 0;
}
