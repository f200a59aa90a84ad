// outcome_table.cc - see outcome_table.h.
#include "store/outcome_table.h"

#include <algorithm>

#include "base/dates.h"

namespace signpost {
namespace {

constexpr std::string_view kOutcomeNames[] = {"solved", "left", "sent"};
constexpr char kAfterAllDays[] = "9999-12-31";

int64_t& number_of(OutcomeDay& day, Outcome outcome) {
  if (outcome == Outcome::solved) return day.solved;
  return outcome == Outcome::left ? day.left : day.sent;
}

}  // namespace

std::string_view name_of(Outcome outcome) { return kOutcomeNames[static_cast<size_t>(outcome)]; }

std::optional<Outcome> outcome_named(std::string_view name) {
  const auto* const found = std::find(std::begin(kOutcomeNames), std::end(kOutcomeNames), name);
  if (found == std::end(kOutcomeNames)) return std::nullopt;
  return kOutcomes[found - std::begin(kOutcomeNames)];
}

void add_outcomes(SqliteDatabase& database, const std::vector<OutcomeCount>& counts) {
  SqliteStatement add(database,
                      "INSERT INTO outcomes(day, lang, outcome, number) VALUES (?, ?, ?, ?) "
                      "ON CONFLICT(day, lang, outcome) DO UPDATE SET number = outcomes.number + "
                      "excluded.number");
  for (const OutcomeCount& count : counts) {
    add.bind_text(1, count.day).bind_text(2, count.lang).bind_text(3, name_of(count.outcome));
    add.bind_number(4, count.number).step();
    add.reset();
  }
}

void each_outcome_day(SqliteDatabase& database, const std::function<void(const OutcomeDay&)>& use) {
  each_outcome_day(database, "", kAfterAllDays, "", use);
}

void each_outcome_day(SqliteDatabase& database, const std::string& first_day, const std::string& last_day,
                      const std::string& lang, const std::function<void(const OutcomeDay&)>& use) {
  SqliteStatement select(database,
                         "SELECT day, lang, outcome, number FROM outcomes WHERE day BETWEEN ?1 AND ?2 "
                         "AND (?3 = '' OR lang = ?3) ORDER BY day, lang");
  select.bind_text(1, first_day).bind_text(2, last_day).bind_text(3, lang);
  OutcomeDay day;
  while (select.step()) {
    const std::string date = select.text(0), language = select.text(1);
    if (date != day.day || language != day.lang) {
      if (!day.day.empty()) use(day);
      day = {.day = date, .lang = language};
    }
    if (const auto outcome = outcome_named(select.text(2))) number_of(day, *outcome) = select.number(3);
  }
  if (!day.day.empty()) use(day);
}

void OutcomeCounter::add(Outcome outcome, const std::string& lang, int64_t now) {
  const std::string day = format_day(static_cast<uint32_t>(now / kSecondsOfDay));
  const MutexLock lock(mutex_);
  ++counts_[{{day, lang}, outcome}];
}

std::vector<OutcomeCount> OutcomeCounter::take() {
  std::map<Key, int64_t> counts;
  {
    const MutexLock lock(mutex_);
    counts.swap(counts_);
  }
  std::vector<OutcomeCount> taken;
  taken.reserve(counts.size());
  for (const auto& [key, number] : counts)
    taken.push_back({key.first.first, key.first.second, key.second, number});
  return taken;
}

}  // namespace signpost
