// incidents_operation.h - the known incidents, and which of them a page or a question is about.
// Tested by tests/unit/api/incidents_operation_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/operation.h"
#include "search/known_incidents.h"

namespace signpost {

// An incident as a visitor's language has it. What it points to lives as long as the generation.
struct IncidentEntry {
  const Incident* incident = nullptr;
  const IncidentText* text = nullptr;
  std::string url;             // path of its page, percent-encoded
  std::string component_name;  // of a category in the visitor's language; "" for everything
  bool active = false;
  std::optional<Concern> concern;  // why it is shown beside something else
};

struct IncidentsParameters {
  bool active = false;  // only those
  uint32_t page = 1;
  uint32_t per_page = 20;
};

struct IncidentList {
  uint64_t total = 0;
  uint32_t page = 1;
  uint32_t per_page = 20;
  uint64_t pages = 0;
  std::vector<IncidentEntry> incidents;  // what began last comes first
};

IncidentList incidents(const OperationContext& context, const IncidentsParameters& asked);
// All active ones, for the page that everything starts from.
std::vector<IncidentEntry> active_incidents(const OperationContext& context);
// The active ones that concern a text that was asked, categories and products: see KnownIncidents.
std::vector<IncidentEntry> incidents_concerning(const OperationContext& context, std::string_view text,
                                                std::vector<std::string_view> about);
std::optional<IncidentEntry> incident(const OperationContext& context, std::string_view id);

// Whether readers know of any, so that pages lead to their list.
bool has_incidents(const OperationContext& context);

Operation incidents_operation();

}  // namespace signpost
