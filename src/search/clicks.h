// clicks.h - which documents visitors choose for a query, corrected for where these stood: the one thing of
// them that ranking may look at. Tested by tests/unit/search/clicks_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index_reader.h"
#include "search/signals.h"

namespace signpost {

// How many visits chose a document where it stood at this place of the results, from 1.
struct PlacedClicks {
  std::string id;
  std::string lang;
  uint32_t position = 1;
  uint64_t visits = 0;
};

// What is recorded of one query, as it was typed on a page in `lang`.
struct ClickedQuery {
  std::string text;
  std::string lang;
  uint64_t visits = 0;
  std::vector<PlacedClicks> clicks;
};

// Queries none of whose texts so many visits asked, and documents that not so many chose with one text at one
// place, say nothing.
inline constexpr uint64_t kLeastQueryVisits = 30;
inline constexpr uint64_t kLeastClickVisits = 5;

// Safe from many threads.
class ClickTable {
 public:
  // Queries of the same terms and language count as one, once there is enough of one of them.
  explicit ClickTable(const std::vector<ClickedQuery>& recorded);

  // What visitors who asked this chose, of the documents that the index has.
  std::vector<DocumentClicks> find(std::string_view text, const std::string& lang,
                                   const IndexReader& index) const;

  // Of all that it says: equal tables rank equally.
  uint64_t sum() const { return sum_; }
  size_t size() const { return queries_.size(); }

 private:
  struct Chosen {
    std::string id;
    std::string lang;
    ClickSignals clicks;
  };
  std::unordered_map<std::string, std::vector<Chosen>> queries_;
  uint64_t sum_ = 0;
};

}  // namespace signpost
