// complaint_view.cc - see complaint_view.h.
#include "pages/complaint_view.h"

#include <nlohmann/json.hpp>

#include "api/short_texts.h"
#include "base/dates.h"
#include "content/text_direction.h"

namespace signpost {

Json complaint_view(const PageContext& context, const ComplaintEntry& entry) {
  const Strings& strings = context.strings();
  const Complaint& complaint = entry.complaint;
  const std::string last = strings.date(format_day(complaint.last_day));
  return {{"title", short_title(entry.title)},
          {"heading", short_name(entry.heading)},
          {"url", entry.url},
          {"lang", complaint.place.lang},
          {"dir", text_direction(complaint.place.lang)},
          {"reason", strings.text("feedback_reason_" + std::string(name_of(complaint.reason)))},
          {"step_label",
           complaint.step == 0 ? "" : strings.fill("changed_step", {{"n", std::to_string(complaint.step)}})},
          {"readers", strings.plural("improvements_readers", complaint.count)},
          {"last_label", strings.fill("improvements_last", {{"date", last}})}};
}

}  // namespace signpost
