// complaint_listing.h - what readers found wrong, as writers read it on a terminal, as other programs do, and
// as code hosts show it beside the lines of articles. Tested by tests/unit/desk/complaint_listing_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/source_place.h"
#include "store/complaint.h"

namespace signpost {

struct ListedComplaint {
  Complaint complaint;
  std::optional<SourcePlace> place;  // nullopt: nobody looked, or the generation has no such section
};

// The list of complaint_rows.h.
std::string complaints_as_json(const std::vector<ListedComplaint>& complaints);
// The rows of complaint_rows.h.
std::string complaints_as_csv(const std::vector<ListedComplaint>& complaints);
// A paragraph for each, which can't steer a terminal.
std::string complaints_as_text(const std::vector<ListedComplaint>& complaints);

// Whether annotations have what readers wrote: who sees them may be more than who works on the articles.
enum class ShownComments { none, first };

// As content/annotations.h writes them; those without a place are left out.
std::string complaints_as_sarif(const std::vector<ListedComplaint>& complaints, ShownComments comments);
std::string complaints_as_github(const std::vector<ListedComplaint>& complaints, ShownComments comments);

}  // namespace signpost
