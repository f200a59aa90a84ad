// judged_queries.cc - reads queries.tsv and qrels.tsv.
#include "eval/judged_queries.h"

#include <charconv>
#include <sstream>

#include "base/error.h"
#include "eval/lines.h"

namespace signpost {
namespace {

[[noreturn]] void fail(const std::string& path, int line, const std::string& what) {
  throw Error(ErrorKind::usage, path + ":" + std::to_string(line) + ": error: " + what);
}

std::vector<std::string> split(std::string_view line, std::string_view separators) {
  std::vector<std::string> out;
  for (size_t at = line.find_first_not_of(separators); at != std::string_view::npos;) {
    const size_t end = std::min(line.find_first_of(separators, at), line.size());
    out.emplace_back(line.substr(at, end - at));
    at = line.find_first_not_of(separators, end);
  }
  return out;
}

}  // namespace

Queries parse_queries(std::string_view text, const std::string& path) {
  Queries queries;
  each_line(text, [&](std::string_view line, int number) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) fail(path, number, "a query's line is: id, tab, text");
    queries.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  });
  return queries;
}

Qrels parse_qrels(std::string_view text, const std::string& path) {
  Qrels qrels;
  each_line(text, [&](std::string_view line, int number) {
    const std::vector<std::string> fields =
        split(line, line.find('\t') != std::string_view::npos ? "\t" : " ");
    if (fields.size() != 3 && fields.size() != 4)
      fail(path, number, "a judgment has three fields, or TREC's four");
    const std::string& gain_text = fields.back();
    int gain = 0;
    const auto [end, error] = std::from_chars(gain_text.data(), gain_text.data() + gain_text.size(), gain);
    if (error != std::errc() || end != gain_text.data() + gain_text.size()) {
      fail(path, number, "the gain \"" + gain_text + "\" is no whole number");
    }
    qrels[fields[0]][fields[fields.size() - 2]] = gain;
  });
  return qrels;
}

RunFile parse_run(std::string_view text, const std::string& path) {
  RunFile run;
  each_line(text, [&](std::string_view line, int number) {
    const std::vector<std::string> fields = split(line, " \t");
    if (fields.size() != 6) fail(path, number, "a line of a run has six fields");
    run[fields[0]].push_back(fields[2]);
  });
  return run;
}

std::string format_run(
    const std::vector<std::pair<std::string, std::vector<std::pair<std::string, double>>>>& run) {
  std::ostringstream out;
  for (const auto& [qid, hits] : run) {
    int rank = 0;
    for (const auto& [id, score] : hits)
      out << qid << " Q0 " << id << ' ' << ++rank << ' ' << score << " signpost\n";
  }
  return out.str();
}

}  // namespace signpost
