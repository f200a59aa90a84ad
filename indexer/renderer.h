// renderer.h - one document from its files to what the index takes: the work that is done in worker
// processes. Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <cstdint>

#include "content/site.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

enum class RenderMode : uint32_t {
  markdown,
  plain,  // for a document that Markdown rendering has failed on
};

class Renderer {
 public:
  // Both must outlive it.
  Renderer(const Corpus& corpus, const Site& site);

  // Reads, parses, encodes. A file that can't be read is a diagnostic.
  RenderResult render(uint32_t document, RenderMode mode) const;

 private:
  DocumentFacts facts_of(const Document& document) const;

  const Corpus& corpus_;
  const Site& site_;
  const LinkResolver links_;
};

}  // namespace signpost
