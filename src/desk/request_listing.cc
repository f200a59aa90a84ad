// request_listing.cc - see request_listing.h.
#include "desk/request_listing.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <vector>

#include "base/ascii.h"
#include "base/csv.h"
#include "base/dates.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "store/request_json.h"
#include "store/request_text.h"

namespace signpost {
namespace {

using ListedJson = nlohmann::ordered_json;

constexpr size_t kBeginningBytes = 80;

std::string beginning(const std::string& message) {
  const std::string_view text = trimmed(message);
  const std::string_view line = text.substr(0, text.find('\n'));
  const size_t size = whole_characters(line, kBeginningBytes);
  return std::string(line.substr(0, size)) + (size < text.size() ? "…" : "");
}

ListedJson changes_json(const StoredRequest& request) {
  ListedJson changes = ListedJson::array();
  for (const StateChange& change : request.changes)
    changes.push_back({{"state", name_of(change.state)}, {"at", format_time(change.at)}});
  return changes;
}

ListedJson notes_json(const StoredRequest& request) {
  ListedJson notes = ListedJson::array();
  for (const RequestNote& note : request.notes)
    notes.push_back({{"author", note.author}, {"at", format_time(note.at)}, {"text", note.text}});
  return notes;
}

ListedJson answers_json(const StoredRequest& request) {
  constexpr const char* kVerdicts[] = {"", "helped", "did_not_help"};
  ListedJson answers = ListedJson::array();
  for (const RequestAnswer& answer : request.answers)
    answers.push_back({{"author", answer.author},
                       {"at", format_time(answer.at)},
                       {"text", answer.text},
                       {"source", answer.source.id},
                       {"source_lang", answer.source.lang},
                       {"source_anchor", answer.source.anchor},
                       {"verdict", kVerdicts[static_cast<size_t>(answer.verdict)]}});
  return answers;
}

ListedJson request_json(const StoredRequest& request, ListingDetail detail) {
  const RequestDraft& draft = request.draft;
  ListedJson json = {{"code", request.code},
                     {"state", name_of(request.state())},
                     {"received", format_time(request.changes.front().at)},
                     {"changed", format_time(request.changes.back().at)},
                     {"lang", draft.lang},
                     {"reply_to", draft.reply_to},
                     {"name", draft.name},
                     {"product", draft.product}};
  if (detail == ListingDetail::line) {
    json["beginning"] = beginning(draft.message);
  } else {
    json["message"] = draft.message;
    json["packet"] = packet_json(draft.packet);
    json["changes"] = changes_json(request);
    json["notes"] = notes_json(request);
    json["answers"] = answers_json(request);
  }
  json["assignee"] = request.assignee;
  json["merged_into"] = request.merged_into;
  return json;
}

// Keys or values of the same JSON, lists and maps as JSON.
std::string csv_row(const ListedJson& json, bool keys) {
  std::string row;
  for (const auto& [key, value] : json.items()) {
    if (!row.empty()) row += ',';
    if (keys) {
      row += csv_cell(key);
    } else {
      row += csv_cell(value.is_string() ? value.get<std::string>() : value.dump());
    }
  }
  return row + "\r\n";
}

std::string text_line(const StoredRequest& request) {
  std::string state(name_of(request.state()));
  state.resize(10, ' ');
  const std::string& who = request.draft.reply_to.empty() ? request.draft.name : request.draft.reply_to;
  return request.code + "  " + state + format_time(request.changes.front().at) + "  " +
         printable(who.empty() ? "-" : who) + "  " + printable(beginning(request.draft.message)) + "\n";
}

void add_lines(const std::string& lines, std::string& text) {
  for (size_t begin = 0; begin < lines.size();) {
    const size_t end = std::min(lines.find('\n', begin), lines.size());
    text += printable(std::string_view(lines).substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
}

}  // namespace

RequestListing::RequestListing(ListingFormat format, ListingDetail detail, std::ostream& out)
    : format_(format), detail_(detail), out_(out) {}

void RequestListing::add(const StoredRequest& request) {
  if (format_ == ListingFormat::text) {
    out_ << text_line(request);
  } else if (const ListedJson json = request_json(request, detail_); format_ == ListingFormat::json) {
    out_ << (any_ ? ",\n" : "[\n") << printable_json(json.dump());
  } else {
    if (!any_) out_ << csv_row(json, true);
    out_ << csv_row(json, false);
  }
  any_ = true;
}

void RequestListing::finish() {
  if (format_ == ListingFormat::json) out_ << (any_ ? "\n]\n" : "[]\n");
}

std::string describe_request(const StoredRequest& request) {
  std::string text;
  add_lines(request_text(request, ""), text);
  for (const RequestNote& note : request.notes) {
    text += "\nNote by " + printable(note.author) + ", " + format_time(note.at) + ":\n";
    add_lines(note.text, text);
  }
  return text;
}

}  // namespace signpost
