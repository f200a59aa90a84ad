// diff.cc - see diff.h.
#include "release/diff.h"

#include <algorithm>
#include <ostream>

#include "base/file_io.h"
#include "release/diff_markdown.h"
#include "release/diff_report.h"
#include "release/opened_generation.h"

namespace signpost {
namespace {

struct Queries {
  std::vector<GoldenQuery> golden;
  std::vector<RecordedQuery> recorded;
};

Queries read_queries(const DiffOptions& options, int64_t least_visits) {
  Queries queries;
  for (const std::string& path : options.queries) {
    if (path.ends_with(".yaml") || path.ends_with(".yml")) {
      for (GoldenQuery& query : parse_golden(read_file(path), path))
        queries.golden.push_back(std::move(query));
    } else {
      for (RecordedQuery& query : read_recorded(path, least_visits))
        queries.recorded.push_back(std::move(query));
    }
  }
  if (queries.recorded.size() > options.top) queries.recorded.resize(options.top);
  return queries;
}

// The report shows texts, so the more careful one of both sites counts.
int64_t needed_visits(const OpenedGeneration& before, const OpenedGeneration& after) {
  return std::max(before.searcher().site().insights.least_visits,
                  after.searcher().site().insights.least_visits);
}

std::string rendered(const DiffReport& report, DiffFormat format) {
  switch (format) {
    case DiffFormat::json:
      return to_json(report);
    case DiffFormat::markdown:
      return to_markdown(report);
    case DiffFormat::text:
      break;
  }
  return to_text(report);
}

}  // namespace

int run_diff(const DiffOptions& options, std::ostream& out) {
  const HeldSignals signals;
  const OpenedGeneration before(options.before, signals, options.sha256);
  const OpenedGeneration after(options.after, signals, options.sha256);
  const Queries queries = read_queries(options, needed_visits(before, after));
  const DiffReport report{
      before.name(), after.name(), compare_documents(before.searcher(), after.searcher()),
      compare_queries(before.searcher(), after.searcher(), queries.golden, queries.recorded, options.depth)};
  signals.check();
  out << rendered(report, options.format);
  return report.queries.golden_broken > 0 ? 1 : 0;
}

}  // namespace signpost
