// connections.cc - see connections.h.
#include "net/connections.h"

#include <algorithm>
#include <map>
#include <queue>

namespace signpost {
namespace {

using Seconds = std::chrono::duration<double>;

// Bytes beside the string itself.
size_t held(const std::string& text) {
  return text.capacity() > std::string().capacity() ? text.capacity() : 0;
}

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

uint64_t Connection::has_taken() const {
  return handed - std::min<uint64_t>(handed, unacknowledged(socket.get()));
}

bool Connection::is_taken() const { return sent == output.size() && unacknowledged(socket.get()) == 0; }

void Connection::note_taken(uint64_t bytes, Time now) {
  taken = bytes;
  taken_at = now;
}

bool Connection::is_taking(size_t least, std::chrono::milliseconds time, Time now) {
  if (const uint64_t bytes = has_taken(); bytes >= taken + least) note_taken(bytes, now);
  deadline = taken_at + time;
  return now < deadline;
}

void Connection::finish_request(size_t size) {
  used += size;
  parser = RequestParser();
  if (used < input.size()) return;
  free_input();
}

void Connection::free_input() {
  std::string().swap(input);
  used = 0;
}

void Connection::free_output() {
  std::string().swap(output);
  sent = 0;
  file = {};
}

uint64_t Connections::add(Connection connection) {
  const uint64_t id = next_id_++;
  by_id_.emplace(id, Entry{std::move(connection)});
  return id;
}

Connection* Connections::find(uint64_t id) {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &found->second.connection;
}

void Connections::close(uint64_t id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return;
  on_close_(found->second.connection);
  buffered_ -= found->second.counted;
  by_id_.erase(found);
}

void Connections::count(uint64_t id, const Connection& connection) {
  Entry& entry = by_id_.at(id);
  const size_t bytes = held(connection.input) + held(connection.output);
  buffered_ = buffered_ - entry.counted + bytes;
  entry.counted = bytes;
}

std::vector<uint64_t> Connections::late(Time now) const {
  std::vector<uint64_t> ids;
  for (const auto& [id, entry] : by_id_) {
    const Connection& connection = entry.connection;
    if (connection.state != ConnectionState::answering && now > connection.deadline) ids.push_back(id);
  }
  return ids;
}

std::vector<uint64_t> Connections::idle() const {
  std::vector<uint64_t> ids;
  for (const auto& [id, entry] : by_id_) {
    if (entry.connection.is_idle()) ids.push_back(id);
  }
  return ids;
}

std::vector<uint64_t> Connections::heaviest(size_t total, size_t share, Time now) const {
  Payers payers;
  for (const auto& [id, entry] : by_id_) {
    const Connection& connection = entry.connection;
    if (entry.counted == 0 || connection.state == ConnectionState::answering) continue;
    const Seconds rest =
        now - (connection.state == ConnectionState::writing ? connection.taken_at : connection.since);
    payers.add(connection.payer,
               {id, entry.counted, static_cast<double>(entry.counted) * (1 + rest.count())});
  }
  std::vector<uint64_t> ids;
  size_t left = buffered_;
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

std::vector<uint64_t> Connections::most_crowded(size_t count, Time now) const {
  constexpr Seconds kLong = std::chrono::minutes(1);  // more than anybody waits
  Payers unanswered;
  Payers answered;
  Payers writing;
  size_t unanswered_count = 0;
  for (const auto& [id, entry] : by_id_) {
    const Connection& connection = entry.connection;
    if (connection.state == ConnectionState::answering) continue;
    const bool is_writing = connection.state == ConnectionState::writing;
    const bool is_new = connection.handed == 0;
    unanswered_count += is_new ? 1 : 0;
    const Seconds rest = now - (is_writing ? connection.taken_at : connection.since);
    Payers& kind = is_writing ? writing : is_new ? unanswered : answered;
    kind.add(connection.payer, {id, entry.counted, 1 + std::min(1.0, rest / kLong)});
  }
  const bool too_many_new = unanswered_count > by_id_.size() / 2;
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
