// gap_report.cc - see gap_report.h.
#include "report/gap_report.h"

#include <utility>

#include "base/dates.h"
#include "base/printable.h"
#include "report/gap_lines.h"
#include "store/request_work.h"

namespace signpost {
namespace {

constexpr size_t kExamplesOfRow = 3;

std::string examples_of(const std::vector<GapExample>& examples, size_t most) {
  std::string text;
  for (size_t i = 0; i < examples.size() && i < most; ++i) text += (i == 0 ? "" : "; ") + examples[i].text;
  return text;
}

ReportCell text_or_none(const std::string& text) { return text.empty() ? ReportCell() : ReportCell(text); }

}  // namespace

ShownGap with_requests(SqliteDatabase& database, Gap gap) {
  ShownGap shown{std::move(gap), {}};
  shown.requests = requests_of_item(database, shown_gap(shown.gap.number), kMostOfGap);
  shown.sent = sources_sent_for_gap(database, shown.gap.number, kMostOfGap);
  return shown;
}

ReportTable gap_rows(const std::vector<ShownGap>& gaps) {
  ReportTable table{
      .name = "gaps",
      .columns = {"gap", "state", "lang", "visits_lost", "visits", "without_result", "without_click",
                  "refused", "unhelpful", "contact", "queries", "nearest", "proof", "examples"},
      .rows = {}};
  table.rows.reserve(gaps.size());
  for (const ShownGap& shown : gaps) {
    const Gap& gap = shown.gap;
    table.rows.push_back({shown_gap(gap.number), std::string(name_of(gap.state)), gap.lang, gap.sums.lost,
                          gap.sums.visits, gap.sums.without_result, gap.sums.without_click, gap.sums.refused,
                          gap.sums.unhelpful, gap.sums.contact, static_cast<int64_t>(gap.queries.size()),
                          text_or_none(gap.nearest.empty() ? "" : gap.nearest.front().id),
                          text_or_none(gap.proof ? gap.proof->id : ""),
                          text_or_none(examples_of(shown.examples, kExamplesOfRow))});
  }
  return table;
}

std::string describe_gap(const ShownGap& shown) {
  const Gap& gap = shown.gap;
  std::string text = shown_gap(gap.number) + "  " + std::string(name_of(gap.state)) + "  " + gap.lang + "\n" +
                     std::to_string(gap.sums.lost) + " of " + std::to_string(gap.sums.visits) +
                     " visits lost, in " + std::to_string(gap.queries.size()) + " queries\n";
  for (const GapExample& example : shown.examples)
    text +=
        "  " + std::to_string(example.visits) + "  " + example.lang + "  " + printable(example.text) + "\n";
  if (shown.examples.size() < gap.queries.size())
    text += "  " + std::to_string(gap.queries.size() - shown.examples.size()) +
            " more, which too few visits asked to be shown\n";
  text += "nearest articles:\n";
  for (const GapArticle& article : gap.nearest)
    text += "  " + article.lang + "/" + printable(article.id) + "  " + printable(article.title) + "\n";
  for (const SentSource& one : shown.sent)
    text += "sent " + std::to_string(one.times) + (one.times == 1 ? " time: " : " times: ") +
            one.source.lang + "/" + printable(one.source.id) +
            (one.source.anchor.empty() ? "" : "#" + printable(one.source.anchor)) + ", helped " +
            std::to_string(one.helped) + "\n";
  for (const std::string& code : shown.requests) text += "found in request " + code + "\n";
  if (gap.proof) text += "proven by " + gap.proof->lang + "/" + printable(gap.proof->id) + "\n";
  text += "history:\n";
  for (const GapChange& change : gap.changes)
    text += "  " + format_time(change.at) + "  " + std::string(name_of(change.state)) +
            (change.author.empty() ? "" : "  " + printable(change.author)) + "\n";
  text += "a line for synonyms/" + gap.lang + ".txt:\n  " + printable(synonym_line(gap, shown.examples)) +
          "\nan entry for best_bets in queries.yaml:\n" + printable(best_bet_lines(gap, shown.examples)) +
          "\n";
  return text;
}

}  // namespace signpost
