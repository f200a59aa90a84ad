// run_report.cc - megabytes have a million bytes.
#include "indexer/run_report.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <tuple>

#include "base/printable.h"
#include "indexer/counts.h"

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMaxKindsPrinted = 20;

std::string decimal(double number, int places) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", places, number);
  return text;
}

// The most frequent first.
std::vector<const Leftovers::Kinds::value_type*> by_frequency(const Leftovers& leftovers) {
  std::vector<const Leftovers::Kinds::value_type*> kinds;
  for (const auto& kind : leftovers.kinds()) kinds.push_back(&kind);
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto* a, const auto* b) { return a->second.count > b->second.count; });
  return kinds;
}

double megabytes(uint64_t bytes) { return static_cast<double>(bytes) / 1e6; }

// " (.md 12, .mdx 3)", where not all are .md.
std::string named_endings(const RunReport& report) {
  const bool only_md =
      report.by_ending.empty() || (report.by_ending.size() == 1 && report.by_ending.count(".md") > 0);
  return only_md ? "" : " (" + printable(list_of(report.by_ending)) + ")";
}

std::string named_place(const LeftoverPlace& place) {
  const std::string line = place.line > 0 ? ":" + std::to_string(place.line) : "";
  return printable(place.path) + line;
}

// What the articles were read as, and what of them is not shown, the most frequent first.
void print_dialects(const RunReport& report, std::ostream& out) {
  if (!report.dialects.empty()) {
    out << "Read as written for ";
    for (const std::string& name : report.dialects)
      out << (name == report.dialects.front() ? "" : ", ") << name;
    out << "\n";
  }
  if (report.leftovers.total() == 0) return;
  out << "Dropped or not understood: " << counted(report.leftovers.total(), "construct", "constructs")
      << " of " << counted(report.leftovers.kinds().size(), "kind", "kinds") << "\n";
  size_t shown = 0;
  for (const auto* kind : by_frequency(report.leftovers)) {
    if (++shown > kMaxKindsPrinted) break;
    out << "  " << printable(kind->first) << " " << grouped(kind->second.count) << " (";
    const char* separator = "";
    for (const LeftoverPlace& place : kind->second.places) {
      out << separator << named_place(place);
      separator = ", ";
    }
    out << (kind->second.count > kind->second.places.size() ? ", ...)\n" : ")\n");
  }
  if (shown > kMaxKindsPrinted) {
    out << "  ... and " << grouped(report.leftovers.kinds().size() - kMaxKindsPrinted)
        << " more kinds (--report FILE has them all)\n";
  }
}

// Null without an embedder.
Json json_of_meaning(const RunReport& report) {
  if (report.meaning) {
    return {{"sections", report.meaning->sections},
            {"missing", report.meaning->missing},
            {"asked", report.meaning->asked},
            {"terms", report.meaning->terms},
            {"warning", report.meaning->warning}};
  }
  if (!report.meaning_cost) return nullptr;
  return {{"passages_to_ask", report.meaning_cost->passages},
          {"queries_to_ask", report.meaning_cost->queries},
          {"characters_to_send", report.meaning_cost->characters}};
}

void print_meaning(const RunReport& report, std::ostream& out) {
  if (report.meaning) {
    out << "Meaning of " << counted(report.meaning->sections, "section", "sections") << ", "
        << grouped(report.meaning->terms) << " terms; the embedder was asked for "
        << counted(report.meaning->asked, "text", "texts") << "\n";
  }
  if (report.meaning_cost) {
    const MeaningCost& cost = *report.meaning_cost;
    out << "The embedder would be asked for " << counted(cost.passages, "passage", "passages") << " and "
        << counted(cost.queries, "query", "queries") << ", " << grouped(cost.characters)
        << " characters together\n";
  }
}

double cpu_seconds(const rusage& usage) {
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

void note_usage(RunReport& report) {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  report.peak_memory = static_cast<size_t>(usage.ru_maxrss) * 1024;
  report.cpu_seconds = cpu_seconds(usage);
  ::getrusage(RUSAGE_CHILDREN, &usage);
  report.cpu_seconds += cpu_seconds(usage);
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.path, a.line, a.column) < std::tie(b.path, b.line, b.column);
  });
}

void keep_first(std::vector<Diagnostic>& diagnostics) {
  std::set<std::tuple<std::string, int, int, std::string, std::string>> known;
  std::erase_if(diagnostics, [&](const Diagnostic& d) {
    return !known.emplace(d.path, d.line, d.column, d.rule, d.message).second;
  });
}

void print_diagnostics(const std::vector<Diagnostic>& diagnostics, size_t limit, std::ostream& out) {
  const std::pair<Severity, const char*> groups[] = {
      {Severity::error, ""}, {Severity::warning, "warnings"}, {Severity::note, "notes"}};
  for (const auto& [severity, name] : groups) {
    size_t seen = 0;
    for (const Diagnostic& diagnostic : diagnostics) {
      if (diagnostic.severity != severity) continue;
      if (severity == Severity::error || seen < limit) out << to_string(diagnostic) << '\n';
      ++seen;
    }
    if (severity != Severity::error && seen > limit) {
      out << "... and " << grouped(seen - limit) << " more " << name << " (--report FILE has them all)\n";
    }
  }
}

