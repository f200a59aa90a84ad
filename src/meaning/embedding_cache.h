// embedding_cache.h - vectors that an embedder has given, in a file, so that it is asked once for each text.
// Tested by tests/unit/meaning/embedding_cache_test.cc.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "index/quantized_vector.h"
#include "meaning/embedder.h"

namespace signpost {

using EmbeddingKey = Sha256Sum;

// Two texts have one key when they have one vector: of the same model, kind, prefix and text.
EmbeddingKey embedding_key(std::string_view model_id, TextKind kind, std::string_view prefix,
                           std::string_view text);
EmbeddingKey embedding_key(const Embedder& embedder, TextKind kind, std::string_view text);

// The name of the file beside the generations.
inline constexpr const char* kEmbeddingCacheFile = "embeddings.sqlite";

// One SQLite file, complete whenever nobody writes it: it may be copied, and several processes may use it at
// once. Not safe from several threads. Throws nothing: what is in the way of reading or writing is told to
// `warn`, once, and from then on nothing is found and nothing kept. A file that is damaged or no such file is
// moved aside (NAME.damaged) with a warning, and a new one begun.
class EmbeddingCache {
 public:
  using Warn = std::function<void(const std::string& message)>;

  EmbeddingCache(std::string path, Warn warn);
  ~EmbeddingCache();
  EmbeddingCache(EmbeddingCache&&) noexcept;

  // In the order of the keys.
  std::vector<std::optional<QuantizedVector>> find(std::span<const EmbeddingKey> keys);
  // All or, when the process dies meanwhile, none. A key that is there gets the new vector.
  void put(std::span<const std::pair<EmbeddingKey, QuantizedVector>> entries);
  // Takes out what is not among the keys, once the file has more than twice as many as these. For the end of
  // a run that was complete.
  void prune(std::span<const EmbeddingKey> used);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
