// making_room.cc - see making_room.h.
#include "net/making_room.h"

#include <algorithm>
#include <functional>
#include <map>
#include <queue>

namespace signpost {
namespace {

using Seconds = std::chrono::duration<double>;

// A connection that may be closed.
struct Candidate {
  uint64_t id = 0;
  size_t bytes = 0;
  double weight = 0;
};

// The candidates of one who pays for them.
class Payer {
 public:
  void add(const Candidate& candidate) {
    candidates_.push_back(candidate);
    std::push_heap(candidates_.begin(), candidates_.end(), is_lighter);
    bytes_ += candidate.bytes;
    weight_ += candidate.weight;
  }
  Candidate take_heaviest() {
    std::pop_heap(candidates_.begin(), candidates_.end(), is_lighter);
    const Candidate heaviest = candidates_.back();
    candidates_.pop_back();
    bytes_ -= heaviest.bytes;
    weight_ -= heaviest.weight;
    return heaviest;
  }
  bool empty() const { return candidates_.empty(); }
  size_t bytes() const { return bytes_; }
  double weight() const { return weight_; }

 private:
  static bool is_lighter(const Candidate& a, const Candidate& b) { return a.weight < b.weight; }

  std::vector<Candidate> candidates_;  // a heap
  size_t bytes_ = 0;
  double weight_ = 0;
};

class Payers {
 public:
  void add(const std::optional<Address>& address, const Candidate& candidate) {
    size_t index = payers_.size();
    if (address) index = by_address_.try_emplace(*address, index).first->second;
    if (index == payers_.size()) payers_.emplace_back();
    payers_[index].add(candidate);
  }
  std::vector<Payer>& all() { return payers_; }

  // The heaviest payer gives up its heaviest, as long as `more` of what was given up last (null before the
  // first) says so.
  void give_up(const std::function<bool(const Candidate* last)>& more) {
    std::priority_queue<std::pair<double, size_t>> by_weight;
    const auto rank = [&](size_t index) {
      if (!payers_[index].empty()) by_weight.emplace(payers_[index].weight(), index);
    };
    for (size_t index = 0; index < payers_.size(); ++index) rank(index);
    Candidate last;
    for (bool go_on = more(nullptr); go_on && !by_weight.empty(); go_on = more(&last)) {
      const size_t index = by_weight.top().second;
      by_weight.pop();
      last = payers_[index].take_heaviest();
      rank(index);
    }
  }

 private:
  std::vector<Payer> payers_;
  std::map<Address, size_t> by_address_;
};

}  // namespace

std::vector<uint64_t> heaviest(const std::vector<Held>& all, size_t total, size_t share) {
  Payers payers;
  size_t left = 0;
  for (const Held& held : all) {
    left += held.bytes;
    if (held.bytes == 0 || held.is_busy) continue;
    payers.add(held.payer, {held.id, held.bytes, static_cast<double>(held.bytes) * (1 + held.rests.count())});
  }
  std::vector<uint64_t> ids;
  const auto close = [&](const Candidate& candidate) {
    ids.push_back(candidate.id);
    left -= candidate.bytes;
  };
  for (Payer& payer : payers.all()) {
    while (payer.bytes() > share) close(payer.take_heaviest());
  }
  payers.give_up([&](const Candidate* last) {
    if (last != nullptr) close(*last);
    return left > total;
  });
  return ids;
}

std::vector<uint64_t> most_crowded(const std::vector<Held>& all, size_t count) {
  constexpr Seconds kLong = std::chrono::minutes(1);  // more than anybody waits
  Payers unanswered;
  Payers answered;
  Payers writing;
  size_t unanswered_count = 0;
  for (const Held& held : all) {
    if (held.is_busy) continue;
    unanswered_count += held.is_new ? 1 : 0;
    Payers& kind = held.is_writing ? writing : held.is_new ? unanswered : answered;
    kind.add(held.payer, {held.id, held.bytes, 1 + std::min(1.0, held.rests / kLong)});
  }
  const bool too_many_new = unanswered_count > all.size() / 2;
  std::vector<uint64_t> ids;
  const auto take = [&](const Candidate* last) {
    if (last != nullptr) ids.push_back(last->id);
    return ids.size() < count;
  };
  for (Payers* kind :
       {too_many_new ? &unanswered : &answered, too_many_new ? &answered : &unanswered, &writing}) {
    if (ids.empty()) kind->give_up(take);
  }
  return ids;
}

}  // namespace signpost
