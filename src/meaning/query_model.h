// query_model.h - asks the embedder about the queries of visitors, who wait: in little time, one question at
// a time, and not at all while it does not answer. Tested by tests/unit/meaning/query_model_test.cc.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "base/mutex.h"
#include "meaning/embedder.h"
#include "search/query_embedder.h"

namespace signpost {

// Since the start.
struct QueryModelCounts {
  uint64_t answered = 0;
  uint64_t late = 0;         // no answer within the deadline
  uint64_t failed = 0;       // no answer, an error, or a vector that does not fit the index
  uint64_t known = 0;        // not asked: the same was asked a while ago
  uint64_t passed_over = 0;  // not asked: another question was on its way, or the embedder is away
  bool away = false;         // it failed so often that it is left alone for a while
};

struct QueryModelOptions {
  using Clock = std::chrono::steady_clock;

  std::string url;  // as EmbedderOptions
  std::string key;
  std::chrono::milliseconds deadline{50};
  // What happened, for the log: once when it goes away, with the reason, and once when it is back, without.
  std::function<void(bool away, const std::string& reason)> on_change = [](bool, const std::string&) {};
  std::function<Clock::time_point()> now = Clock::now;
};

// Safe from many threads. At most one of them waits, for the deadline.
class QueryModel : public QueryEmbedder {
 public:
  static constexpr int kFailuresInARow = 3;          // from then on it is away
  static constexpr std::chrono::seconds kPause{30};  // until one question tries whether it is back
  static constexpr size_t kKnownVectors = 1'000;     // 1.5 MB where they have 384 numbers

  // Throws Error{usage} for a URL that is none. Asks nothing.
  explicit QueryModel(QueryModelOptions options);

  std::optional<std::vector<float>> vector_of(std::string_view query, const MeaningSettings& settings,
                                              uint32_t dimension) const override EXCLUDES(mutex_);
  QueryModelCounts counts() const EXCLUDES(mutex_);

 private:
  struct Outcome {
    std::optional<std::vector<float>> vector;
    bool late = false;
    std::string reason = {};  // "" with a vector
  };

  std::shared_ptr<const Embedder> begin(const MeaningSettings& settings) const REQUIRES(mutex_);
  Outcome ask(const Embedder& embedder, std::string_view query, uint32_t dimension) const;
  void end(const std::string& key, const Outcome& outcome) const EXCLUDES(mutex_);
  void keep(const std::string& key, const std::vector<float>& vector) const REQUIRES(mutex_);

  const QueryModelOptions options_;
  mutable Mutex mutex_;
  mutable std::shared_ptr<const Embedder> embedder_ GUARDED_BY(mutex_);  // for settings_
  mutable MeaningSettings settings_ GUARDED_BY(mutex_);
  mutable bool is_asked_ GUARDED_BY(mutex_) = false;
  mutable int failures_ GUARDED_BY(mutex_) = 0;  // in a row
  mutable QueryModelOptions::Clock::time_point pause_until_ GUARDED_BY(mutex_){};
  mutable QueryModelCounts counts_ GUARDED_BY(mutex_);
  mutable std::unordered_map<std::string, std::vector<float>> known_ GUARDED_BY(mutex_);
  mutable std::deque<std::string> known_keys_ GUARDED_BY(mutex_);  // oldest first
};

}  // namespace signpost
