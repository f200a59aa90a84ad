// leftovers.cc - counts the constructs that were dropped or not understood.
// Tested by tests/unit/content/leftovers_test.cc.
#include "content/leftovers.h"

#include "base/utf8.h"

namespace signpost {
namespace {

constexpr size_t kMaxKinds = 500;
constexpr size_t kMaxKindBytes = 60;

void add_places(const std::vector<LeftoverPlace>& from, std::vector<LeftoverPlace>& to) {
  for (const LeftoverPlace& place : from) {
    if (to.size() < kMaxLeftoverPlaces) to.push_back(place);
  }
}

}  // namespace

LeftoverCount& Leftovers::of(std::string_view kind) {
  std::string name(kind.substr(0, kMaxKindBytes));
  scrub_utf8(name);
  if (const auto found = kinds_.find(name); found != kinds_.end()) return found->second;
  if (kinds_.size() >= kMaxKinds) return kinds_["other"];
  return kinds_[std::move(name)];
}

void Leftovers::add(std::string_view kind, std::string_view path, int line) {
  put(kind, {1, {{std::string(path), line}}});
}

void Leftovers::add(const Leftovers& others) {
  for (const auto& [kind, count] : others.kinds_) put(kind, count);
}

void Leftovers::put(std::string_view kind, LeftoverCount count) {
  LeftoverCount& own = of(kind);
  own.count += count.count;
  add_places(count.places, own.places);
}

uint64_t Leftovers::total() const {
  uint64_t total = 0;
  for (const auto& [kind, count] : kinds_) total += count.count;
  return total;
}

}  // namespace signpost
