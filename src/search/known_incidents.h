// known_incidents.h - the incidents of a generation at a moment: which there are, and which a question or a
// page is about. Tested by tests/unit/search/known_incidents_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "content/incident.h"

namespace signpost {

class GeneralWords;

// What readers may be told of incidents for.
struct IncidentQuestion {
  std::string_view text;  // of a query, any bytes; "" for none
  std::vector<std::string_view>
      about{};      // categories and products: of the page, or that a search is narrowed to
  int64_t now = 0;  // seconds since 1970
};

// Why an incident concerns somebody, the strongest reason first.
enum class Concern : uint8_t { query, component, everything };
std::string_view to_string(Concern concern);

struct ConcerningIncident {
  const Incident* incident;  // of the KnownIncidents
  Concern concern;
};

// Immutable, so safe to use from many threads. Without incidents every answer is empty and costs nothing.
class KnownIncidents {
 public:
  // Both must outlive it; `words` are for what is no misspelling.
  KnownIncidents(const std::vector<Incident>& incidents, const GeneralWords& words);
  ~KnownIncidents();
  KnownIncidents(const KnownIncidents&) = delete;
  KnownIncidents& operator=(const KnownIncidents&) = delete;

  bool any() const { return !incidents_.empty(); }

  // Those that have begun at `now`, what began last first: all, or those that readers are told of, with the
  // resolved ones behind the others.
  std::vector<const Incident*> known(int64_t now) const;
  std::vector<const Incident*> active(int64_t now) const;
  // nullptr where there is none that has begun.
  const Incident* find(std::string_view id, int64_t now) const;

  // The active ones that concern this question, the strongest reason first, then as above. By a query: all
  // words of one of the incident's `queries` are in its text, in any order, in whatever form the analyzer
  // makes one; a word of five letters or more may have one letter wrong, unless it is a word as it is. By a
  // component: it is one of `about`. By everything: the incident names no component.
  std::vector<ConcerningIncident> concerning(const IncidentQuestion& question) const;

  // A number that grows whenever an incident begins or leaves by itself: whatever shows incidents and is kept
  // must be kept with it.
  size_t phase(int64_t now) const;

 private:
  struct Pattern;
  bool asks_about(size_t incident, std::string_view text) const;

  const std::vector<Incident>& incidents_;
  const GeneralWords& words_;
  std::vector<std::vector<Pattern>> patterns_;  // by incident
  std::vector<int64_t> moments_;                // ascending
};

}  // namespace signpost
