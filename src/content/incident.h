// incident.h - a known incident as readers are told of it: what it concerns, how it stands, what happened
// when. Tested by tests/unit/content/incident_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/zoned_time.h"

namespace signpost {

// In the order in which most incidents go through them.
enum class IncidentStatus : uint8_t { investigating, identified, monitoring, resolved };
inline constexpr IncidentStatus kIncidentStatuses[] = {IncidentStatus::investigating,
                                                       IncidentStatus::identified, IncidentStatus::monitoring,
                                                       IncidentStatus::resolved};

// The words of front matter, addresses and JSON, and back, in any case.
std::string_view to_string(IncidentStatus status);
std::optional<IncidentStatus> parse_incident_status(std::string_view word);

// One entry of the history.
struct IncidentUpdate {
  ZonedTime time;
  std::optional<IncidentStatus> status;  // that its heading names
  std::string heading;                   // what else the heading says, plain; "" for nothing
  std::string html;                      // sanitised; ids in it begin with anchor_of(time)
  std::string text;                      // the same, plain
  bool operator==(const IncidentUpdate&) const = default;
};

// An incident as one of its files tells it.
struct IncidentText {
  std::string lang;
  std::string title;
  std::string html;                     // what stands above the history; "" for nothing
  std::vector<IncidentUpdate> updates;  // the newest first, no two of one time
  bool operator==(const IncidentText&) const = default;
};

// What a visitor may ask who is hit by it: all words of it, in any order.
struct IncidentQuery {
  std::string lang;
  std::string text;
  bool operator==(const IncidentQuery&) const = default;
};

struct Incident {
  std::string id;
  std::string component;  // the id of a category or the name of a product; "" for everything
  IncidentStatus status = IncidentStatus::investigating;
  ZonedTime started;
  std::optional<ZonedTime> resolved;  // set when it is resolved
  std::optional<ZonedTime> until;     // no banner from then on
  std::vector<IncidentQuery> queries;
  std::vector<IncidentText> texts;  // the first one's language is what stands in for all that lack one
  bool operator==(const Incident&) const = default;
};

// A resolved incident is shown as such for so long, unless it says `until`. Seconds.
inline constexpr int64_t kShownResolved = 24 * 60 * 60;

// Readers are told of it in [started, shown_until): later it is history, earlier nothing of it is known.
// nullopt: until somebody changes it.
std::optional<int64_t> shown_until(const Incident& incident);
bool is_known(const Incident& incident, int64_t now);
bool is_active(const Incident& incident, int64_t now);

// "update-2026-11-29-1405", by the clock of the time's zone.
std::string anchor_of(const ZonedTime& time);

// The text in `lang` or its nearest variant, else the first.
const IncidentText& text_in(const Incident& incident, std::string_view lang);

// One entry of the history as readers of a language get it.
struct ShownUpdate {
  const IncidentUpdate* update;  // of the incident
  std::string_view lang;         // that it is written in
};

// The newest first. Where text_in() lacks an update that the first text has, that one stands there: a history
// with a gap would tell less than one in two languages.
std::vector<ShownUpdate> history_in(const Incident& incident, std::string_view lang);

// When it was last told of: the time of the newest update of any language, or of its beginning.
ZonedTime last_update(const Incident& incident);

}  // namespace signpost
