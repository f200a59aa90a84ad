// outcome_table.h - what became of questions, counted by day and language and of nobody in particular: three
// figures that are never added up. The SQL of them, and what is counted between two writes.
// Tested by tests/unit/store/outcome_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/mutex.h"
#include "sqlite/database.h"

namespace signpost {

enum class Outcome {
  solved,  // somebody said so
  left,    // the form to people was opened, and left without either
  sent     // to people
};
inline constexpr Outcome kOutcomes[] = {Outcome::solved, Outcome::left, Outcome::sent};

// "solved" ...; and back.
std::string_view name_of(Outcome outcome);
std::optional<Outcome> outcome_named(std::string_view name);

struct OutcomeCount {
  std::string day;  // "2026-11-30", in UTC
  std::string lang;
  Outcome outcome = Outcome::solved;
  int64_t number = 0;
  bool operator==(const OutcomeCount&) const = default;
};

void add_outcomes(SqliteDatabase& database, const std::vector<OutcomeCount>& counts);

// One day in one language.
struct OutcomeDay {
  std::string day;
  std::string lang;
  int64_t solved = 0;
  int64_t left = 0;
  int64_t sent = 0;
};
// The oldest first.
void each_outcome_day(SqliteDatabase& database, const std::function<void(const OutcomeDay&)>& use);
// Of these days, both included; `lang` "" for all languages.
void each_outcome_day(SqliteDatabase& database, const std::string& first_day, const std::string& last_day,
                      const std::string& lang, const std::function<void(const OutcomeDay&)>& use);

// In memory, so that many share one write. Safe to use from many threads.
class OutcomeCounter {
 public:
  // `lang`: one of the site's, or others could fill the memory. `now`: seconds since 1970.
  void add(Outcome outcome, const std::string& lang, int64_t now) EXCLUDES(mutex_);
  // All that was counted; then begins anew.
  std::vector<OutcomeCount> take() EXCLUDES(mutex_);

 private:
  using Key = std::pair<std::pair<std::string, std::string>, Outcome>;

  Mutex mutex_;
  std::map<Key, int64_t> counts_ GUARDED_BY(mutex_);
};

}  // namespace signpost