void print_summary(const RunReport& report, std::ostream& out) {
  if (report.not_published.empty()) {
    out << "Published " << report.generation << ": " << counted(report.documents, "document", "documents");
    if (report.documents > 0)
      out << " (" << list_of(report.by_kind) << "; " << list_of(report.by_language) << ")";
    out << ", " << counted(report.sections, "section", "sections") << ", "
        << counted(report.terms, "term", "terms") << ", "
        << counted(report.asset_files, "other file", "other files");
    if (report.incidents > 0) out << ", " << counted(report.incidents, "incident", "incidents");
    out << "\n";
  }
  out << "Read " << counted(report.files.markdown, "Markdown file", "Markdown files") << named_endings(report)
      << ": " << grouped(report.files_indexed) << " indexed, " << grouped(report.files.left_out)
      << " left out, " << counted(report.files.drafts, "draft", "drafts") << ", "
      << grouped(report.files.excluded) << " excluded";
  if (report.files.incidents > 0) out << ", " << grouped(report.files.incidents) << " of incidents";
  if (report.files.internal > 0) out << ", " << grouped(report.files.internal) << " internal";
  out << "\n";
  if (report.staff) {
    out << "Published " << report.staff->generation
        << " for staff: " << counted(report.staff->documents, "document", "documents") << ", "
        << grouped(report.staff->internal.whole) << " internal, " << grouped(report.staff->internal.parts)
        << " with internal parts\n";
  }
  out << "Rendered " << (report.full_because.empty() ? "what changed, " : "everything, ")
      << counted(report.rendered, "document", "documents");
  if (!report.full_because.empty()) out << ": " << report.full_because;
  out << "\n";
  out << "Found " << counted_by_rule(report.diagnostics, Severity::error) << ", "
      << counted_by_rule(report.diagnostics, Severity::warning) << ", "
      << counted(count_of(report.diagnostics, Severity::note), "note", "notes") << "\n";
  print_meaning(report, out);
  print_dialects(report, out);
  const double seconds = std::max(report.total_seconds, 1e-6);
  out << "Took " << decimal(report.total_seconds, 2) << " s for "
      << decimal(megabytes(report.source_bytes), 2) << " MB of Markdown ("
      << decimal(megabytes(report.source_bytes) / seconds, 1) << " MB/s)";
  if (report.not_published.empty())
    out << "; the generation has " << decimal(megabytes(report.index_bytes), 2) << " MB";
  out << "\n";
}

namespace {

Json json_of_staff(const RunReport& report) {
  if (!report.staff) return nullptr;
  return {{"generation", report.staff->generation},
          {"documents", report.staff->documents},
          {"internal", report.staff->internal.whole},
          {"with_internal_parts", report.staff->internal.parts}};
}

}  // namespace

std::string report_to_json(const RunReport& report) {
  Json seconds = {{"total", report.total_seconds}};
  for (const auto& [phase, time] : report.seconds) seconds[phase] = time;
  Json rules = Json::object();
  Json diagnostics = Json::array();
  for (const Diagnostic& d : report.diagnostics) {
    Json& count = rules[to_string(d.severity)][d.rule];
    count = count.is_null() ? 1 : count.get<uint64_t>() + 1;
    diagnostics.push_back({{"severity", to_string(d.severity)},
                           {"path", d.path},
                           {"line", d.line},
                           {"column", d.column},
                           {"rule", d.rule},
                           {"message", d.message}});
  }
  Json leftovers = Json::array();
  for (const auto* kind : by_frequency(report.leftovers)) {
    Json places = Json::array();
    for (const LeftoverPlace& place : kind->second.places) {
      places.push_back({{"path", place.path}, {"line", place.line}});
    }
    leftovers.push_back({{"kind", kind->first}, {"count", kind->second.count}, {"places", places}});
  }
  const double rate = megabytes(report.source_bytes) / std::max(report.total_seconds, 1e-6);
  const Json json = {
      {"published", report.not_published.empty()},
      {"not_published", report.not_published},
      {"generation", report.generation},
      {"source", report.source},
      {"output", report.output},
      {"documents",
       {{"total", report.documents}, {"by_kind", report.by_kind}, {"by_language", report.by_language}}},
      {"rendered", {{"documents", report.rendered}, {"full_because", report.full_because}}},
      {"dialects", report.dialects},
      {"leftovers", leftovers},
      {"staff", json_of_staff(report)},
      {"incidents", report.incidents},
      {"sections", report.sections},
      {"terms", report.terms},
      {"meaning", json_of_meaning(report)},
      {"files",
       {{"markdown", report.files.markdown},
        {"indexed", report.files_indexed},
        {"left_out", report.files.left_out},
        {"drafts", report.files.drafts},
        {"excluded", report.files.excluded},
        {"of_incidents", report.files.incidents},
        {"internal", report.files.internal},
        {"by_ending", report.by_ending},
        {"copied", report.asset_files}}},
      {"bytes",
       {{"markdown", report.source_bytes}, {"copied", report.asset_bytes}, {"index", report.index_bytes}}},
      {"seconds", seconds},
      {"cpu_seconds", report.cpu_seconds},
      {"mb_per_second", rate},
      {"processes", {{"workers", report.workers}, {"writers", report.writers}}},
      {"peak_memory",
       {{"indexer", report.peak_memory},
        {"worker", report.worker_peak_memory},
        {"writer", report.writer_peak_memory}}},
      {"errors", count_of(report.diagnostics, Severity::error)},
      {"warnings", count_of(report.diagnostics, Severity::warning)},
      {"notes", count_of(report.diagnostics, Severity::note)},
      {"by_rule", rules},
      {"diagnostics", diagnostics}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace signpost
