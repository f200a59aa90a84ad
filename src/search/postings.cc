// postings.cc - Xapian's postings as plain numbers: decoded where they are frequent, added up term by term.
//
// The postings of a segment number its documents from 1; Segment::number() makes of that a number of the
// generation, or 0 for a dead one. No caller sees segments or the dead: frequencies are Xapian's less what
// dead.bin counts.
//
// A Xapian::Database may be used by one thread at a time, so each call borrows a handle, opened when there
// is none idle, and gives it back; one that threw is not used again. Frequencies are remembered, since
// every query asks for those of its words and their alternatives.
//
// The first pass goes term by term over an array with a score for each document: for each posting, score +=
// weight * impact. The numbers are whole, so the order of segments and terms makes no difference to a bit.
// Weak terms are added only where there is a score already. Then one walk over the array keeps the best.
// That is a walk over all documents for each query, of four bytes each, in place of any cleverness
// about which could still win.
//
// What queries ask for is decoded once: a term of more than one in kDenseShare documents to a set of them and
// a byte of impact for each, which is added by a loop that vectorises, any other to its documents and their
// impacts. A cache (recent_cache.h) keeps them within a bound, so what many queries have stays.
//
// What Xapian returns was written by whoever published the generation: a document number beyond the
// segment's is corrupt, since it would lead out of our tables, and every error of Xapian's becomes one of
// ours.
#include "search/postings.h"

#include <algorithm>
#include <unordered_map>

#include "base/error.h"
#include "base/mutex.h"
#include "index/glass.h"
#include "index/schema.h"
#include "search/recent_cache.h"

namespace signpost {
namespace {

constexpr size_t kLeastCacheBytes = 16u << 20;  // of decoded terms
constexpr size_t kCacheBytesOfDocument = 160;   // for each document there may be so many, where that is more
constexpr size_t kBytesOfEntry = 160;           // of the cache, beside what is decoded
constexpr uint32_t kDenseShare = 4;
constexpr size_t kMaxFrequencies = 100'000;  // remembered document frequencies

// The documents of a term with its impact in each, decoded.
class TermPostings {
 public:
  // `with`: how many of `count` documents have it.
  TermPostings(uint32_t with, uint32_t count)
      : dense_(uint64_t{with} * kDenseShare > count),
        documents_(dense_ ? count : 0),
        impacts_(dense_ ? count : 0, 0) {
    if (dense_) return;
    numbers_.reserve(with);
    impacts_.reserve(with);
  }

  void add(uint32_t number, uint32_t impact) {
    const auto byte = static_cast<uint8_t>(std::min<uint32_t>(impact, UINT8_MAX));
    if (dense_) {
      documents_.set(number);
      impacts_[number - 1] = byte;
    } else {
      numbers_.push_back(number);
      impacts_.push_back(byte);
    }
  }

  void add_documents(Bitmap& into) const {
    if (dense_) into |= documents_;
    for (const uint32_t number : numbers_) into.set(number);
  }

  // scores[number - 1] += weight * impact: of documents in `only`, and of those that have a score already if
  // `to_matched`.
  void add_scores(uint32_t weight, const Bitmap* only, bool to_matched, std::vector<uint32_t>& scores) const {
    const auto counts = [&](uint32_t i) {
      return (only == nullptr || only->test(i + 1)) && (!to_matched || scores[i] > 0);
    };
    if (!dense_) {
      for (size_t k = 0; k < numbers_.size(); ++k) {
        const uint32_t i = numbers_[k] - 1;
        if (counts(i)) scores[i] += weight * impacts_[k];
      }
    } else if (only == nullptr && !to_matched) {
      for (size_t i = 0; i < impacts_.size(); ++i) scores[i] += weight * impacts_[i];
    } else {
      for (uint32_t i = 0; i < impacts_.size(); ++i) scores[i] += counts(i) ? weight * impacts_[i] : 0;
    }
  }

  size_t bytes() const {
    return kBytesOfEntry + documents_.bytes() + numbers_.capacity() * sizeof(uint32_t) + impacts_.capacity();
  }

