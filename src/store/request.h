// request.h - what a person asked the people behind a help centre, with what they had tried here: as it comes
// in (RequestDraft) and as it is kept (StoredRequest). Tested by tests/unit/store/request_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// Of an article: its id and the heading's anchor, "" for the whole.
struct ReadSection {
  std::string id;
  std::string anchor;
  bool operator==(const ReadSection&) const = default;
};

struct TriedStep {
  std::string id;
  std::string anchor;
  int step = 1;  // of the section's steps, from 1
  bool operator==(const TriedStep&) const = default;
};

// What the person did in the help centre before, as far as they let it go along.
struct RequestPacket {
  std::vector<std::string> questions;  // in their wording
  std::vector<ReadSection> read;
  std::vector<TriedStep> tried;
  std::vector<std::string> answers;    // that did not help
  std::vector<std::string> incidents;  // ids of those that were shown
  std::string level = {};              // of articles, that they chose; "" for none
  bool operator==(const RequestPacket&) const = default;
};

struct RequestDraft {
  std::string lang;      // "" where it is not known, like all but the message
  std::string reply_to;  // an address, a number: whatever the person typed
  std::string name;
  std::string message;
  std::string product;
  RequestPacket packet;
  bool operator==(const RequestDraft&) const = default;
};

// Bytes of UTF-8, and numbers of entries. A form with everything at its limit is 40 KB of JSON and 60 KB with
// a message of Chinese, Japanese or Korean letters in percent signs.
inline constexpr size_t kMaxLanguageBytes = 35;
inline constexpr size_t kMaxReplyToBytes = 254;
inline constexpr size_t kMaxNameBytes = 200;
inline constexpr size_t kMaxProductBytes = 100;  // the level of a packet, too
inline constexpr size_t kMaxMessageBytes = 16'000;
inline constexpr size_t kMaxQuestionBytes = 400;  // an answer that did not help, too
inline constexpr size_t kMaxIdBytes = 200;        // anchors too
inline constexpr size_t kMaxPacketEntries = 20;   // of each kind
inline constexpr int kMaxStep = 1000;

struct DraftFault {
  std::string field;    // "message", "packet.read[2].anchor"
  std::string message;  // one sentence for the developer
};

// All that is wrong with a draft; nothing for one that can be kept. Lines of the message end with "\n" from
// then on, as forms send "\r\n".
std::vector<DraftFault> settle_draft(RequestDraft& draft);

// For a form, which shows what goes along before it is sent: of what an address says, each text becomes one
// line that is not too long, and of too many the last stay. Nobody is refused for what they did not type.
void fit_what_goes_along(RequestDraft& draft);

enum class RequestState { received, passed_on, answered, closed };
inline constexpr RequestState kRequestStates[] = {RequestState::received, RequestState::passed_on,
                                                  RequestState::answered, RequestState::closed};

// "received", "passed_on" ...; and back.
std::string_view name_of(RequestState state);
std::optional<RequestState> request_state_named(std::string_view name);

struct StateChange {
  RequestState state = RequestState::received;
  int64_t at = 0;  // seconds since 1970
  bool operator==(const StateChange&) const = default;
};

// What staff tell each other about a request. Whoever sent it never sees it.
struct RequestNote {
  std::string author;
  int64_t at = 0;  // seconds since 1970
  std::string text;
  bool operator==(const RequestNote&) const = default;
};

// A section, or a whole article (anchor ""), with the title that it had.
struct QuotedSource {
  std::string id;  // "" where nothing is quoted
  std::string lang;
  std::string anchor;
  std::string title;
  bool operator==(const QuotedSource&) const = default;
};

// What whoever sent the request says of an answer.
enum class AnswerVerdict { none, helped, did_not_help };

// What staff answered. Whoever has the code sees the text.
struct RequestAnswer {
  int64_t number = 0;  // of its row
  std::string author;
  int64_t at = 0;  // seconds since 1970
  std::string text;
  QuotedSource source;
  AnswerVerdict verdict = AnswerVerdict::none;
  bool operator==(const RequestAnswer&) const = default;
};

struct StoredRequest {
  std::string code;                  // as shown_code() writes it
  std::vector<StateChange> changes;  // at least one; the last one is its state
  RequestDraft draft;
  std::vector<RequestNote> notes = {};      // the oldest first
  std::vector<RequestAnswer> answers = {};  // the oldest first
  std::string assignee = {};                // of staff, "" for nobody
  // The code of the request in which it goes on, "" for none: whoever has a code sees what was answered, so
  // it is nothing for who sent this one.
  std::string merged_into = {};
  bool is_merged = false;

  RequestState state() const { return changes.back().state; }
};

}  // namespace signpost
