// embed_cached.cc - see embed_cached.h.
#include "meaning/embed_cached.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace signpost {
namespace {

class CachedRun {
 public:
  CachedRun(const Embedder& embedder, EmbeddingCache& cache, TextKind kind,
            std::span<const std::string> texts)
      : embedder_(embedder), cache_(cache), kind_(kind), texts_(texts), place_of_text_(texts.size()) {
    std::map<EmbeddingKey, size_t> places;
    for (size_t i = 0; i < texts.size(); ++i) {
      const EmbeddingKey key = embedding_key(embedder, kind, texts[i]);
      const auto [place, is_new] = places.try_emplace(key, keys_.size());
      if (is_new) {
        keys_.push_back(key);
        first_text_.push_back(i);
      }
      place_of_text_[i] = place->second;
    }
    vectors_ = cache.find(keys_);
  }

  EmbeddingCost cost() const {
    EmbeddingCost cost;
    for (size_t place = 0; place < keys_.size(); ++place) {
      if (vectors_[place]) continue;
      ++cost.texts;
      cost.characters += std::min(count_code_points(texts_[first_text_[place]]), kMaxEmbeddedCharacters);
    }
    return cost;
  }

  CachedTexts run(const BatchLimits& limits, const std::function<void(size_t, size_t)>& progress) {
    // The second round is for what turned out to be of another model, the third for when the first was that
    // of a few.
    for (int rounds = 3; rounds > 0 && result_.error.empty(); --rounds) {
      const std::vector<size_t> missing = missing_places();
      if (missing.empty()) break;
      ask(missing, limits, progress);
    }
    for (const size_t place : place_of_text_) {
      const auto& vector = vectors_[place];
      const bool fits = vector && vector->values.size() == dimension();
      result_.vectors.push_back(fits ? vector : std::nullopt);
    }
    result_.keys = std::move(keys_);
    return std::move(result_);
  }

 private:
  // What the embedder has answered with; before that, of the first vector that is known.
  size_t dimension() const {
    if (answered_dimension_ != 0) return answered_dimension_;
    const auto known =
        std::find_if(vectors_.begin(), vectors_.end(), [](const auto& v) { return v.has_value(); });
    return known == vectors_.end() ? 0 : (*known)->values.size();
  }

  std::vector<size_t> missing_places() const {
    std::vector<size_t> missing;
    for (size_t place = 0; place < vectors_.size(); ++place) {
      if (!vectors_[place] || vectors_[place]->values.size() != dimension()) missing.push_back(place);
    }
    return missing;
  }

  void ask(const std::vector<size_t>& places, const BatchLimits& limits,
           const std::function<void(size_t, size_t)>& progress) {
    std::vector<std::string> texts;
    texts.reserve(places.size());
    for (const size_t place : places) texts.push_back(texts_[first_text_[place]]);
    const auto keep = [&](size_t first, std::span<const QuantizedVector> vectors) {
      std::vector<std::pair<EmbeddingKey, QuantizedVector>> entries;
      for (size_t i = 0; i < vectors.size(); ++i) {
        const size_t place = places[first + i];
        entries.emplace_back(keys_[place], vectors[i]);
        vectors_[place] = vectors[i];
      }
      cache_.put(entries);
      answered_dimension_ = vectors.front().values.size();
      result_.asked += vectors.size();
      if (progress) progress(first + vectors.size(), places.size());
    };
    result_.error = embed_all(embedder_, kind_, texts, limits, keep).error;
  }

  const Embedder& embedder_;
  EmbeddingCache& cache_;
  TextKind kind_;
  std::span<const std::string> texts_;
  std::vector<size_t> place_of_text_;  // among the distinct ones, which the next three go by
  std::vector<EmbeddingKey> keys_;
  std::vector<size_t> first_text_;
  std::vector<std::optional<QuantizedVector>> vectors_;
  size_t answered_dimension_ = 0;
  CachedTexts result_;
};

}  // namespace

EmbeddingCost cost_of_embedding(const Embedder& embedder, EmbeddingCache& cache, TextKind kind,
                                std::span<const std::string> texts) {
  return CachedRun(embedder, cache, kind, texts).cost();
}

CachedTexts embed_cached(const Embedder& embedder, EmbeddingCache& cache, TextKind kind,
                         std::span<const std::string> texts, const BatchLimits& limits,
                         const std::function<void(size_t done, size_t total)>& progress) {
  return CachedRun(embedder, cache, kind, texts).run(limits, progress);
}

}  // namespace signpost
