// incident_view.h - incidents as pages show them: the banner, entries of their list, their history.
// Tested by tests/unit/pages/incident_pages_test.cc.
#pragma once

#include <vector>

#include "api/incidents_operation.h"
#include "api/json.h"
#include "pages/page_context.h"

namespace signpost {

// {title, lang, dir, lang_badge, url, status, status_label, component, started, updated_label, ...}
Json incident_view(const PageContext& context, const IncidentEntry& entry);
Json incident_views(const PageContext& context, const std::vector<IncidentEntry>& entries);

// The entries of the history, the newest first.
Json history_views(const PageContext& context, const IncidentEntry& entry);

}  // namespace signpost
