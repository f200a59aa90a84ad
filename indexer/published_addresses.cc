// published_addresses.cc - see published_addresses.h.
#include "indexer/published_addresses.h"

#include <algorithm>

#include "base/error.h"
#include "index/generation.h"
#include "index/manifest.h"

namespace signpost {
namespace {

void sort_by_path(Published& published) {
  std::sort(published.documents.begin(), published.documents.end(),
            [](const PublishedDocument& a, const PublishedDocument& b) { return a.path < b.path; });
}

}  // namespace

Published published_of(const RunState& state) {
  Published published;
  published.files = &state.sources.files;
  published.documents.reserve(state.documents.size());
  for (const DocumentState& document : state.documents) {
    const SourceInfo& info = document.info;
    published.documents.push_back({info.path, info.kind, info.lang, info.id, &document.facts.aliases});
  }
  sort_by_path(published);
  return published;
}

Published published_of(const PublishedPages& pages) {
  Published published;
  published.documents.reserve(pages.pages.size());
  for (const PublishedPage& page : pages.pages)
    published.documents.push_back({page.source_path, page.kind, page.lang, page.id, &page.aliases});
  sort_by_path(published);
  return published;
}

Published published_before(const PreviousRun& previous, const std::string& index_dir, PublishedPages& pages) {
  if (previous.state) return published_of(*previous.state);
  try {
    const auto current = current_generation(index_dir);
    if (!current) return {};
    verify_generation(*current);
    pages = read_published_pages(*current);
    return published_of(pages);
  } catch (const Error&) {
    return {};  // it is of another version, or damaged: the run makes a good one
  }
}

void take_over(const Corpus& everybody, Published& published) {
  std::erase_if(published.documents, [&](const PublishedDocument& document) {
    return everybody.by_path.contains(std::string(document.path));
  });
  for (const SourceDocument& document : everybody.documents) {
    const SourceInfo& info = document.info;
    published.documents.push_back({info.path, info.kind, info.lang, info.id, &info.addresses});
  }
  std::sort(published.documents.begin(), published.documents.end(),
            [](const PublishedDocument& a, const PublishedDocument& b) { return a.path < b.path; });
}

}  // namespace signpost
