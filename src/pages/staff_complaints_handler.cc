// staff_complaints_handler.cc - what readers found wrong, for staff (/staff/complaints), and as files
// (/staff/complaints/complaints.csv, .../complaints.json).
#include <limits>
#include <nlohmann/json.hpp>

#include "api/staff_complaints.h"
#include "base/dates.h"
#include "net/url.h"
#include "pages/complaint_view.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/staff_view.h"
#include "report/complaint_rows.h"

namespace signpost {
namespace {

constexpr size_t kComplaintsPerPage = 25;
constexpr size_t kRevisionLetters = 12;
constexpr std::string_view kAllStates = "all";

// Open ones, where no other state is asked for.
ComplaintQuestion complaint_question(const Parameters& asked) {
  ComplaintQuestion question;
  const std::string state = asked.get("state").value_or("");
  if (state != kAllStates) question.state = complaint_state_named(state).value_or(ComplaintState::open);
  question.lang = asked.get("language").value_or("");  // `lang` is that of the page
  question.owner = asked.get("owner").value_or("");
  return question;
}

std::string complaint_state_label(const PageContext& context, ComplaintState state) {
  if (state == ComplaintState::open) return context.strings().text("complaint_open");
  return context.strings().text("improvements_state_" + std::string(name_of(state)));
}

Json complaint_states(const PageContext& context, std::optional<ComplaintState> chosen) {
  Json choices = Json::array();
  for (const ComplaintState state : kComplaintStates)
    choices.push_back(
        staff_choice(std::string(name_of(state)), complaint_state_label(context, state), chosen == state));
  choices.push_back(staff_choice(std::string(kAllStates), context.strings().text("staff_all"), !chosen));
  return choices;
}

Json text_views(const std::vector<std::string>& texts) {
  Json views = Json::array();
  for (const std::string& text : texts) views.push_back({{"text", text}});
  return views;
}

Json end_view(const PageContext& context, const Complaint& complaint) {
  return {{"why", complaint.end->why},
          {"revision", complaint.end->revision.substr(0, kRevisionLetters)},
          {"day", format_day(complaint.end_day)},
          {"day_label", context.strings().date(format_day(complaint.end_day))}};
}

Json staff_complaint_view(const PageContext& context, const StaffComplaint& shown) {
  const Complaint& complaint = shown.entry.complaint;
  const std::string item = shown_complaint(complaint.number);
  Json view = complaint_view(context, shown.entry);
  view.update({{"item", item},
               {"language_name", language_label(context, complaint.place.lang)},
               {"state_label", complaint_state_label(context, complaint.state())},
               {"is_over", complaint.end.has_value()},
               {"trailer", complaint.end ? "" : "Fixes-Feedback: " + item},
               {"comments", text_views(complaint.comments)},
               {"has_comments", !complaint.comments.empty()}});
  if (complaint.end) view["end"] = end_view(context, complaint);
  if (shown.place)
    view["place"] = {{"file", shown.place->file + ":" + std::to_string(shown.place->line)},
                     {"owners", text_views(shown.place->owners)},
                     {"has_owners", !shown.place->owners.empty()}};
  return view;
}

std::string complaints_file(const Parameters& asked, const char* name) {
  return with_query(std::string(kComplaintsPath) + "/" + name, asked.without("page"));
}

ReportedComplaint reported(const StaffComplaint& shown) {
  if (!shown.place) return {shown.entry.complaint, "", 0, {}};
  return {shown.entry.complaint, shown.place->file, shown.place->line, shown.place->owners};
}

}  // namespace

Response draw_staff_complaints(const PageContext& context) {
  const Parameters& asked = context.request.query;
  const StaffList list = read_staff_list(context, kComplaintsPerPage);
  ComplaintQuestion question = complaint_question(asked);
  question.first = list.question.first;
  question.most = list.question.most;
  const auto all = staff_complaints(context.operation(), question);
  if (std::holds_alternative<Problem>(all)) return staff_error_page(context, 503);
  const auto& found = std::get<ComplaintsFound>(all);
  Json view = staff_view(context, context.strings().text("staff_complaints"));
  Json rows = Json::array();
  for (const StaffComplaint& shown : found.complaints) rows.push_back(staff_complaint_view(context, shown));
  view["has_complaints"] = !rows.empty();
  view["complaints"] = std::move(rows);
  view["complaints_path"] = kComplaintsPath;
  view["csv_url"] = complaints_file(asked, "complaints.csv");
  view["json_url"] = complaints_file(asked, "complaints.json");
  view["count_label"] = context.strings().plural("complaint_count", static_cast<int64_t>(found.total));
  view["states"] = complaint_states(context, question.state);
  add_staff_list(context, list, kComplaintsPath, found.total, found.owners, view);
  return staff_page(context, "staff_complaints", view);
}

Response send_complaint_file(const PageContext& context) {
  const std::string& file = context.arguments.front();
  const bool is_csv = file == "complaints.csv";
  if (!is_csv && file != "complaints.json") return text_response(404, "");
  ComplaintQuestion question = complaint_question(context.request.query);
  question.most = std::numeric_limits<size_t>::max();
  const auto all = staff_complaints(context.operation(), question);
  if (std::holds_alternative<Problem>(all)) return staff_error_page(context, 503);
  std::vector<ReportedComplaint> complaints;
  complaints.reserve(std::get<ComplaintsFound>(all).complaints.size());
  for (const StaffComplaint& shown : std::get<ComplaintsFound>(all).complaints)
    complaints.push_back(reported(shown));
  return is_csv ? staff_file(file, "text/csv", as_csv(complaint_rows(complaints)))
                : staff_file(file, "application/json", complaints_as_json(complaints));
}

}  // namespace signpost
