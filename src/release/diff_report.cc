// diff_report.cc - text and JSON; Markdown has its own rules and file.
#include "release/diff_report.h"

#include <nlohmann/json.hpp>

#include "base/printable.h"

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

std::string counted(size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void add_documents(const std::vector<DocumentChange>& changes, char sign, std::string& out) {
  for (const DocumentChange& change : changes) {
    out += std::string("  ") + sign + " " + change.url + "  " + printable(change.title);
    if (!change.parts.empty()) out += "  (" + joined(change.parts) + ")";
    out += "\n";
  }
}

std::string right(size_t rank) {
  const std::string text = rank == 0 ? "-" : std::to_string(rank);
  return std::string(text.size() < 5 ? 5 - text.size() : 0, ' ') + text;
}

std::string origin_of(const QueryChange& change) {
  if (change.line == 0) return "recorded " + counted(change.count, "time", "times");
  std::string text = "golden, line " + std::to_string(change.line);
  if (change.passed_before && !change.passes_now) text += ", fails now";
  if (!change.passed_before && change.passes_now) text += ", passes now";
  if (!change.passed_before && !change.passes_now) text += ", fails as before";
  return text;
}

void add_query(const QueryChange& change, std::string& out) {
  out += "\n  " + printable(change.text) + (change.lang.empty() ? "" : " [" + change.lang + "]") + "  (" +
         origin_of(change) + ")\n    old  new\n";
  for (const MovedDocument& row : change.rows) {
    out += "  " + right(row.old_rank) + right(row.new_rank) + "  " + printable(row.id) + " [" +
           printable(row.lang) + "]  " + printable(row.title);
    if (const std::string note = meaning_note(row); !note.empty()) out += "  (" + note + ")";
    out += "\n";
  }
}

Json changes_json(const std::vector<DocumentChange>& changes) {
  Json list = Json::array();
  for (const DocumentChange& change : changes) {
    list.push_back({{"id", change.id},
                    {"lang", change.lang},
                    {"kind", change.kind},
                    {"title", change.title},
                    {"url", change.url}});
    if (!change.parts.empty()) list.back()["parts"] = change.parts;
  }
  return list;
}

Json rank_json(size_t rank) { return rank == 0 ? Json(nullptr) : Json(rank); }

Json query_json(const QueryChange& change) {
  Json rows = Json::array();
  for (const MovedDocument& row : change.rows) {
    rows.push_back({{"id", row.id},
                    {"lang", row.lang},
                    {"title", row.title},
                    {"old_rank", rank_json(row.old_rank)},
                    {"new_rank", rank_json(row.new_rank)},
                    {"old_by_meaning", row.old_by_meaning},
                    {"new_by_meaning", row.new_by_meaning}});
  }
  Json json = {{"query", change.text}, {"lang", change.lang}};
  if (change.line == 0) {
    json["source"] = "recorded";
    json["count"] = change.count;
  } else {
    json["source"] = "golden";
    json["line"] = change.line;
    json["passed_before"] = change.passed_before;
    json["passes_now"] = change.passes_now;
  }
  json["results"] = std::move(rows);
  return json;
}

}  // namespace

std::string to_text(const DiffReport& report) {
  const DocumentDiff& documents = report.documents;
  const QueryDiff& queries = report.queries;
  std::string out = "Documents: " + std::to_string(documents.added.size()) + " added, " +
                    std::to_string(documents.changed.size()) + " changed, " +
                    std::to_string(documents.removed.size()) + " removed (" +
                    std::to_string(documents.old_count) + " before, " + std::to_string(documents.new_count) +
                    " now)\n";
  add_documents(documents.added, '+', out);
  add_documents(documents.changed, '~', out);
  add_documents(documents.removed, '-', out);
  if (!documents.lost_urls.empty()) {
    out += "\nAddresses that nothing answers any more: " + std::to_string(documents.lost_urls.size()) + "\n";
    for (const std::string& url : documents.lost_urls) out += "  " + url + "\n";
  }
  if (!documents.taken_urls.empty()) {
    out += "\nAddresses that show another article now: " + std::to_string(documents.taken_urls.size()) + "\n";
    for (const TakenUrl& taken : documents.taken_urls) {
      out += "  " + printable(taken.url) + "  " + printable(taken.title) + "  (" +
             printable(taken.former_title) + " is at " + printable(taken.former_url) + ")\n";
    }
  }
  if (queries.golden + queries.recorded == 0) return out;
  out += "\nQueries: the first results of " + std::to_string(queries.changed.size()) + " of " +
         std::to_string(queries.golden) + " golden and " + std::to_string(queries.recorded) +
         " recorded ones change; " +
         counted(queries.golden_broken, "golden query fails", "golden queries fail") + " now, " +
         counted(queries.golden_mended, "passes", "pass") + " again\n";
  for (const QueryChange& change : queries.changed) add_query(change, out);
  return out;
}

std::string to_json(const DiffReport& report) {
  const DocumentDiff& documents = report.documents;
  Json changed = Json::array();
  for (const QueryChange& change : report.queries.changed) changed.push_back(query_json(change));
  Json taken = Json::array();
  for (const TakenUrl& url : documents.taken_urls) {
    taken.push_back({{"url", url.url},
                     {"title", url.title},
                     {"former_title", url.former_title},
                     {"former_url", url.former_url}});
  }
  const Json json = {{"old", {{"name", report.old_name}, {"documents", documents.old_count}}},
                     {"new", {{"name", report.new_name}, {"documents", documents.new_count}}},
                     {"added", changes_json(documents.added)},
                     {"changed", changes_json(documents.changed)},
                     {"removed", changes_json(documents.removed)},
                     {"lost_urls", documents.lost_urls},
                     {"taken_urls", std::move(taken)},
                     {"queries",
                      {{"golden", report.queries.golden},
                       {"recorded", report.queries.recorded},
                       {"golden_broken", report.queries.golden_broken},
                       {"golden_mended", report.queries.golden_mended},
                       {"changed", std::move(changed)}}}};
  return printable_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace signpost
