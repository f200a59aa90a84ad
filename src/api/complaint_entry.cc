// complaint_entry.cc - see complaint_entry.h.
#include "api/complaint_entry.h"

#include "api/addresses.h"

namespace signpost {

ComplaintEntry complaint_entry(const OperationContext& context, const Complaint& complaint) {
  ComplaintEntry entry{complaint, complaint.place.id, "", ""};
  const auto document = context.searcher().quotable(complaint.place.id, complaint.place.lang);
  if (!document) return entry;
  entry.title = document->meta().title;
  const std::string& anchor = complaint.place.anchor;
  const auto section = anchor.empty() ? std::nullopt : document->find_section(anchor);
  if (section) entry.heading = document->meta().sections[*section].heading;
  entry.url = page_url(document->url(), section ? anchor : "");
  return entry;
}

}  // namespace signpost
