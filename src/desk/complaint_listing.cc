// complaint_listing.cc - see complaint_listing.h.
#include "desk/complaint_listing.h"

#include <iterator>
#include <string_view>

#include "base/dates.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "content/annotations.h"
#include "report/complaint_rows.h"

#ifndef SIGNPOST_VERSION
#define SIGNPOST_VERSION "unknown"
#endif

namespace signpost {
namespace {

std::vector<ReportedComplaint> reported(const std::vector<ListedComplaint>& complaints) {
  std::vector<ReportedComplaint> rows;
  rows.reserve(complaints.size());
  for (const auto& [complaint, place] : complaints) {
    rows.push_back({complaint, "", 0, {}});
    if (place) rows.back() = {complaint, place->file, place->line, place->owners};
  }
  return rows;
}

std::string in_readers(int64_t count) {
  return std::to_string(count) + (count == 1 ? " reader" : " readers");
}

std::string section_of(const Complaint& complaint) {
  const SectionPlace& place = complaint.place;
  return place.lang + "/" + place.id + (place.anchor.empty() ? "" : "#" + place.anchor) +
         (complaint.step == 0 ? "" : " step " + std::to_string(complaint.step));
}

std::string place_line(const SourcePlace& place) {
  std::string text = "    " + place.file + ":" + std::to_string(place.line);
  for (const std::string& owner : place.owners) text += "  " + owner;
  return printable(text) + "\n";
}

std::string paragraph_of(const ListedComplaint& listed) {
  const Complaint& complaint = listed.complaint;
  std::string text = shown_complaint(complaint.number) + "  " + std::string(name_of(complaint.state())) +
                     "  " + printable(section_of(complaint)) + "  " + std::string(name_of(complaint.reason)) +
                     "  " + in_readers(complaint.count) + ", last " + format_day(complaint.last_day) + "\n";
  if (listed.place) text += place_line(*listed.place);
  // Behind a mark: GitHub takes a line with nothing but spaces before "::error" for a command.
  for (const std::string& comment : complaint.comments) text += "    - " + printable(comment) + "\n";
  if (complaint.end && !complaint.end->revision.empty())
    text += "    ended by " + printable(complaint.end->revision.substr(0, 12)) +
            (complaint.end->why.empty() ? "" : ": " + printable(complaint.end->why)) + "\n";
  return text;
}

constexpr size_t kMaxShownComment = 300;  // bytes

constexpr std::string_view kWhatReadersSay[] = {"it is outdated", "it is hard to follow", "it is wrong",
                                                "something is missing",
                                                "it is not what they were looking for"};
static_assert(std::size(kWhatReadersSay) == std::size(kComplaintReasons));

std::string_view what_readers_say(ComplaintReason reason) {
  return kWhatReadersSay[static_cast<size_t>(reason)];
}

// One line, and no link of SARIF's.
std::string shown_comment(const std::string& comment) {
  std::string shown = comment.substr(0, whole_characters(comment, kMaxShownComment));
  for (char& c : shown) c = c == '\n' || c == '\r' ? ' ' : c == '[' ? '(' : c == ']' ? ')' : c;
  return shown + (shown.size() < comment.size() ? " ..." : "");
}

std::string message_of(const Complaint& complaint, ShownComments comments) {
  const std::string item = shown_complaint(complaint.number);
  std::string message = in_readers(complaint.count) + (complaint.count == 1 ? " says" : " say") + " that " +
                        std::string(what_readers_say(complaint.reason));
  if (complaint.step > 0) message += ", at step " + std::to_string(complaint.step);
  message += ".";
  if (comments == ShownComments::first && !complaint.comments.empty())
    message += " \"" + shown_comment(complaint.comments.front()) + "\"";
  if (!complaint.end)
    message += " End it with the trailer \"Fixes-Feedback: " + item + "\", or \"Wontfix-Feedback: " + item +
               " why\".";
  return message;
}

std::string rule_of(ComplaintReason reason) { return "complaint-" + std::string(name_of(reason)); }

std::vector<Annotation> annotations_of(const std::vector<ListedComplaint>& complaints,
                                       ShownComments comments) {
  std::vector<Annotation> annotations;
  annotations.reserve(complaints.size());
  for (const auto& [complaint, place] : complaints) {
    if (!place) continue;
    const std::string item = shown_complaint(complaint.number);
    annotations.push_back({.severity = complaint.end ? Severity::note : Severity::warning,
                           .rule = rule_of(complaint.reason),
                           .title = item + " " + std::string(name_of(complaint.reason)),
                           .message = item + ": " + message_of(complaint, comments),
                           .file = place->file,
                           .line = place->line,
                           .column = 0,
                           .fingerprint = item});
  }
  return annotations;
}

AnnotatingTool desk_tool() {
  AnnotatingTool tool{"signpost-desk", SIGNPOST_VERSION, {}};
  tool.rules.reserve(std::size(kComplaintReasons));
  for (const ComplaintReason reason : kComplaintReasons) {
    tool.rules.push_back({.id = rule_of(reason),
                          .description = "Readers say that " + std::string(what_readers_say(reason)),
                          .help = "See /en/articles/hear-from-readers in the documentation of Signpost.",
                          .help_url = "",
                          .severity = Severity::warning,
                          .is_on = true});
  }
  return tool;
}

}  // namespace

std::string complaints_as_json(const std::vector<ListedComplaint>& complaints) {
  return complaints_as_json(reported(complaints));
}

std::string complaints_as_csv(const std::vector<ListedComplaint>& complaints) {
  return as_csv(complaint_rows(reported(complaints)));
}

std::string complaints_as_text(const std::vector<ListedComplaint>& complaints) {
  std::string text;
  for (const ListedComplaint& complaint : complaints) text += paragraph_of(complaint);
  return text;
}

std::string complaints_as_sarif(const std::vector<ListedComplaint>& complaints, ShownComments comments) {
  return annotations_to_sarif(desk_tool(), annotations_of(complaints, comments));
}

std::string complaints_as_github(const std::vector<ListedComplaint>& complaints, ShownComments comments) {
  return annotations_to_github(annotations_of(complaints, comments));
}

}  // namespace signpost
