// request_text.cc - see request_text.h.
#include "store/request_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/ascii.h"
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

// "ID#ANCHOR" of the answer that was shown, as the pages name it; what other programs say may be any text.
std::string answer_place(const std::string& site_url, const std::string& answer) {
  const size_t hash = answer.find('#');
  const bool is_text = hash == std::string::npos || hash == 0 ||
                       answer.find('#', hash + 1) != std::string::npos ||
                       std::any_of(answer.begin(), answer.end(), is_space);
  return is_text ? answer : place(site_url, answer.substr(0, hash), answer.substr(hash + 1));
}

// A line for each section, in the order in which they were tried: "install#on-debian (1, 2, 3)".
std::vector<std::string> tried_lines(const std::string& site_url, const std::vector<TriedStep>& tried) {
  std::vector<std::pair<std::string, std::string>> sections;
  for (const TriedStep& step : tried) {
    const std::string where = place(site_url, step.id, step.anchor);
    const auto known = std::find_if(sections.begin(), sections.end(),
                                    [&](const auto& section) { return section.first == where; });
    if (known == sections.end()) {
      sections.emplace_back(where, std::to_string(step.step));
    } else {
      known->second += ", " + std::to_string(step.step);
    }
  }
  std::vector<std::string> lines;
  lines.reserve(sections.size());
  for (const auto& [where, steps] : sections) lines.push_back(where + " (" + steps + ")");
  return lines;
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
  add_field("level", draft.packet.level, text);
  add_field("assigned to", request.assignee, text);
  add_field("goes on in", request.merged_into, text);
  text += "\n" + draft.message + "\n";
  add_list("Asked", draft.packet.questions, text);
  std::vector<std::string> read;
  for (const ReadSection& section : draft.packet.read)
    read.push_back(place(site_url, section.id, section.anchor));
  add_list("Read", read, text);
  add_list("Has already tried", tried_lines(site_url, draft.packet.tried), text);
  std::vector<std::string> answers;
  answers.reserve(draft.packet.answers.size());
  for (const std::string& answer : draft.packet.answers) answers.push_back(answer_place(site_url, answer));
  add_list("Answers that did not help", answers, text);
  add_list("Incidents that were shown", draft.packet.incidents, text);
  for (const RequestAnswer& answer : request.answers)
    text += "\nAnswered, " + format_time(answer.at) + ":\n" + answer.text + "\n";
  return text;
}

}  // namespace signpost
