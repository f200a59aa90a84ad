// event_message.h - what another system is told of one event, in the words of every kind of delivery.
// Tested by tests/unit/delivery/event_message_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/outbox_table.h"
#include "store/request.h"

namespace signpost {

// The help centre, as far as links need it.
struct DeliverySite {
  std::string url;  // "https://help.example.com"; "" where it is not known
  std::string default_language = "en";
  std::vector<std::string> languages = {"en"};
};

struct EventMessage {
  std::string id;  // of the event
  EventKind kind = EventKind::request_received;
  StateChange change;  // the state that the request had then
  StoredRequest
      request;  // as it was when this happened, but for who has it and what it goes on in: as they are
  DeliverySite site;
  int64_t at = 0;             // when it happened, in seconds since 1970
  RequestAnswer answer = {};  // that it is about, if it is about one
};

// Later changes are taken away: each event tells its own state, however late it is told.
EventMessage event_message(const DueEvent& event, StoredRequest request, DeliverySite site);

// One line: the code, and how the message begins, or what has become of it.
std::string subject_of(const EventMessage& message);
// What the visitor gave to be answered at, where that is one e-mail address; else "".
std::string mail_address_of(const RequestDraft& draft);

// By name what a template (body_template.h) can put in: id, kind, time, code, state, url, lang, reply_to,
// email, name, product, subject, message, assignee, merged_into, answer and text, which is all that is known.
// "" where there is nothing.
using EventFields = std::map<std::string, std::string, std::less<>>;
EventFields event_fields(const EventMessage& message);
bool is_event_field(std::string_view name);

// A CloudEvent 1.0 in JSON (github.com/cloudevents/spec).
inline constexpr std::string_view kCloudEventsType = "application/cloudevents+json; charset=utf-8";
std::string cloudevents_body(const EventMessage& message);

}  // namespace signpost
