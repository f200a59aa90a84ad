// event_message.cc - see event_message.h.
#include "delivery/event_message.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "api/addresses.h"
#include "base/ascii.h"
#include "base/dates.h"
#include "base/utf8.h"
#include "content/contact_settings.h"
#include "store/request_json.h"
#include "store/request_text.h"

namespace signpost {
namespace {

constexpr size_t kSubjectBytes = 100;

std::string first_line(const std::string& message) {
  const std::string_view text = trimmed(message);
  const std::string_view line = text.substr(0, text.find('\n'));
  const size_t size = whole_characters(line, kSubjectBytes);
  return std::string(line.substr(0, size)) + (size < text.size() ? "…" : "");
}

// In the language of the request where the site has that.
std::string request_link(const EventMessage& message) {
  const std::vector<std::string>& known = message.site.languages;
  const std::string& lang = message.request.draft.lang;
  const bool has_it = std::find(known.begin(), known.end(), lang) != known.end();
  return message.site.url + request_url(message.request.code, has_it ? lang : message.site.default_language);
}

std::string what_happened(const EventMessage& message) {
  const StoredRequest& request = message.request;
  switch (message.kind) {
    case EventKind::request_received:
    case EventKind::answer_to_customer:
      return first_line(request.draft.message);
    case EventKind::request_assigned:
      return "assigned to " + (request.assignee.empty() ? "nobody" : request.assignee);
    case EventKind::request_merged:
      return "goes on in " + (request.merged_into.empty() ? "no other" : request.merged_into);
    case EventKind::request_state_changed:
    case EventKind::request_answered:
      break;
  }
  return std::string(name_of(message.change.state));
}

nlohmann::ordered_json answer_json(const EventMessage& message) {
  const QuotedSource& source = message.answer.source;
  nlohmann::ordered_json json = {{"author", message.answer.author}, {"text", message.answer.text}};
  if (!source.id.empty())
    json["source"] = {
        {"id", source.id}, {"lang", source.lang}, {"anchor", source.anchor}, {"title", source.title}};
  return json;
}

}  // namespace

EventMessage event_message(const DueEvent& event, StoredRequest request, DeliverySite site) {
  while (request.changes.size() > 1 && request.changes.back() != event.change) request.changes.pop_back();
  std::erase_if(request.answers, [&](const RequestAnswer& one) { return one.at > event.happened_at; });
  RequestAnswer answer;
  for (const RequestAnswer& one : request.answers) {
    if (one.number == event.answer) answer = one;
  }
  return {event.id,        event.kind,        event.change,     std::move(request),
          std::move(site), event.happened_at, std::move(answer)};
}

std::string subject_of(const EventMessage& message) {
  return "[" + message.request.code + "] " + what_happened(message);
}

std::string mail_address_of(const RequestDraft& draft) {
  const std::string address(trimmed(draft.reply_to));
  return mail_url(address) ? address : "";
}

EventFields event_fields(const EventMessage& message) {
  const RequestDraft& draft = message.request.draft;
  return {{"id", message.id},
          {"kind", std::string(name_of(message.kind))},
          {"time", format_time(message.at)},
          {"code", message.request.code},
          {"state", std::string(name_of(message.change.state))},
          {"url", request_link(message)},
          {"lang", draft.lang},
          {"reply_to", draft.reply_to},
          {"email", mail_address_of(draft)},
          {"name", draft.name},
          {"product", draft.product},
          {"subject", subject_of(message)},
          {"message", draft.message},
          {"assignee", message.request.assignee},
          {"merged_into", message.request.merged_into},
          {"answer", message.answer.text},
          {"text", request_text(message.request, message.site.url)}};
}

bool is_event_field(std::string_view name) {
  static const EventFields kNamed = [] {
    EventMessage message;
    message.request.changes.resize(1);
    return event_fields(message);
  }();
  return kNamed.find(name) != kNamed.end();
}

std::string cloudevents_body(const EventMessage& message) {
  const RequestDraft& draft = message.request.draft;
  nlohmann::ordered_json data = {{"code", message.request.code},
                                 {"state", name_of(message.change.state)},
                                 {"url", request_link(message)},
                                 {"lang", draft.lang},
                                 {"reply_to", draft.reply_to},
                                 {"name", draft.name},
                                 {"product", draft.product},
                                 {"message", draft.message},
                                 {"packet", packet_json(draft.packet)},
                                 {"text", request_text(message.request, message.site.url)}};
  if (!message.request.assignee.empty()) data["assignee"] = message.request.assignee;
  if (message.request.is_merged) data["merged_into"] = message.request.merged_into;
  if (!message.answer.text.empty()) data["answer"] = answer_json(message);
  const nlohmann::ordered_json event = {{"specversion", "1.0"},
                                        {"id", message.id},
                                        {"source", message.site.url.empty() ? "/" : message.site.url},
                                        {"type", name_of(message.kind)},
                                        {"subject", message.request.code},
                                        {"time", format_time(message.at)},
                                        {"datacontenttype", "application/json"},
                                        {"data", std::move(data)}};
  return event.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace signpost
