// complaint_rows.cc - see complaint_rows.h.
#include "report/complaint_rows.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/dates.h"

namespace signpost {
namespace {

using ComplaintJson = nlohmann::ordered_json;

ReportCell known_text(const std::string& text) { return text.empty() ? ReportCell() : ReportCell(text); }

ReportCell known_number(int64_t number) { return number == 0 ? ReportCell() : ReportCell(number); }

std::string in_one_cell(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += between;
    all += text;
  }
  return all;
}

ComplaintJson json_of(const ReportedComplaint& reported) {
  const Complaint& complaint = reported.complaint;
  ComplaintJson json = {{"item", shown_complaint(complaint.number)},
                        {"state", name_of(complaint.state())},
                        {"id", complaint.place.id},
                        {"lang", complaint.place.lang},
                        {"anchor", complaint.place.anchor},
                        {"step", complaint.step},
                        {"reason", name_of(complaint.reason)},
                        {"readers", complaint.count},
                        {"first", format_day(complaint.first_day)},
                        {"last", format_day(complaint.last_day)},
                        {"comments", complaint.comments},
                        {"section_sha256", complaint.section_sum},
                        {"revision", complaint.revision}};
  if (complaint.end) {
    json["ended"] = format_day(complaint.end_day);
    json["end_revision"] = complaint.end->revision;
    json["end_why"] = complaint.end->why;
  }
  if (!reported.file.empty()) {
    json["file"] = reported.file;
    json["line"] = reported.line;
    json["owners"] = reported.owners;
  }
  return json;
}

}  // namespace

ReportTable complaint_rows(const std::vector<ReportedComplaint>& complaints) {
  ReportTable table{
      .name = "complaints",
      .columns = {"item", "state", "lang", "id", "anchor", "step", "reason", "readers", "first", "last",
                  "file", "line", "owners", "revision", "ended", "end_revision", "end_why", "comments"},
      .rows = {}};
  table.rows.reserve(complaints.size());
  for (const ReportedComplaint& reported : complaints) {
    const Complaint& complaint = reported.complaint;
    const ComplaintEnd end = complaint.end.value_or(ComplaintEnd());
    table.rows.push_back(
        {shown_complaint(complaint.number), std::string(name_of(complaint.state())), complaint.place.lang,
         complaint.place.id, known_text(complaint.place.anchor), known_number(complaint.step),
         std::string(name_of(complaint.reason)), complaint.count, format_day(complaint.first_day),
         format_day(complaint.last_day), known_text(reported.file), known_number(reported.line),
         known_text(in_one_cell(reported.owners, " ")), known_text(complaint.revision),
         complaint.end ? ReportCell(format_day(complaint.end_day)) : ReportCell(), known_text(end.revision),
         known_text(end.why), known_text(in_one_cell(complaint.comments, "\n"))});
  }
  return table;
}

std::string complaints_as_json(const std::vector<ReportedComplaint>& complaints) {
  ComplaintJson json = ComplaintJson::array();
  for (const ReportedComplaint& complaint : complaints) json.push_back(json_of(complaint));
  return json.dump(2, ' ', false, ComplaintJson::error_handler_t::replace) + "\n";
}

}  // namespace signpost