 private:
  bool dense_;
  Bitmap documents_;               // where dense
  std::vector<uint32_t> numbers_;  // where not
  std::vector<uint8_t> impacts_;   // by number - 1, or as in numbers_
};

constexpr uint32_t kScoreBlock = 64;      // documents
constexpr size_t kRoomForCandidates = 4;  // times as many as are wanted

// Of a block. Without a way out of the loop it is a few steps for many at once.
bool any_above(const uint32_t* scores, uint32_t least) {
  uint32_t above = 0;
  for (uint32_t i = 0; i < kScoreBlock; ++i) above |= static_cast<uint32_t>(scores[i] > least);
  return above != 0;
}

// The `limit` best, best first, those with the same score by number.
std::vector<Candidate> best_of(const std::vector<uint32_t>& scores, const Bitmap& allowed, uint32_t limit) {
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.number < b.number;
  };
  std::vector<Candidate> found;  // some more than wanted, so that they are seldom cut to the best
  found.reserve(size_t{limit} * kRoomForCandidates);
  uint32_t least = 0;  // a later document must be better than the worst: the same is not enough
  const auto cut = [&] {
    if (found.size() <= limit) return;
    std::nth_element(found.begin(), found.begin() + static_cast<ptrdiff_t>(limit - 1), found.end(), better);
    found.resize(limit);
    least = found.back().score;
  };
  const auto consider = [&](uint32_t i) {
    if (scores[i] <= least || !allowed.test(i + 1)) return;
    found.push_back({i + 1, scores[i]});
    if (found.size() == size_t{limit} * kRoomForCandidates) cut();
  };
  const auto count = static_cast<uint32_t>(limit == 0 ? 0 : scores.size());
  uint32_t at = 0;
  for (; at + kScoreBlock <= count; at += kScoreBlock) {
    if (!any_above(&scores[at], least)) continue;
    for (uint32_t i = at; i < at + kScoreBlock; ++i) consider(i);
  }
  for (; at < count; ++at) consider(at);
  cut();
  std::sort(found.begin(), found.end(), better);
  return found;
}

// The postings of one segment. Each call of with_database() borrows a handle.
class SegmentPostings {
 public:
  SegmentPostings(std::string path, Segment segment) : path_(std::move(path)), segment_(std::move(segment)) {}

  // Runs use(database); a handle that threw is not used again.
  template <typename Use>
  auto with_database(Use use) const {
    try {
      auto database = borrow();
      auto result = use(*database);
      const MutexLock lock(mutex_);
      idle_.push_back(std::move(database));
      return result;
    } catch (const Xapian::DatabaseOpeningError& error) {
      throw Error(ErrorKind::not_found, error.get_description());
    } catch (const Xapian::Error& error) {
      throw Error(ErrorKind::corrupt, error.get_description());
    }
  }

  void check() const {
    const uint32_t last = with_database([](Xapian::Database& db) { return db.get_lastdocid(); });
    if (last != segment_.documents) throw Error(ErrorKind::corrupt, path_ + " has lost documents");
  }

  // Calls use(number, impact) for the living documents that have the term, ascending, until it returns false.
  template <typename Use>
  void each_posting(const std::string& term, Use use) const {
    with_database([&](Xapian::Database& db) {
      for (auto it = db.postlist_begin(term); it != db.postlist_end(term); ++it) {
        // What Xapian says was not checked before: no number may lead out of our own tables.
        if (*it > segment_.documents) throw Error(ErrorKind::corrupt, path_ + " has a document too many");
        const uint32_t number = segment_.number(*it);
        if (number != 0 && !use(number, it.get_wdf())) break;
      }
      return 0;
    });
  }

 private:
  std::unique_ptr<Xapian::Database> borrow() const EXCLUDES(mutex_) {
    {
      const MutexLock lock(mutex_);
      if (!idle_.empty()) {
        auto database = std::move(idle_.back());
        idle_.pop_back();
        return database;
      }
    }
    return std::make_unique<Xapian::Database>(open_postings(path_));
  }

  const std::string path_;
  const Segment segment_;
  mutable Mutex mutex_;
  mutable std::vector<std::unique_ptr<Xapian::Database>> idle_ GUARDED_BY(mutex_);
};

}  // namespace

struct Postings::Impl {
  std::vector<std::unique_ptr<SegmentPostings>> segments;
  std::map<std::string, uint32_t, std::less<>> dead;
  const uint32_t count;
  Mutex mutex;
  std::unordered_map<std::string, uint32_t> frequencies GUARDED_BY(mutex);
  RecentCache<std::string, TermPostings> decoded GUARDED_BY(mutex);

  explicit Impl(uint32_t documents)
      : count(documents),
        decoded(std::max(kLeastCacheBytes, documents * kCacheBytesOfDocument),
                [](const TermPostings& postings) { return postings.bytes(); }) {}

  uint32_t dead_with(std::string_view term) const {
    const auto found = dead.find(term);
    return found == dead.end() ? 0 : found->second;
  }
  template <typename Use>
  void each_posting(const std::string& term, Use use) const {
    for (const auto& segment : segments) segment->each_posting(term, use);
  }
  std::shared_ptr<const TermPostings> decode(const std::string& term) EXCLUDES(mutex);
  uint32_t frequency(const std::string& term) EXCLUDES(mutex);
};

