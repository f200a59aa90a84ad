// related.cc - related documents by the words that say most about each, in time that grows with their
// number only.
//
// Each document comes with its most frequent words (encode.cc). Of these count the kTermsPerDocument with
// the highest tf-idf, made a vector of length one; similarity is the product of two such vectors, the
// cosine. Words of one document relate nothing; words of more than kMaxPostings tell nothing, and would
// make the time quadratic. With both bounds a document meets at most kTermsPerDocument * kMaxPostings
// others, however many there are.
//
// The sums go term by term: for each word of a document, add to all later documents that have it.
// Similarity has no direction, so each pair is added up once, and offered to both. That is memory access
// and hardly anything else, so everything lies in flat arrays: components by document, postings by term,
// both counted from 0 within the group, and a table of open addresses in place of a map.
//
// Groups are languages; documents of one family are translations, and never related. A hash stands for a
// word; two words with one hash can at worst relate two documents that are not. Sums are made in a fixed
// order, and of two equally near documents the earlier one comes first, so that a run gives the same bytes
// whatever it was told before.
#include "index/related.h"

#include <algorithm>
#include <cmath>

namespace signpost {
namespace {

constexpr size_t kTermsPerDocument = 12;
constexpr size_t kMaxPostings = 500;  // a word in more documents tells nothing, and would cost quadratic time

// Counts 32-bit hashes in a table of open addresses: there are a million of them, and a node each would cost
// most of the time.
class HashCounts {
 public:
  // The reference holds until the next call.
  uint32_t& operator[](uint32_t hash) {
    Slot* slot = &find(slots_, hash);
    if (!slot->used) {
      if (2 * ++size_ > slots_.size()) {
        grow();
        slot = &find(slots_, hash);
      }
      *slot = {hash, 0, true};
    }
    return slot->value;
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t value = 0;
    bool used = false;
  };

  static Slot& find(std::vector<Slot>& slots, uint32_t hash) {
    size_t at = hash * 0x9E3779B1u & (slots.size() - 1);
    while (slots[at].used && slots[at].hash != hash) at = (at + 1) & (slots.size() - 1);
    return slots[at];
  }

  void grow() {
    std::vector<Slot> larger(4 * slots_.size());
    for (const Slot& slot : slots_) {
      if (slot.used) find(larger, slot.hash) = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1 << 16);
  size_t size_ = 0;
};

// Gives each document its terms with the highest tf-idf, normalised to length one.
class Weighing {
 public:
  explicit Weighing(const std::vector<SalientTerm>& terms_of_all, size_t documents)
      : total_(static_cast<float>(documents + 1)) {
    for (const SalientTerm& term : terms_of_all) ++frequency_[term.hash];
  }

  // The result holds until the next call.
  const std::vector<SalientTerm>& weigh(const SalientTerm* terms, size_t count) {
    kept_.clear();
    for (const SalientTerm* term = terms; term != terms + count; ++term) {
      const uint32_t n = frequency_[term->hash];
      if (n >= 2 && n <= kMaxPostings)
        kept_.push_back({term->hash, term->weight * std::log(total_ / static_cast<float>(n))});
    }
    const size_t best = std::min(kept_.size(), kTermsPerDocument);
    std::partial_sort(kept_.begin(), kept_.begin() + static_cast<ptrdiff_t>(best), kept_.end(),
                      [](const SalientTerm& a, const SalientTerm& b) {
                        return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
                      });
    kept_.resize(best);
    float squares = 0;
    for (const SalientTerm& term : kept_) squares += term.weight * term.weight;
    for (SalientTerm& term : kept_) term.weight /= std::sqrt(squares);
    return kept_;
  }

 private:
  const float total_;
  HashCounts frequency_;
  std::vector<SalientTerm> kept_;
};

struct Scored {
  uint32_t document;
  float score;
  bool operator<(const Scored& other) const {  // the better one first
    return score != other.score ? score > other.score : document < other.document;
  }
};

// The best few of what is offered, best first.
class Best {
 public:
  void offer(const Scored& scored) {
    if (size_ == kRelatedCount && !(scored < best_[size_ - 1])) return;
    size_t at = size_ < kRelatedCount ? size_++ : size_ - 1;
    for (; at > 0 && scored < best_[at - 1]; --at) best_[at] = best_[at - 1];
    best_[at] = scored;
  }
  const Scored* begin() const { return best_; }
  const Scored* end() const { return best_ + size_; }

