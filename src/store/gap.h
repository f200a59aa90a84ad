// gap.h - what visitors looked for and didn't find, as one thing in all the ways in which they asked for it.
// Tested by tests/unit/store/gap_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

enum class GapState {
  open,
  answered,  // a generation finds something else for it; visitors have yet to prove it
  closed,    // they did
  not_topic  // staff say so
};
inline constexpr GapState kGapStates[] = {GapState::open, GapState::answered, GapState::closed,
                                          GapState::not_topic};

// "open", "answered", "closed", "not-topic"; and back.
std::string_view name_of(GapState state);
std::optional<GapState> gap_state_named(std::string_view name);

// "G-12"; and back, in small letters too: nullopt for anything else.
std::string shown_gap(int64_t number);
std::optional<int64_t> parse_gap(std::string_view text);

// Of the days that were reckoned with, of all its queries together. A visit can be lost in several ways.
struct GapSums {
  int64_t visits = 0;
  int64_t lost = 0;  // of these, that found nothing that helped them
  int64_t without_result = 0;
  int64_t without_click = 0;
  int64_t refused = 0;
  int64_t unhelpful = 0;
  int64_t contact = 0;
  bool operator==(const GapSums&) const = default;
};

// What a search finds for a query, to tell whether it finds something else later.
struct GapFinding {
  bool found = false;  // anything with its words
  int64_t first = 0;   // a sum of what came first
  int64_t score = 0;   // of that, in thousandths
  bool operator==(const GapFinding&) const = default;
};

// Its text is where searches are counted, and nowhere else.
struct GapQuery {
  int64_t key = 0;  // query_key()
  int64_t visits = 0;
  int64_t lost = 0;
  GapFinding before;  // when the gap was opened
  int64_t rank = 0;   // of the article that closed the gap, from 1; 0: not found, or not looked for
  bool operator==(const GapQuery&) const = default;
};

struct GapArticle {
  std::string id;
  std::string lang;
  std::string title;
  bool operator==(const GapArticle&) const = default;
};

struct GapChange {
  GapState state = GapState::open;
  int64_t at = 0;          // seconds since 1970
  std::string generation;  // that was served
  std::string author;      // "" for Signpost itself
  bool operator==(const GapChange&) const = default;
};

struct Gap {
  int64_t number = 0;  // 0: it has none yet
  GapState state = GapState::open;
  std::string lang;  // of the query that lost most visits when the gap was found
  GapSums sums;
  int64_t least_visits = 5;         // that a query needs for its text to be shown
  std::vector<GapQuery> queries;    // the most visits lost first
  std::vector<GapArticle> nearest;  // that are found now, best first
  std::vector<GapChange> changes;   // oldest first
  std::optional<GapArticle> proof;  // that visitors chose, once it is closed

  bool operator==(const Gap&) const = default;
  // The generation from which on visits say whether the state is right; "" where there is none.
  std::string generation() const { return changes.empty() ? std::string() : changes.back().generation; }
};

// A text that enough visits asked to be shown.
struct GapExample {
  std::string lang;
  std::string text;
  int64_t visits = 0;
  int64_t rank = 0;
  bool operator==(const GapExample&) const = default;
};

}  // namespace signpost
