#include "search/postings.h"

#include <xapian.h>

#include <mutex>
#include <unordered_map>

#include "content/error.h"

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

class InSet : public Xapian::MatchDecider {
 public:
  explicit InSet(const Bitmap& set) : set_(set) {}
  bool operator()(const Xapian::Document& document) const override { return set_.test(document.get_docid()); }

 private:
  const Bitmap& set_;
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

}  // namespace

struct Postings::Impl {
  std::string path;
  uint32_t count = 0;
  std::mutex mutex;
  std::vector<std::unique_ptr<Xapian::Database>> idle;
  std::unordered_map<std::string, uint32_t> frequencies;
  std::unordered_map<std::string, std::shared_ptr<const Bitmap>> sets;
  size_t set_bytes = 0;

  std::unique_ptr<Xapian::Database> borrow() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        auto database = std::move(idle.back());
        idle.pop_back();
        return database;
      }
    }
    return std::make_unique<Xapian::Database>(path);
  }
  void give_back(std::unique_ptr<Xapian::Database> database) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(database));
  }

  // Runs use(database); a handle that threw is not used again.
  template <typename Use>
  auto with_database(Use use) {
    try {
      auto database = borrow();
      auto result = use(*database);
      give_back(std::move(database));
      return result;
    } catch (const Xapian::DatabaseOpeningError& error) {
      throw Error(ErrorKind::not_found, error.get_description());
    } catch (const Xapian::Error& error) {
      throw Error(ErrorKind::corrupt, error.get_description());
    }
  }
};

Postings::Postings(const std::string& path) : impl_(std::make_unique<Impl>()) {
  impl_->path = path;
  impl_->count = impl_->with_database([](Xapian::Database& db) { return db.get_lastdocid(); });
}

Postings::~Postings() = default;

uint32_t Postings::frequency(const std::string& term) const {
  {
    const std::lock_guard lock(impl_->mutex);
    const auto found = impl_->frequencies.find(term);
    if (found != impl_->frequencies.end()) return found->second;
  }
  const uint32_t n = impl_->with_database([&](Xapian::Database& db) { return db.get_termfreq(term); });
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
  impl_->with_database([&](Xapian::Database& db) {
    for (auto it = db.postlist_begin(term); it != db.postlist_end(term); ++it) into.set(*it);
    return 0;
  });
}

std::shared_ptr<const Bitmap> Postings::documents(const std::string& term) const {
  {
    const std::lock_guard lock(impl_->mutex);
    const auto found = impl_->sets.find(term);
    if (found != impl_->sets.end()) return found->second;
  }
  auto set = std::make_shared<Bitmap>(impl_->count);
  impl_->with_database([&](Xapian::Database& db) {
    for (auto it = db.postlist_begin(term); it != db.postlist_end(term); ++it) set->set(*it);
    return 0;
  });
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
  return impl_->with_database([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_weighting_scheme(ImpactWeight());
    enquire.set_query(query);
    std::unique_ptr<InSet> decider;
    if (allowed != nullptr) decider = std::make_unique<InSet>(*allowed);
    const Xapian::MSet found = enquire.get_mset(0, limit, 0, nullptr, decider.get());
    std::vector<Candidate> out;
    out.reserve(found.size());
    for (auto it = found.begin(); it != found.end(); ++it) out.push_back({*it, it.get_weight()});
    return out;
  });
}

uint32_t Postings::first_document(const std::string& term) const {
  return impl_->with_database([&](Xapian::Database& db) -> uint32_t {
    const auto it = db.postlist_begin(term);
    return it == db.postlist_end(term) ? 0 : *it;
  });
}

void Postings::each_term(const std::string& term_prefix,
                         const std::function<void(std::string_view, uint32_t)>& use) const {
  impl_->with_database([&](Xapian::Database& db) {
    for (auto it = db.allterms_begin(term_prefix); it != db.allterms_end(term_prefix); ++it) {
      const std::string term = *it;
      use(std::string_view(term).substr(term_prefix.size()), it.get_termfreq());
    }
    return 0;
  });
}

}  // namespace signpost
