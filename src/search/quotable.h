// quotable.h - a document as an answer quotes it: the texts of its sections with what they are made of, and
// what has to be known of it before. Tested by tests/unit/search/quotable_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/text_block.h"
#include "index/stored_document.h"
#include "index/stored_structure.h"

namespace signpost {

class IndexReader;

struct SectionText {
  std::string text;               // as stored, byte for byte
  std::vector<TextBlock> blocks;  // of which all begin and end with a character
};

class QuotableDocument {
 public:
  // Throws Error{corrupt}.
  QuotableDocument(const IndexReader& index, uint32_t number);

  // Id, language, kind, title, category, `updated`; sections with their anchors and headings.
  const StoredMeta& meta() const { return meta_; }
  // Product, level, tags, versions that it applies to, ...
  const FieldValues& fields() const { return structure_.fields; }
  // Days since 1970-01-01, 0 where front matter gives none.
  uint32_t review_by() const { return review_by_; }
  // "/en/articles/<id>" or "/community/<id>", without an anchor.
  std::string url() const;

  size_t section_count() const { return meta_.sections.size(); }
  // The place of the section with this anchor.
  std::optional<size_t> find_section(std::string_view anchor) const;
  // Of a thread: whose section it is; null in articles. posts()[0] is the question.
  const StoredPost* post_of(size_t section) const;
  const std::vector<StoredPost>& posts() const { return structure_.posts; }

  // Unpacked now, so that a candidate costs what is looked at. REQUIRES: section < section_count(). Throws
  // Error{corrupt}.
  SectionText section(size_t section) const;
  // Its blocks alone, without unpacking the text, which is what costs; only section() looks whether they cut
  // a character of it. REQUIRES: as section().
  const std::vector<TextBlock>& blocks(size_t section) const { return structure_.sections[section].blocks; }

 private:
  StoredMeta meta_;
  StoredStructure structure_;
  std::string text_;  // as encode_text() made it
  uint32_t review_by_;
};

}  // namespace signpost
