// complaint_ends.cc - see complaint_ends.h.
#include "service/complaint_ends.h"

#include <algorithm>
#include <vector>

#include "api/feedback_operation.h"
#include "base/dates.h"
#include "search/searcher.h"
#include "store/complaint_table.h"
#include "store/store.h"

namespace signpost {
namespace {

// What a generation ends: looked up before anything is written, so that no visitor's write waits for it.
struct Ending {
  int64_t number;
  ComplaintEnd end;
  uint32_t day;
};

// When a commit was made says the clock of whoever made it, which may be anything.
std::vector<Ending> ended_by_commits(SqliteDatabase& database, const SourceHistory& history, int64_t now) {
  std::vector<Ending> ended;
  for (const ComplaintVerdict& verdict : history.verdicts) {
    const auto number = parse_complaint(verdict.item);
    const auto complaint = number ? find_complaint(database, *number) : std::nullopt;
    const auto day = static_cast<uint32_t>(std::clamp<int64_t>(verdict.at, 0, now) / kSecondsOfDay);
    // Nobody ends what nobody has complained about yet: such a number is of another data folder.
    if (!complaint || complaint->end || complaint->first_day > day) continue;
    const ComplaintState state = verdict.fixed ? ComplaintState::fixed : ComplaintState::wont_fix;
    ended.push_back({*number, {state, verdict.revision, verdict.why}, day});
  }
  return ended;
}

std::optional<std::string> sum_at(const Searcher& searcher, const SectionPlace& place) {
  const auto document = searcher.quotable(place.id, place.lang);
  return document ? section_sum(*document, place.anchor) : std::nullopt;
}

}  // namespace

ComplaintEnds end_complaints(Store& store, const Searcher& searcher, int64_t now) {
  const auto today = static_cast<uint32_t>(now / kSecondsOfDay);
  std::vector<Ending> by_commits;
  std::vector<Ending> gone;
  std::vector<VotedText> old;
  store.read([&](SqliteDatabase& database) {
    by_commits = ended_by_commits(database, searcher.history(), now);
    each_complaint(database, ComplaintState::open, [&](const Complaint& complaint) {
      if (!sum_at(searcher, complaint.place))
        gone.push_back({complaint.number, {ComplaintState::gone, "", ""}, today});
    });
    old = voted_texts(database);
  });
  std::erase_if(old, [&](const VotedText& text) { return sum_at(searcher, text.place) == text.section_sum; });
  if (by_commits.empty() && gone.empty() && old.empty()) return {};
  ComplaintEnds ends;
  store.write([&](SqliteDatabase& database) {
    ends = {};
    const auto end = [&](const Ending& one) { return end_complaint(database, one.number, one.end, one.day); };
    ends.by_commits = std::count_if(by_commits.begin(), by_commits.end(), end);
    ends.gone = std::count_if(gone.begin(), gone.end(), end);
    for (const VotedText& text : old) delete_votes(database, text);
  });
  return ends;
}

}  // namespace signpost
