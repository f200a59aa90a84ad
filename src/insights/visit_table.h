// visit_table.h - what is known of the visits of these hours, so that what they do is put together: in memory
// alone. Tested by tests/unit/insights/tally_test.cc.
#pragma once

#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "insights/visit_keys.h"
#include "store/event_tables.h"

namespace signpost {

// A search that something may still become of.
struct OpenSearch {
  SearchRow row;
  uint32_t day = 0;
  std::string lang;
  uint64_t text_sum = 0;     // of the normalised text, whatever the language
  bool is_first = true;      // of its query in this visit
  std::string refusal = {};  // "" for none
  int64_t at = 0;            // when it was last asked
  bool asked_once = true;
  uint32_t quoted = 0;  // the sum of the article that the answer is from; 0 for none
  // Sums of the articles that were shown, and where.
  std::vector<std::pair<uint32_t, uint16_t>> shown = {};
};

// What this visit did with an article, each of which counts once.
enum VisitDid : uint8_t {
  kDidVisit = 1,
  kDidRead = 2,
  kDidBegin = 4,
  kDidSend = 8,
  kDidHelpful = 16,
  kDidUnhelpful = 32
};

struct Visit {
  uint64_t key = 0;
  int64_t number = 0;
  int64_t last_seen = 0;
  uint32_t counted_day = 0;                           // on which it was counted as a visit
  std::vector<OpenSearch> searches = {};              // the newest last
  std::string last_text = {};                         // of that one
  std::vector<std::pair<int64_t, uint8_t>> did = {};  // by document
  int64_t last_document = 0;                          // that was shown; 0 for none
  int64_t last_document_at = 0;
};

// Takes a bounded amount of memory: those that were seen least lately go.
class VisitTable {
 public:
  static constexpr int64_t kLasts = 8 * 3600;  // seconds since it was last seen
  static constexpr size_t kMostVisits = 50'000;
  static constexpr size_t kMostSearches = 16;   // of one visit that are open
  static constexpr size_t kMostOpen = 200'000;  // of all visits: some 80 MB with what they show
  static constexpr size_t kMostDocuments = 64;  // of one visit that count

  // `next`: the number that the next visit gets.
  explicit VisitTable(int64_t next) : next_(next) {}

  // The visit that these are the sums of, by now a new one perhaps. Lives until the next call.
  Visit& at(const VisitSums& sums, int64_t now);
  size_t size() const { return by_key_.size(); }

  // The newest search of a visit, in place of its oldest where it has enough.
  void add(Visit& visit, OpenSearch search);
  void drop_newest(Visit& visit);
  void forget_searches();
  // Those that have ended, and the ones seen least lately where there are too many.
  void forget(int64_t now);

 private:
  using Visits = std::list<Visit>;

  int64_t next_;
  size_t open_ = 0;  // searches of all visits
  Visits visits_;    // the one seen last in front
  std::unordered_map<uint64_t, Visits::iterator> by_key_;
};

}  // namespace signpost
