#include "search/postings.h"

#include <xapian.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "content/error.h"
#include "index/schema.h"

namespace signpost {
namespace {

constexpr size_t kCacheBytes = 8u << 20;     // of sets of frequent terms
constexpr size_t kMaxFrequencies = 100'000;  // remembered document frequencies

// What the postings have as within-document frequency is an impact already: it only wants the query's factor.
// Unlike BM25 proper this needs no length of any document, which Xapian would look up one by one.
class ImpactWeight : public Xapian::Weight {
 public:
  ImpactWeight() {
    need_stat(WDF);
    need_stat(WDF_MAX);
  }
  ImpactWeight* clone() const override { return new ImpactWeight(); }
  void init(double factor) override { factor_ = factor; }
  double get_sumpart(Xapian::termcount impact, Xapian::termcount, Xapian::termcount) const override {
    return factor_ * impact;
  }
  double get_maxpart() const override { return factor_ * get_wdf_upper_bound(); }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  double factor_ = 0;
};

// Living documents, of a set if one is given.
class InSet : public Xapian::MatchDecider {
 public:
  InSet(const Segment& segment, const Bitmap* set) : segment_(segment), set_(set) {}
  bool operator()(const Xapian::Document& document) const override {
    const uint32_t number = segment_.number(document.get_docid());
    return number != 0 && (set_ == nullptr || set_->test(number));
  }

 private:
  const Segment& segment_;
  const Bitmap* set_;
};

Xapian::Query any_of(const std::vector<WeightedTerm>& terms) {
  std::vector<Xapian::Query> queries;
  for (const WeightedTerm& term : terms) {
    Xapian::Query query(term.term);
    for (const std::string& more : term.more_terms) {
      query = Xapian::Query(Xapian::Query::OP_AND, query, Xapian::Query(more));
    }
    if (term.weight != 1) query = Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, term.weight);
    queries.push_back(std::move(query));
  }
  return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

// The postings of one segment. Each call of with_database() borrows a handle.
class SegmentPostings {
 public:
  SegmentPostings(std::string path, Segment segment)
      : path_(std::move(path)),
        segment_(std::move(segment)),
        has_dead_(std::find(segment_.numbers.begin(), segment_.numbers.end(), 0u) != segment_.numbers.end()) {
  }

  const Segment& segment() const { return segment_; }
  bool has_dead() const { return has_dead_; }

  // Runs use(database); a handle that threw is not used again.
  template <typename Use>
  auto with_database(Use use) const {
    try {
      auto database = borrow();
      auto result = use(*database);
      const std::lock_guard lock(mutex_);
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

  // Calls use(number) for the living documents that have the term, ascending, until it returns false.
  template <typename Use>
  void each_document(const std::string& term, Use use) const {
    with_database([&](Xapian::Database& db) {
      for (auto it = db.postlist_begin(term); it != db.postlist_end(term); ++it) {
        const uint32_t number = segment_.number(*it);
        if (number != 0 && !use(number)) break;
      }
      return 0;
    });
  }

 private:
  std::unique_ptr<Xapian::Database> borrow() const {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto database = std::move(idle_.back());
        idle_.pop_back();
        return database;
      }
    }
    return std::make_unique<Xapian::Database>(path_);
  }

  const std::string path_;
  const Segment segment_;
  const bool has_dead_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Xapian::Database>> idle_;
};

}  // namespace

struct Postings::Impl {
  std::vector<std::unique_ptr<SegmentPostings>> segments;
  std::map<std::string, uint32_t, std::less<>> dead;
  uint32_t count = 0;
  std::mutex mutex;
  std::unordered_map<std::string, uint32_t> frequencies;
  std::unordered_map<std::string, std::shared_ptr<const Bitmap>> sets;
  size_t set_bytes = 0;

