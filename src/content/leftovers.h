// leftovers.h - counts the constructs of an author's text that were dropped or not understood, so that none
// is lost without a word. Tested by tests/unit/content/leftovers_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct LeftoverPlace {
  std::string path;  // relative to the source folder
  int line = 0;      // 1-based; 0 when unknown
};

struct LeftoverCount {
  uint64_t count = 0;
  std::vector<LeftoverPlace> places;  // the first kMaxLeftoverPlaces
};

inline constexpr size_t kMaxLeftoverPlaces = 3;

// Bounded, whatever an author wrote: beyond 500 kinds the rest are of the kind "other".
class Leftovers {
 public:
  // `kind` is the construct as its authors know it, without what differs from one use to the next:
  // "{% include %}", "<Widget>", ":::moniker". Of a longer one the first 60 bytes count.
  void add(std::string_view kind, std::string_view path, int line);
  // What was found in another file, or document, behind what is here.
  void add(const Leftovers& others);
  // As it was kept elsewhere.
  void put(std::string_view kind, LeftoverCount count);

  using Kinds = std::map<std::string, LeftoverCount, std::less<>>;
  const Kinds& kinds() const { return kinds_; }
  uint64_t total() const;

 private:
  LeftoverCount& of(std::string_view kind);

  Kinds kinds_;
};

}  // namespace signpost