 private:
  Scored best_[kRelatedCount] = {};
  size_t size_ = 0;
};

// The documents of one group, which alone can be related. Everything lies flat and is counted from 0 within
// the group: the sums of the last step are most of the work, and are bound by memory.
class Relations {
 public:
  void add(const std::vector<SalientTerm>& weighed, uint32_t family) {
    for (const SalientTerm& weighed_term : weighed) {
      uint32_t& number = numbers_[weighed_term.hash];
      if (number == 0) {
        sizes_.push_back(0);
        number = static_cast<uint32_t>(sizes_.size());
      }
      ++sizes_[number - 1];
      components_.push_back({number - 1, weighed_term.weight});
    }
    ends_.push_back(components_.size());
    families_.push_back(family);
  }

  // Calls use(document, Best) for each, in their order. Two documents are as near to each other either way,
  // so each is compared with those behind it only.
  template <typename Use>
  void find(Use use) {
    list_postings();
    std::vector<Best> best(families_.size());
    std::vector<size_t> next(starts_.begin(), starts_.end() - 1);  // by term: of its postings still to come
    std::vector<float> scores(families_.size(), 0);
    std::vector<uint32_t> touched;
    for (uint32_t i = 0; i < families_.size(); ++i) {
      touched.clear();
      for (size_t c = begin_of(i); c < ends_[i]; ++c) {
        const Component& component = components_[c];
        for (size_t p = ++next[component.term]; p < starts_[component.term + 1]; ++p) {
          const Posting& posting = postings_[p];
          if (scores[posting.document] == 0) touched.push_back(posting.document);
          scores[posting.document] += component.weight * posting.weight;
        }
      }
      for (const uint32_t other : touched) {
        if (families_[other] != families_[i]) {
          best[i].offer({other, scores[other]});
          best[other].offer({i, scores[other]});
        }
        scores[other] = 0;
      }
      use(i, best[i]);
    }
  }

 private:
  struct Component {
    uint32_t term;
    float weight;
  };
  struct Posting {
    uint32_t document;
    float weight;
  };

  size_t begin_of(uint32_t document) const { return document == 0 ? 0 : ends_[document - 1]; }

  void list_postings() {
    starts_.assign(sizes_.size() + 1, 0);
    for (size_t term = 0; term < sizes_.size(); ++term) starts_[term + 1] = starts_[term] + sizes_[term];
    std::vector<size_t> next(starts_.begin(), starts_.end() - 1);
    postings_.resize(components_.size());
    for (uint32_t i = 0; i < families_.size(); ++i) {
      for (size_t c = begin_of(i); c < ends_[i]; ++c)
        postings_[next[components_[c].term]++] = {i, components_[c].weight};
    }
  }

  HashCounts numbers_;           // of distinct terms, from 1
  std::vector<uint32_t> sizes_;  // by term: documents that have it
  std::vector<Component> components_;
  std::vector<size_t> ends_;        // by document: of its components
  std::vector<uint32_t> families_;  // by document
  std::vector<size_t> starts_;      // by term: of its postings; and their end
  std::vector<Posting> postings_;   // by term, then by document
};

}  // namespace

void RelatedFinder::add(uint32_t group, uint32_t family, const std::vector<SalientTerm>& salient) {
  groups_[group].push_back(static_cast<uint32_t>(entries_.size()));
  entries_.push_back({family, terms_.size(), salient.size()});
  terms_.insert(terms_.end(), salient.begin(), salient.end());
}

std::vector<uint32_t> RelatedFinder::find() const {
  Weighing weighing(terms_, entries_.size());
  std::vector<uint32_t> out(entries_.size() * kRelatedCount, 0);
  for (const auto& [group, members] : groups_) {
    Relations relations;
    for (const uint32_t member : members) {
      const Entry& entry = entries_[member];
      relations.add(weighing.weigh(terms_.data() + entry.first, entry.terms), entry.family);
    }
    relations.find([&out, &documents = members](uint32_t document, const Best& best) {
      uint32_t* answer = out.data() + size_t{documents[document]} * kRelatedCount;
      for (const Scored& scored : best) *answer++ = documents[scored.document] + 1;
    });
  }
  return out;
}

}  // namespace signpost
