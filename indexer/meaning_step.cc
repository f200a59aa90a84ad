// meaning_step.cc - see meaning_step.h.
#include "indexer/meaning_step.h"

#include <cstdlib>
#include <ostream>

namespace signpost {
namespace {

Embedder embedder_of(const MeaningOptions& options, const Site& site) {
  const char* key = std::getenv(kEmbedderKeyVariable);
  return Embedder({options.embedder, key == nullptr ? "" : key, site.meaning});
}

EmbeddingCache cache_of(const MeaningOptions& options, const std::string& index_dir, std::ostream& err) {
  const std::string path =
      options.embedding_cache.empty() ? index_dir + "/" + kEmbeddingCacheFile : options.embedding_cache;
  return EmbeddingCache(
      path, [&err](const std::string& message) { err << "signpost-index: warning: " << message << '\n'; });
}

}  // namespace

bool wants_meaning(const MeaningOptions& options, const Site& site) {
  return !options.embedder.empty() && site.meaning.on;
}

MeaningReport add_meaning(const std::string& generation_dir, const std::string& index_dir,
                          const MeaningOptions& options, const Site& site, Progress& progress,
                          std::ostream& err) {
  const Embedder embedder = embedder_of(options, site);
  EmbeddingCache cache = cache_of(options, index_dir, err);
  progress.step("Learning what the articles mean");
  LearnOptions learn;
  // A file that has been named may serve other indexes too.
  learn.prune = options.embedding_cache.empty();
  if (progress.enabled())
    learn.progress = [&progress](uint64_t done, uint64_t of) {
      progress.counting("texts embedded", done, of);
    };
  MeaningReport report = learn_meaning(generation_dir, embedder, cache, learn);
  progress.clear();
  if (!report.warning.empty()) {
    err << "signpost-index: warning: " << report.warning << "; published with the meaning of "
        << report.sections << " of " << report.sections + report.missing << " sections\n";
  }
  return report;
}

MeaningCost count_meaning(const std::string& generation_dir, const std::string& index_dir,
                          const MeaningOptions& options, const Site& site, std::ostream& err) {
  const Embedder embedder = embedder_of(options, site);
  EmbeddingCache cache = cache_of(options, index_dir, err);
  return cost_of_meaning(generation_dir, embedder, cache);
}

}  // namespace signpost
