// contact_view.h - what the contact page shows of the channels, and what search engines read of them.
// Tested by tests/unit/pages/contact_view_test.cc.
#pragma once

#include <string>
#include <vector>

#include "api/channels_operation.h"
#include "api/json.h"
#include "pages/page_context.h"

namespace signpost {

// Of contact.html: kind, icon, name, text, open or why not, until when, where it leads, for whom it is.
Json channel_views(const PageContext& context, const std::vector<ChannelEntry>& channels);

// The hours of a week as people read them: days of equal times together, from Monday on, "Mon–Fri" with
// "09:00–12:00, 13:00–18:00".
Json week_views(const Strings& strings, const std::vector<OpenHours>& hours);

// schema.org as JSON-LD, safe inside a <script> element: an Organization with a ContactPoint for each channel
// that leads somewhere, with OpeningHoursSpecification of its hours and of the holidays ahead.
std::string contact_data(const PageContext& context, const std::vector<ChannelEntry>& channels);

}  // namespace signpost