// Kept, within a bound. Null where no document has the term.
std::shared_ptr<const TermPostings> Postings::Impl::decode(const std::string& term) {
  {
    const MutexLock lock(mutex);
    if (auto known = decoded.find(term)) return known;
  }
  const uint32_t with = frequency(term);
  if (with == 0) return nullptr;
  auto fresh = std::make_shared<TermPostings>(with, count);
  each_posting(term, [&fresh](uint32_t number, uint32_t impact) {
    fresh->add(number, impact);
    return true;
  });
  const MutexLock lock(mutex);
  decoded.add(term, fresh);
  return fresh;
}

uint32_t Postings::Impl::frequency(const std::string& term) {
  {
    const MutexLock lock(mutex);
    const auto found = frequencies.find(term);
    if (found != frequencies.end()) return found->second;
  }
  uint32_t n = 0;
  for (const auto& segment : segments)
    n += segment->with_database([&](Xapian::Database& db) { return db.get_termfreq(term); });
  n -= std::min(n, dead_with(term));
  const MutexLock lock(mutex);
  if (frequencies.size() >= kMaxFrequencies) frequencies.clear();
  frequencies.emplace(term, n);
  return n;
}

Postings::Postings(const std::string& generation_dir, const std::vector<Segment>& segments,
                   std::map<std::string, uint32_t, std::less<>> dead, uint32_t documents)
    : impl_(std::make_unique<Impl>(documents)) {
  impl_->dead = std::move(dead);
  for (const Segment& segment : segments) {
    const std::string path = generation_dir + "/" + segment.path + "/" + files::kPostings;
    impl_->segments.push_back(std::make_unique<SegmentPostings>(path, segment));
    impl_->segments.back()->check();
  }
}

Postings::~Postings() = default;

uint32_t Postings::frequency(const std::string& term) const { return impl_->frequency(term); }

void Postings::add_documents(const std::string& term, Bitmap& into) const {
  if (const auto postings = impl_->decode(term)) postings->add_documents(into);
}

Bitmap Postings::documents_with_all(const std::string& term, std::span<const std::string> others) const {
  Bitmap all(impl_->count);
  add_documents(term, all);
  for (const std::string& other : others) {
    Bitmap with_other(impl_->count);
    add_documents(other, with_other);
    all &= with_other;
  }
  return all;
}

void Postings::add_scores(const std::string& term, uint32_t weight, const Bitmap* only, bool to_matched,
                          std::vector<uint32_t>& scores) const {
  if (const auto postings = impl_->decode(term)) postings->add_scores(weight, only, to_matched, scores);
}

std::vector<Candidate> Postings::best(const std::vector<WeightedTerm>& strong,
                                      const std::vector<WeightedTerm>& weak, const Bitmap& allowed,
                                      uint32_t limit) const {
  thread_local std::vector<uint32_t> scores;
  scores.assign(impl_->count, 0);
  for (const WeightedTerm& term : strong) {
    if (term.more_terms.empty()) {
      add_scores(term.term, term.weight, nullptr, false, scores);
      continue;
    }
    const Bitmap all = documents_with_all(term.term, term.more_terms);
    add_scores(term.term, term.weight, &all, false, scores);
    for (const std::string& more : term.more_terms) add_scores(more, term.weight, &all, false, scores);
  }
  for (const WeightedTerm& term : weak) add_scores(term.term, term.weight, nullptr, true, scores);
  return best_of(scores, allowed, limit);
}

void Postings::read_all() const {
  for (const auto& segment : impl_->segments) {
    segment->with_database([&](Xapian::Database& db) {
      for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term)
        segment->each_posting(*term, [](uint32_t, uint32_t) { return true; });
      return 0;
    });
  }
}

uint32_t Postings::any_document(const std::string& term) const {
  uint32_t found = 0;
  impl_->each_posting(term, [&found](uint32_t number, uint32_t) {
    if (found == 0) found = number;
    return false;
  });
  return found;
}

void Postings::each_term(const std::string& term_prefix,
                         const std::function<void(std::string_view, uint32_t)>& use) const {
  std::map<std::string, uint32_t> terms;
  for (const auto& segment : impl_->segments) {
    segment->with_database([&](Xapian::Database& db) {
      for (auto it = db.allterms_begin(term_prefix); it != db.allterms_end(term_prefix); ++it)
        terms[*it] += it.get_termfreq();
      return 0;
    });
  }
  for (const auto& [term, documents] : terms) {
    const uint32_t dead = impl_->dead_with(term);
    if (documents > dead) use(std::string_view(term).substr(term_prefix.size()), documents - dead);
  }
}

}  // namespace signpost
