// outcome_listing.cc - see outcome_listing.h.
#include "desk/outcome_listing.h"

#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/printable.h"

namespace signpost {
namespace {

constexpr char kWhatTheyAre[] =
    "\nsolved: somebody pressed \"This solved it\", or \"Yes\" below an answer.\n"
    "left: the form to people was opened, and left without either. Browsers without scripts, or that ask "
    "not\n"
    "to be counted (Sec-GPC, DNT), are not in it; who comes back and leaves again is in it twice.\n"
    "sent: requests that came from the form.\n"
    "The three are no parts of a whole: of those who left, nobody knows why.\n";

void list_as_text(const std::vector<OutcomeDay>& days, std::ostream& out) {
  out << "day         lang    solved    left    sent\n";
  for (const OutcomeDay& day : days) {
    out << printable(day.day) << "  " << std::left << std::setw(6) << printable(day.lang) << std::right
        << std::setw(8) << day.solved << std::setw(8) << day.left << std::setw(8) << day.sent << "\n";
  }
  out << kWhatTheyAre;
}

void list_as_json(const std::vector<OutcomeDay>& days, std::ostream& out) {
  auto list = nlohmann::ordered_json::array();
  for (const OutcomeDay& day : days)
    list.push_back({{"day", day.day},
                    {"lang", day.lang},
                    {"solved", day.solved},
                    {"left", day.left},
                    {"sent", day.sent}});
  out << printable_json(list.dump()) << "\n";
}

// Days and codes of languages have nothing that would need quotation marks.
void list_as_csv(const std::vector<OutcomeDay>& days, std::ostream& out) {
  out << "day,lang,solved,left,sent\r\n";
  for (const OutcomeDay& day : days)
    out << day.day << ',' << day.lang << ',' << day.solved << ',' << day.left << ',' << day.sent << "\r\n";
}

}  // namespace

void list_outcomes(const std::vector<OutcomeDay>& days, ListingFormat format, std::ostream& out) {
  if (format == ListingFormat::json) return list_as_json(days, out);
  if (format == ListingFormat::csv) return list_as_csv(days, out);
  list_as_text(days, out);
}

}  // namespace signpost
