// request_text.cc - see request_text.h.
#include "store/request_text.h"

#include "base/dates.h"
#include "base/percent.h"

namespace signpost {
namespace {

void add_field(const char* name, const std::string& value, std::string& text) {
  if (!value.empty()) text += std::string(name) + ": " + value + "\n";
}

void add_list(const char* title, const std::vector<std::string>& entries, std::string& text) {
  if (entries.empty()) return;
  text += std::string("\n") + title + ":\n";
  for (const std::string& entry : entries) text += "- " + entry + "\n";
}

// At an address without a language the service finds the reader's own.
std::string place(const std::string& site_url, const std::string& id, const std::string& anchor) {
  if (site_url.empty()) return anchor.empty() ? id : id + "#" + anchor;
  const std::string url = site_url + "/articles/" + percent_encode(id);
  return anchor.empty() ? url : url + "#" + percent_encode(anchor);
}

}  // namespace

std::string request_text(const StoredRequest& request, const std::string& site_url) {
  const RequestDraft& draft = request.draft;
  std::string text = request.code + "\n";
  for (const StateChange& change : request.changes)
    text += std::string(name_of(change.state)) + ": " + format_time(change.at) + "\n";
  add_field("reply to", draft.reply_to, text);
  add_field("name", draft.name, text);
  add_field("language", draft.lang, text);
  add_field("product", draft.product, text);
  text += "\n" + draft.message + "\n";
  add_list("Asked", draft.packet.questions, text);
  std::vector<std::string> read, tried;
  for (const ReadSection& section : draft.packet.read)
    read.push_back(place(site_url, section.id, section.anchor));
  for (const TriedStep& step : draft.packet.tried)
    tried.push_back(place(site_url, step.id, step.anchor) + ", step " + std::to_string(step.step));
  add_list("Read", read, text);
  add_list("Has already tried", tried, text);
  add_list("Answers that did not help", draft.packet.answers, text);
  add_list("Incidents that were shown", draft.packet.incidents, text);
  return text;
}

}  // namespace signpost
