// renderer.h - one document from its files to what the index takes: the work that is done in worker
// processes. Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/parse.h"
#include "content/site.h"
#include "indexer/card_image.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

enum class RenderMode : uint32_t {
  markdown,
  plain,  // for a document that Markdown rendering has failed on
};

// A document read and parsed, with the files that it was made of.
struct ParsedSource {
  std::vector<SourceFile> files;  // those that could be read
  ParseResult result;
  std::vector<uint64_t> asked;  // DocumentFacts::asked
};

class Renderer {
 public:
  // Both must outlive it.
  Renderer(const Corpus& corpus, const Site& site);

  // Reads and parses. A file that can't be read is a diagnostic.
  ParsedSource parse(uint32_t document, RenderMode mode) const;
  DocumentFacts facts_of(const Document& document) const;

  // Parses, draws and encodes. REQUIRES a process that won't fork: see draw_card().
  RenderResult render(uint32_t document, RenderMode mode) const;

 private:
  void keep_internal_parts(ParseResult& result) const;
  DrawnCard card_of(const Document& document) const;

  const Corpus& corpus_;
  const Site& site_;
  const LinkResolver links_;
};

}  // namespace signpost
