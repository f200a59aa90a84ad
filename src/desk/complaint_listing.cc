// complaint_listing.cc - see complaint_listing.h.
#include "desk/complaint_listing.h"

#include <nlohmann/json.hpp>

#include "base/dates.h"
#include "base/printable.h"

namespace signpost {
namespace {

using ComplaintJson = nlohmann::ordered_json;

ComplaintJson json_of(const Complaint& complaint) {
  ComplaintJson json = {{"item", shown_complaint(complaint.number)},
                        {"state", name_of(complaint.state())},
                        {"id", complaint.place.id},
                        {"lang", complaint.place.lang},
                        {"anchor", complaint.place.anchor},
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
  return json;
}

std::string paragraph_of(const Complaint& complaint) {
  const SectionPlace& place = complaint.place;
  std::string text =
      shown_complaint(complaint.number) + "  " + std::string(name_of(complaint.state())) + "  " +
      printable(place.lang + "/" + place.id + (place.anchor.empty() ? "" : "#" + place.anchor)) + "  " +
      std::string(name_of(complaint.reason)) + "  " + std::to_string(complaint.count) +
      (complaint.count == 1 ? " reader" : " readers") + ", last " + format_day(complaint.last_day) + "\n";
  for (const std::string& comment : complaint.comments) text += "    " + printable(comment) + "\n";
  if (complaint.end && !complaint.end->revision.empty())
    text += "    ended by " + printable(complaint.end->revision.substr(0, 12)) +
            (complaint.end->why.empty() ? "" : ": " + printable(complaint.end->why)) + "\n";
  return text;
}

}  // namespace

std::string complaints_as_json(const std::vector<Complaint>& complaints) {
  ComplaintJson json = ComplaintJson::array();
  for (const Complaint& complaint : complaints) json.push_back(json_of(complaint));
  return json.dump(2, ' ', false, ComplaintJson::error_handler_t::replace) + "\n";
}

std::string complaints_as_text(const std::vector<Complaint>& complaints) {
  std::string text;
  for (const Complaint& complaint : complaints) text += paragraph_of(complaint);
  return text;
}

}  // namespace signpost
