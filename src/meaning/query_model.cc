// query_model.cc - see query_model.h.
#include "meaning/query_model.h"

#include <array>

namespace signpost {
namespace {

// What decides which vector a text gets.
std::string key_of(std::string_view query, const MeaningSettings& settings) {
  const std::string& model = settings.query_model.empty() ? settings.model : settings.query_model;
  return model + '\0' + settings.query_prefix + '\0' + std::string(query);
}

}  // namespace

QueryModel::QueryModel(QueryModelOptions options) : options_(std::move(options)) {
  const MutexLock lock(mutex_);
  embedder_ = std::make_shared<const Embedder>(EmbedderOptions{options_.url, options_.key, settings_});
}

// Another generation may have other settings. The embedder stays while it can: so do its connections.
std::shared_ptr<const Embedder> QueryModel::begin(const MeaningSettings& settings) const {
  if (!(settings == settings_)) {
    embedder_ = std::make_shared<const Embedder>(EmbedderOptions{options_.url, options_.key, settings});
    settings_ = settings;
  }
  is_asked_ = true;
  return embedder_;
}

QueryModel::Outcome QueryModel::ask(const Embedder& embedder, std::string_view query,
                                    uint32_t dimension) const {
  try {
    const std::array<std::string, 1> text = {std::string(query)};
    std::vector<float> vector = std::move(embedder.embed(TextKind::query, text, options_.deadline).front());
    if (vector.size() == dimension) return {std::move(vector)};
    return {std::nullopt, false,
            "its vectors have " + std::to_string(vector.size()) + " numbers, those of the index " +
                std::to_string(dimension)};
  } catch (const EmbedderFailure& failure) {
    return {std::nullopt, failure.failure() == EmbedderFailure::Kind::late, failure.message_without_said()};
  } catch (const std::exception& error) {
    return {std::nullopt, false, error.what()};
  }
}

void QueryModel::keep(const std::string& key, const std::vector<float>& vector) const {
  const bool is_new = known_.insert_or_assign(key, vector).second;
  if (!is_new) return;
  known_keys_.push_back(key);
  if (known_keys_.size() <= kKnownVectors) return;
  known_.erase(known_keys_.front());
  known_keys_.pop_front();
}

void QueryModel::end(const std::string& key, const Outcome& outcome) const {
  bool changed = false;
  {
    const MutexLock lock(mutex_);
    is_asked_ = false;
    const bool was_away = counts_.away;
    if (outcome.vector) {
      ++counts_.answered;
      failures_ = 0;
      counts_.away = false;
      keep(key, *outcome.vector);
    } else {
      ++(outcome.late ? counts_.late : counts_.failed);
      ++failures_;
      counts_.away = failures_ >= kFailuresInARow;
      if (counts_.away) pause_until_ = options_.now() + kPause;
    }
    changed = counts_.away != was_away;
  }
  if (changed) options_.on_change(!outcome.vector, outcome.reason);
}

std::optional<std::vector<float>> QueryModel::vector_of(std::string_view query,
                                                        const MeaningSettings& settings,
                                                        uint32_t dimension) const {
  const std::string key = key_of(query, settings);
  std::shared_ptr<const Embedder> embedder;
  {
    const MutexLock lock(mutex_);
    if (const auto found = known_.find(key); found != known_.end() && found->second.size() == dimension) {
      ++counts_.known;
      return found->second;
    }
    if (is_asked_ || (counts_.away && options_.now() < pause_until_)) {
      ++counts_.passed_over;
      return std::nullopt;
    }
    embedder = begin(settings);
  }
  Outcome outcome = ask(*embedder, query, dimension);
  end(key, outcome);
  return std::move(outcome.vector);
}

QueryModelCounts QueryModel::counts() const {
  const MutexLock lock(mutex_);
  return counts_;
}

}  // namespace signpost