  uint32_t dead_with(std::string_view term) const {
    const auto found = dead.find(term);
    return found == dead.end() ? 0 : found->second;
  }
};

Postings::Postings(const std::string& generation_dir, std::vector<Segment> segments,
                   std::map<std::string, uint32_t, std::less<>> dead)
    : impl_(std::make_unique<Impl>()) {
  impl_->dead = std::move(dead);
  for (Segment& segment : segments) {
    const std::string path = generation_dir + "/" + segment.path + "/" + files::kPostings;
    const std::vector<uint32_t>& numbers = segment.numbers;
    impl_->count =
        std::max(impl_->count,
                 numbers.empty() ? segment.documents : *std::max_element(numbers.begin(), numbers.end()));
    impl_->segments.push_back(std::make_unique<SegmentPostings>(path, std::move(segment)));
    impl_->segments.back()->check();
  }
}

Postings::~Postings() = default;

uint32_t Postings::frequency(const std::string& term) const {
  {
    const std::lock_guard lock(impl_->mutex);
    const auto found = impl_->frequencies.find(term);
    if (found != impl_->frequencies.end()) return found->second;
  }
  uint32_t n = 0;
  for (const auto& segment : impl_->segments)
    n += segment->with_database([&](Xapian::Database& db) { return db.get_termfreq(term); });
  n -= std::min(n, impl_->dead_with(term));
  const std::lock_guard lock(impl_->mutex);
  if (impl_->frequencies.size() >= kMaxFrequencies) impl_->frequencies.clear();
  impl_->frequencies.emplace(term, n);
  return n;
}

void Postings::add_documents(const std::string& term, Bitmap& into) const {
  const uint32_t n = frequency(term);
  if (n == 0) return;
  if (n >= impl_->count / 64) {
    into |= *documents(term);
    return;
  }
  for (const auto& segment : impl_->segments) {
    segment->each_document(term, [&](uint32_t number) {
      into.set(number);
      return true;
    });
  }
}

std::shared_ptr<const Bitmap> Postings::documents(const std::string& term) const {
  {
    const std::lock_guard lock(impl_->mutex);
    const auto found = impl_->sets.find(term);
    if (found != impl_->sets.end()) return found->second;
  }
  auto set = std::make_shared<Bitmap>(impl_->count);
  for (const auto& segment : impl_->segments) {
    segment->each_document(term, [&](uint32_t number) {
      set->set(number);
      return true;
    });
  }
  const std::lock_guard lock(impl_->mutex);
  if (impl_->set_bytes + set->bytes() > kCacheBytes) {
    impl_->sets.clear();
    impl_->set_bytes = 0;
  }
  if (impl_->sets.emplace(term, set).second) impl_->set_bytes += set->bytes();
  return set;
}

std::vector<Candidate> Postings::best(const std::vector<WeightedTerm>& strong,
                                      const std::vector<WeightedTerm>& weak,
                                      const std::vector<std::vector<std::string>>& filters,
                                      const Bitmap* allowed, uint32_t limit) const {
  Xapian::Query query = any_of(strong);
  if (!weak.empty()) query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, any_of(weak));
  for (const std::vector<std::string>& group : filters) {
    query = Xapian::Query(Xapian::Query::OP_FILTER, query,
                          Xapian::Query(Xapian::Query::OP_OR, group.begin(), group.end()));
  }
  std::vector<Candidate> out;
  for (const auto& segment : impl_->segments) {
    std::unique_ptr<InSet> decider;
    if (allowed != nullptr || segment->has_dead())
      decider = std::make_unique<InSet>(segment->segment(), allowed);
    segment->with_database([&](Xapian::Database& db) {
      Xapian::Enquire enquire(db);
      enquire.set_weighting_scheme(ImpactWeight());
      enquire.set_query(query);
      const Xapian::MSet found = enquire.get_mset(0, limit, 0, nullptr, decider.get());
      for (auto it = found.begin(); it != found.end(); ++it)
        out.push_back({segment->segment().number(*it), it.get_weight()});
      return 0;
    });
  }
  // Each segment gave its best in this order; what is best of all does not depend on where it lies.
  if (impl_->segments.size() > 1) {
    std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : a.number < b.number;
    });
    if (out.size() > limit) out.resize(limit);
  }
  return out;
}

uint32_t Postings::any_document(const std::string& term) const {
  uint32_t found = 0;
  for (const auto& segment : impl_->segments) {
    if (found != 0) break;
    segment->each_document(term, [&](uint32_t number) {
      found = number;
      return false;
    });
  }
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
