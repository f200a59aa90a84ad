// embed_all.cc - see embed_all.h.
#include "meaning/embed_all.h"

#include <algorithm>
#include <thread>

#include "base/utf8.h"

namespace signpost {
namespace {

// Of one text: a character has four bytes at most.
constexpr size_t kMostBytesSent = 4 * kMaxEmbeddedCharacters;
// A text that is too long even so is not what the server minds.
constexpr size_t kShortestCutBytes = 250;
// One text may be at fault; so many are not, but the model that we name, or the server.
constexpr int kMostRefusedInARow = 3;

class BatchRun {
 public:
  BatchRun(const Embedder& embedder, TextKind kind, std::span<const std::string> texts,
           const BatchLimits& limits, const OnVectors& on_vectors)
      : embedder_(embedder), kind_(kind), texts_(texts), limits_(limits), on_vectors_(on_vectors) {
    result_.vectors.resize(texts.size());
  }

  EmbeddedTexts run() {
    for (size_t first = 0; first < texts_.size() && !given_up_;) {
      const size_t count = batch_at(first);
      embed(first, count, 1);
      first += count;
    }
    return std::move(result_);
  }

 private:
  size_t batch_at(size_t first) const {
    size_t bytes = 0;
    size_t count = 0;
    while (first + count < texts_.size() && count < limits_.texts) {
      bytes += std::min(texts_[first + count].size(), kMostBytesSent);
      if (count > 0 && bytes > limits_.bytes) break;
      ++count;
    }
    return count;
  }

  // Tries to get the vectors of one batch, the n-th time.
  void embed(size_t first, size_t count, int nth) {
    try {
      keep(first, embedder_.embed(kind_, texts_.subspan(first, count), limits_.deadline));
    } catch (const EmbedderFailure& failure) {
      using Kind = EmbedderFailure::Kind;
      const Kind kind = failure.failure();
      if (may_be_the_texts(failure, nth)) {
        return count > 1 ? halve(first, count, nth) : shorten(first, failure.what());
      }
      if (kind == Kind::refused || nth >= limits_.tries) return give_up(failure.what());
      // A server that is slow may be fast enough for half.
      if (kind == Kind::late && count > 1) return halve(first, count, nth + 1);
      if (kind != Kind::late) pause(nth, failure.retry_after());
      embed(first, count, nth + 1);
    }
  }

  bool may_be_the_texts(const EmbedderFailure& failure, int nth) const {
    const EmbedderFailure::Kind kind = failure.failure();
    return kind == EmbedderFailure::Kind::too_large ||
           (kind == EmbedderFailure::Kind::failed && nth >= limits_.tries);
  }

  void halve(size_t first, size_t count, int nth) {
    embed(first, count / 2, nth);
    if (!given_up_) embed(first + count / 2, count - count / 2, nth);
  }

  void shorten(size_t first, std::string why) {
    std::string text = texts_[first];
    text.resize(whole_characters(text, kMostBytesSent));
    while (text.size() / 2 >= kShortestCutBytes) {
      text.resize(whole_characters(text, text.size() / 2));
      try {
        return keep(first, embedder_.embed(kind_, {&text, 1}, limits_.deadline));
      } catch (const EmbedderFailure& failure) {
        why = failure.what();
        if (!may_be_the_texts(failure, limits_.tries)) return give_up(why);
      }
    }
    if (++refused_in_a_row_ == kMostRefusedInARow) return give_up(why);
    result_.error = why;
  }

  void keep(size_t first, const std::vector<std::vector<float>>& vectors) {
    std::vector<QuantizedVector> quantized;
    quantized.reserve(vectors.size());
    for (const std::vector<float>& vector : vectors) quantized.push_back(quantize(vector));
    if (on_vectors_) on_vectors_(first, quantized);
    std::move(quantized.begin(), quantized.end(), result_.vectors.begin() + static_cast<ptrdiff_t>(first));
    refused_in_a_row_ = 0;
  }

  void pause(int nth, std::chrono::milliseconds wanted) const {
    const std::chrono::milliseconds ours = limits_.pause * (1 << std::min(nth - 1, 10));
    std::this_thread::sleep_for(std::min(std::max(wanted, ours), limits_.longest_pause));
  }

  void give_up(const std::string& why) {
    result_.error = why;
    given_up_ = true;
  }

  const Embedder& embedder_;
  TextKind kind_;
  std::span<const std::string> texts_;
  const BatchLimits& limits_;
  const OnVectors& on_vectors_;
  EmbeddedTexts result_;
  bool given_up_ = false;
  int refused_in_a_row_ = 0;
};

}  // namespace

EmbeddedTexts embed_all(const Embedder& embedder, TextKind kind, std::span<const std::string> texts,
                        const BatchLimits& limits, const OnVectors& on_vectors) {
  return BatchRun(embedder, kind, texts, limits, on_vectors).run();
}

}  // namespace signpost
