// read_documents.h - what the ranking has read of the best documents, kept until hits are made of them: to
// read and to look into a forward index again would be most of what a hit costs beside its snippet. Tested by
// tests/unit/search/read_documents_test.cc.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "search/evidence.h"
#include "search/match.h"

namespace signpost {

// Of one ranking at a time: the next one takes its place. Not for many threads at once.
class ReadDocuments {
 public:
  struct Document {
    std::string_view forward;  // for ForwardView, while the index is open
    std::string room;          // of IndexReader::forward()
    Evidence evidence;
  };

  static constexpr size_t kMost = 20;            // documents, of two pages
  static constexpr size_t kLargest = 64 * 1024;  // bytes of a forward index, and of what was found in it

  // A ranking begins, of whose documents the `most` best are kept, but no more than kMost. Returns its name,
  // which no other one has.
  uint64_t start(size_t most);

  // What the next document is read into.
  Document& next() {
    if (next_->room.capacity() > kLargest) next_->room = std::string();  // no document has it for long
    if (bytes_of(next_->evidence) > kLargest) next_->evidence = Evidence();
    return *next_;
  }

  // Keeps what was read, of `ranked`, if it is among the best so far. better(a, b): a comes before b.
  template <typename Better>
  void offer(const Ranked& ranked, Better better) {
    if (most_ == 0 || next_->forward.size() > kLargest || bytes_of(next_->evidence) > kLargest) return;
    if (kept_.size() == most_) {
      const auto worst =
          std::max_element(kept_.begin(), kept_.end(),
                           [&better](const Kept& a, const Kept& b) { return better(a.ranked, b.ranked); });
      if (!better(ranked, worst->ranked)) return;
      worst->ranked = ranked;
      std::swap(worst->document, next_);
    } else {
      kept_.push_back({ranked, std::move(next_)});
      next_ = take_spare();
    }
  }

  // Null where it was not kept, or another ranking has begun since.
  const Document* find(uint64_t ranking, uint32_t number) const;

 private:
  struct Kept {
    Ranked ranked;
    std::unique_ptr<Document> document;
  };
  static size_t bytes_of(const Evidence& evidence);
  std::unique_ptr<Document> take_spare();

  uint64_t ranking_ = 0;
  size_t most_ = 0;
  std::vector<Kept> kept_;
  std::unique_ptr<Document> next_ = std::make_unique<Document>();
  std::vector<std::unique_ptr<Document>> spare_;  // whose room is used again
};

// This thread's.
ReadDocuments& thread_read_documents();

}  // namespace signpost
