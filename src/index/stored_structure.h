// stored_structure.h - what the texts of a document are made of, and what has to be known of it before one is
// quoted: a part of its own, which a search that only lists never reads.
// Tested by tests/unit/index/stored_structure_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/document.h"
#include "index/stored_document.h"

namespace signpost {

// A post without its text. posts[0] is the question.
struct StoredPost {
  std::string author;
  std::string date;  // ISO 8601 day, "" when unknown
  int votes = 0;
  bool accepted = false;
};

struct StructuredSection {
  int post = -1;  // of a thread: whose section this is; -1 in articles
  std::vector<TextBlock> blocks;
};

struct StoredStructure {
  FieldValues fields;
  std::vector<StoredPost> posts;            // of a thread, in the order shown
  std::vector<StructuredSection> sections;  // as StoredMeta has them
};

std::string encode_structure(const Document& document);

// `sections` are those of the document's meta. The blocks keep the rules of text_block.h, but that they begin
// and end with a character, which only the text tells. Throws Error{corrupt}.
StoredStructure decode_structure(std::string_view bytes, const std::vector<StoredSection>& sections);

}  // namespace signpost
