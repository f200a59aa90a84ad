// complaint_ends.cc - see complaint_ends.h.
#include "service/complaint_ends.h"

#include "api/feedback_operation.h"
#include "base/dates.h"
#include "search/searcher.h"
#include "store/complaint_table.h"
#include "store/store.h"

namespace signpost {
namespace {

int64_t end_by_commits(SqliteDatabase& database, const SourceHistory& history) {
  int64_t ended = 0;
  for (const ComplaintVerdict& verdict : history.verdicts) {
    const auto number = parse_complaint(verdict.item);
    const auto complaint = number ? find_complaint(database, *number) : std::nullopt;
    const auto day = static_cast<uint32_t>(verdict.at / kSecondsOfDay);
    // Nobody ends what nobody has complained about yet: such a number is of another data folder.
    if (!complaint || complaint->first_day > day) continue;
    const ComplaintState state = verdict.fixed ? ComplaintState::fixed : ComplaintState::wont_fix;
    if (end_complaint(database, *number, {state, verdict.revision, verdict.why}, day)) ++ended;
  }
  return ended;
}

std::optional<std::string> sum_at(const Searcher& searcher, const SectionPlace& place) {
  const auto document = searcher.quotable(place.id, place.lang);
  return document ? section_sum(*document, place.anchor) : std::nullopt;
}

}  // namespace

ComplaintEnds end_complaints(Store& store, const Searcher& searcher, int64_t now) {
  ComplaintEnds ends;
  store.write([&](SqliteDatabase& database) {
    ends.by_commits = end_by_commits(database, searcher.history());
    ends.gone = end_gone_complaints(
        database, [&](const SectionPlace& place) { return sum_at(searcher, place).has_value(); },
        static_cast<uint32_t>(now / kSecondsOfDay));
    delete_old_votes(database, [&](const SectionPlace& place, const std::string& sum) {
      return sum_at(searcher, place) == sum;
    });
  });
  return ends;
}

}  // namespace signpost
