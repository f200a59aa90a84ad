// published.h - what was published and is gone: links from elsewhere that would break.
// Tested by tests/unit/indexer/check/published_test.cc.
#pragma once

#include <vector>

#include "content/diagnostic.h"
#include "content/site.h"
#include "index/published_pages.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

// Rules: gone-page, gone-heading. A page is there as long as one language has its id, because the service
// shows that one; or when an alias or a redirect has its address. A heading is there as long as its page has
// the anchor.
std::vector<Diagnostic> check_published(const PublishedPages& published, const Corpus& corpus,
                                        const CorpusFacts& facts, const Site& site);

}  // namespace signpost
