// render_result.h - what a worker sends back of one document: the bytes for the index, and the facts that
// checks across documents need.
// Tested by tests/unit/indexer/render_result_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/leftovers.h"
#include "indexer/wire.h"

namespace signpost {

// A link to another document of the corpus.
struct LinkFact {
  uint32_t target = 0;  // number of the document in the corpus
  int line = 0;
  int column = 0;
  std::string fragment;
  std::string path;  // of the file that has the link
};

// A link to an address of this site that leads to no file of the source.
struct AddressFact {
  int line = 0;
  int column = 0;
  std::string address;  // its path, decoded
  std::string path;     // of the file that has the link
};

// A SourceBlock in few bytes.
struct BlockFact {
  uint8_t kind = 0;   // SourceBlock::Kind
  uint8_t level = 0;  // of a heading; of a table its columns
  uint16_t rows = 0;
  uint32_t line = 0;
  uint64_t anchor = 0;  // hash_anchor() of a heading's; 0 for the title's and for all else
  bool operator==(const BlockFact&) const = default;
};

struct DocumentFacts {
  std::string category;
  std::vector<std::string> products;
  std::string updated;  // ISO 8601 day, "" when unknown
  std::vector<std::string> aliases;
  std::vector<uint64_t> anchors;  // hash_anchor() of every place that a fragment can name,
  uint32_t headings = 0;          // of which the first are its sections
  std::vector<uint64_t>
      sections;  // likewise of the sections that have a text of their own; of "" for the lead
  std::vector<LinkFact> links;
  std::vector<AddressFact> addresses;
  std::vector<std::string> assets;        // source paths of the files that the page shows or offers
  std::vector<std::string> unknown_keys;  // of the front matter
  Leftovers leftovers;                    // of its files
  std::string lacks_font;                 // DrawnCard::lacks_font
  // What its translations are compared by; nullopt where nobody looked, as in an index run.
  std::optional<std::vector<BlockFact>> blocks;
  std::vector<uint64_t> asked;  // hash_path(), or hash_name(), of all whose existence the page depends on
};

// By document of the corpus; nullopt when it was left out.
using CorpusFacts = std::vector<std::optional<DocumentFacts>>;

struct RenderResult {
  bool indexed = false;  // false: nothing usable was left; a diagnostic says why
  std::string encoded;   // from encode_document(); "" when no index is written
  DocumentFacts facts;
  std::vector<Diagnostic> diagnostics;
};

uint64_t hash_anchor(std::string_view anchor);
// The same for all files that may be the page of one link: "a.md", "a.mdx", "a/index.md"; and for all
// spellings of a name.
uint64_t hash_path(std::string_view path);
uint64_t hash_name(std::string_view path);  // of the name that links may know a file by

// The parts of a result, for those who keep them.
void put_texts(WireWriter& out, const std::vector<std::string>& texts);
void put_facts(WireWriter& out, const DocumentFacts& facts);
void put_diagnostics(WireWriter& out, const std::vector<Diagnostic>& diagnostics);
std::vector<std::string> get_texts(WireReader& in);
DocumentFacts get_facts(WireReader& in);
std::vector<Diagnostic> get_diagnostics(WireReader& in);

std::string to_wire(const RenderResult& result);
// Throws Error{internal} on bytes that to_wire() did not make.
RenderResult result_from_wire(std::string_view bytes);

}  // namespace signpost
