// quotable.cc - a document as an answer quotes it.
// Tested by tests/unit/search/quotable_test.cc.
#include "search/quotable.h"

#include <algorithm>

#include "base/error.h"
#include "index/schema.h"
#include "search/index_reader.h"

namespace signpost {
namespace {

bool is_border(const std::string& text, uint32_t at) {
  return at == text.size() || (static_cast<uint8_t>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

QuotableDocument::QuotableDocument(const IndexReader& index, uint32_t number)
    : review_by_(index.record(number).review_by) {
  TextRecord stored;
  index.read_texts(number, stored);
  meta_ = decode_meta(stored.meta);
  structure_ = decode_structure(stored.structure, meta_.sections);
  text_ = stored.text;
}

std::string QuotableDocument::url() const { return page_path(meta_.kind, meta_.lang, meta_.id); }

std::optional<size_t> QuotableDocument::find_section(std::string_view anchor) const {
  const auto found = std::find_if(meta_.sections.begin(), meta_.sections.end(),
                                  [&](const StoredSection& section) { return section.anchor == anchor; });
  if (found == meta_.sections.end()) return std::nullopt;
  return static_cast<size_t>(found - meta_.sections.begin());
}

const StoredPost* QuotableDocument::post_of(size_t section) const {
  const int post = structure_.sections[section].post;
  return post < 0 ? nullptr : &structure_.posts[static_cast<size_t>(post)];
}

// Blocks were held against the length of the text alone: now it is here.
SectionText QuotableDocument::section(size_t section) const {
  const StoredSection& place = meta_.sections[section];
  SectionText out{decode_text(text_, place.text_begin, place.text_end), blocks(section)};
  const bool whole = out.text.size() == place.text_end - place.text_begin;
  const bool sound = whole && std::all_of(out.blocks.begin(), out.blocks.end(), [&](const TextBlock& block) {
                       return is_border(out.text, block.begin) && is_border(out.text, block.end);
                     });
  if (!sound) throw Error(ErrorKind::corrupt, "a text of the index is damaged");
  return out;
}

}  // namespace signpost
