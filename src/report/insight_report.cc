// insight_report.cc - see insight_report.h.
#include "report/insight_report.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "base/dates.h"
#include "store/outcome_table.h"

namespace signpost {
namespace {

constexpr std::string_view kRefusedFor = "refused:";

struct NamedFigure {
  std::string_view name;
  int64_t InsightFigures::*figure;
};
constexpr NamedFigure kCounted[] = {
    {day_count::kVisits, &InsightFigures::visits},
    {day_count::kSearches, &InsightFigures::searches},
    {day_count::kWithoutResult, &InsightFigures::without_result},
    {day_count::kClicked, &InsightFigures::clicked},
    {day_count::kCorrected, &InsightFigures::corrected},
    {day_count::kAnswered, &InsightFigures::answered},
    {day_count::kRefused, &InsightFigures::refused},
    {day_count::kUnhelpful, &InsightFigures::unhelpful},
    {day_count::kArticleVisits, &InsightFigures::article_visits},
    {day_count::kRead, &InsightFigures::read},
    {day_count::kContactBegun, &InsightFigures::contact_begun},
    {day_count::kContactSent, &InsightFigures::contact_sent},
    {day_count::kNotCounted, &InsightFigures::not_counted},
    {day_count::kDropped, &InsightFigures::dropped},
};
// What is solved is told by the outcomes, which count those who searched for nothing too.
constexpr int64_t InsightFigures::*kOutcomeFigures[] = {&InsightFigures::solved, &InsightFigures::left,
                                                        &InsightFigures::sent};

// Puts figures where they belong, one at a time.
class InsightReckoner {
 public:
  explicit InsightReckoner(InsightReport& report) : report_(report), first_day_(report.question.first_day()) {
    report_.days.resize(static_cast<size_t>(report.question.period));
    for (size_t i = 0; i < report_.days.size(); ++i)
      report_.days[i].day = first_day_ + static_cast<uint32_t>(i);
  }

  void take(const DayCount& count) {
    if (count.what.starts_with(kRefusedFor)) {
      reasons_[count.what.substr(kRefusedFor.size())] += count.number;
      return;
    }
    const auto* const found = std::find_if(std::begin(kCounted), std::end(kCounted),
                                           [&](const NamedFigure& one) { return one.name == count.what; });
    if (found != std::end(kCounted)) add(count.day, count.lang, found->figure, count.number);
  }

  void take(const OutcomeDay& outcomes) {
    const int64_t numbers[] = {outcomes.solved, outcomes.left, outcomes.sent};
    for (size_t i = 0; i < std::size(numbers); ++i)
      add(parse_day(outcomes.day), outcomes.lang, kOutcomeFigures[i], numbers[i]);
  }

  void finish() {
    report_.languages.reserve(languages_.size());
    for (const auto& [lang, figures] : languages_) {
      report_.languages.push_back({lang, figures});
      report_.total.add(figures);
    }
    std::stable_sort(report_.languages.begin(), report_.languages.end(),
                     [](const auto& a, const auto& b) { return a.figures.searches > b.figures.searches; });
    report_.refusals.reserve(reasons_.size());
    for (const auto& [reason, number] : reasons_) report_.refusals.push_back({reason, number});
    std::stable_sort(report_.refusals.begin(), report_.refusals.end(),
                     [](const auto& a, const auto& b) { return a.number > b.number; });
  }

 private:
  void add(uint32_t day, const std::string& lang, int64_t InsightFigures::*figure, int64_t number) {
    if (day < first_day_ || day - first_day_ >= report_.days.size()) return;
    report_.days[day - first_day_].figures.*figure += number;
    languages_[lang].*figure += number;
  }

  InsightReport& report_;
  const uint32_t first_day_;
  std::map<std::string, InsightFigures> languages_;
  std::map<std::string, int64_t> reasons_;
};

void read_events(SqliteDatabase& events, InsightReckoner& reckoner, InsightReport& report) {
  const InsightQuestion& asked = report.question;
  each_day_count(events, asked.first_day(), asked.today, asked.lang,
                 [&](const DayCount& count) { reckoner.take(count); });
  const auto queries = [&](QueryOrder order) {
    return leading_queries(events, asked.period, asked.lang, order, asked.most, asked.least_visits);
  };
  report.asked = queries(QueryOrder::searches);
  report.without_result = queries(QueryOrder::without_result);
  report.without_click = queries(QueryOrder::without_click);
  report.refused = queries(QueryOrder::refused);
  report.contact = leading_articles(events, asked.period, asked.lang, asked.most);
}

}  // namespace

void InsightFigures::add(const InsightFigures& figures) {
  for (const NamedFigure& one : kCounted) this->*one.figure += figures.*one.figure;
  for (const auto figure : kOutcomeFigures) this->*figure += figures.*figure;
}

InsightReport read_insights(SqliteDatabase* events, SqliteDatabase& requests,
                            const InsightQuestion& question) {
  InsightReport report;
  report.question = question;
  InsightReckoner reckoner(report);
  if (events != nullptr) read_events(*events, reckoner, report);
  each_outcome_day(requests, format_day(question.first_day()), format_day(question.today), question.lang,
                   [&](const OutcomeDay& day) { reckoner.take(day); });
  reckoner.finish();
  return report;
}

int64_t per_mille(int64_t part, int64_t whole) {
  if (whole <= 0) return 0;
  return std::llround(1000.0 * static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace signpost
