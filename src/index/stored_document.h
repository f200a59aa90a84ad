// stored_document.h - the parts of a document that a reader shows: the light one that every hit needs, the
// texts for snippets, and the heavy body for the article's page.
// Tested by tests/unit/index/encode_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "content/document.h"

namespace signpost {

// A section without its text: where that lies in the document's text. `Text`: a string, or a view of one.
template <typename Text>
struct SectionOf {
  Text anchor;
  Text heading;
  int level = 0;
  int parent = -1;  // index of the section around this one
  uint32_t text_begin = 0;
  uint32_t text_end = 0;
};
using StoredSection = SectionOf<std::string>;

// In the order of the table of fields.
void write_fields(ByteWriter& out, const FieldValues& fields);
FieldValues read_fields(ByteReader& in);  // throws Error{corrupt}

// What a hit shows.
template <typename Text>
struct MetaOf {
  Text id;
  Text lang;
  Kind kind = Kind::help;
  Text title;
  Text summary;
  Text category;
  Text updated;
  int votes = 0;
  int answers = 0;
  bool solved = false;
  Internal internal = Internal::no;
  std::vector<SectionOf<Text>> sections;
};
using StoredMeta = MetaOf<std::string>;
using MetaView = MetaOf<std::string_view>;

// Headings from the outermost to sections[index], inclusive.
template <typename Text>
std::vector<std::string> heading_path(const std::vector<SectionOf<Text>>& sections, size_t index);

std::string encode_meta(const Document& document);
StoredMeta decode_meta(std::string_view bytes);  // throws Error{corrupt}
// The same in place of what `out` had, as views of the bytes: nothing is copied, as of a hit most isn't
// shown.
void view_meta(std::string_view bytes, MetaView& out);  // throws Error{corrupt}

// Everything of a Document but its sections and links.
std::string encode_body(const Document& document);
Document decode_body(std::string_view bytes);  // throws Error{corrupt}

// The texts of all sections, joined by '\n', compressed in blocks, so that a passage of a long document costs
// no more than one of a short one.
std::string encode_text(const Document& document);
// The bytes [begin, end) of the joined text; less when it ends earlier.
std::string decode_text(std::string_view encoded, uint32_t begin, uint32_t end);  // throws Error{corrupt}

// The Document again, as far as its terms depend on it: all but links and anchors of no section.
Document restore_document(std::string_view meta, std::string_view text,
                          std::string_view body);  // throws Error{corrupt}

}  // namespace signpost
