// staff_insights.cc - see staff_insights.h.
#include "api/staff_insights.h"

#include <utility>

#include "base/dates.h"
#include "base/error.h"
#include "store/event_store.h"
#include "store/store.h"

namespace signpost {

std::variant<InsightReport, Problem> staff_insights(const OperationContext& context,
                                                    InsightQuestion question) {
  question.today = static_cast<uint32_t>(context.now / kSecondsOfDay);
  InsightReport report;
  const auto read = [&](SqliteDatabase* events) {
    context.store->read(
        [&](SqliteDatabase& requests) { report = read_insights(events, requests, question); });
  };
  try {
    const bool any =
        context.events != nullptr && context.events->read([&](SqliteDatabase& events) { read(&events); });
    if (!any) read(nullptr);
  } catch (const Error&) {
    return Problem{503, "The counts can't be read. Try again in a moment."};
  }
  return report;
}

}  // namespace signpost
