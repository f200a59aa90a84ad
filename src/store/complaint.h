// complaint.h - what a reader found wrong with a section of an article, and how it ended. Nothing here tells
// who the reader was. Tested by tests/unit/store/complaint_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// Of an article in a language: the heading's anchor, "" for the whole.
struct SectionPlace {
  std::string id;
  std::string lang;
  std::string anchor;
  auto operator<=>(const SectionPlace&) const = default;
};

enum class ComplaintReason { outdated, unclear, wrong, incomplete, not_what_i_searched };
inline constexpr ComplaintReason kComplaintReasons[] = {ComplaintReason::outdated, ComplaintReason::unclear,
                                                        ComplaintReason::wrong, ComplaintReason::incomplete,
                                                        ComplaintReason::not_what_i_searched};

// "outdated", "not_what_i_searched" ...; and back.
std::string_view name_of(ComplaintReason reason);
std::optional<ComplaintReason> complaint_reason_named(std::string_view name);

enum class ComplaintState {
  open,
  fixed,     // a commit says so
  wont_fix,  // and why
  gone       // with its section
};
inline constexpr ComplaintState kComplaintStates[] = {ComplaintState::open, ComplaintState::fixed,
                                                      ComplaintState::wont_fix, ComplaintState::gone};

// "open", "fixed", "wontfix", "gone"; and back.
std::string_view name_of(ComplaintState state);
std::optional<ComplaintState> complaint_state_named(std::string_view name);

// "F-12", as commits name it; and back, in small letters too: nullopt for anything else.
std::string shown_complaint(int64_t number);
std::optional<int64_t> parse_complaint(std::string_view text);

inline constexpr size_t kMaxCommentBytes = 2000;
inline constexpr int64_t kMaxComplaintStep = 999;

struct ComplaintDraft {
  SectionPlace place;
  int64_t step = 0;  // of the section's numbered lists, as readers see it: 1 to kMaxComplaintStep; 0 for none
  std::string section_sum;  // SHA-256 of the section's text in hexadecimal digits: what was complained about
  std::string revision;     // the commit that the generation was made from, "" where that is not known
  ComplaintReason reason = ComplaintReason::unclear;
  std::string comment;          // masked already; at most kMaxCommentBytes; "" for none
  std::vector<uint32_t> words;  // of the comment, by which it is compared: sorted, each once
};

// How it ended.
struct ComplaintEnd {
  ComplaintState state = ComplaintState::fixed;
  std::string revision;  // the commit; "" for one that is gone
  std::string why;       // of wont_fix the reason, of fixed the first line of the commit's message
  bool operator==(const ComplaintEnd&) const = default;
};

struct Complaint {
  int64_t number = 0;
  SectionPlace place;
  int64_t step = 0;
  std::string section_sum;
  std::string revision;
  ComplaintReason reason = ComplaintReason::unclear;
  std::vector<std::string> comments;  // different ones, the oldest first
  int64_t count = 0;                  // readers who said so
  uint32_t first_day = 0;             // days since 1970
  uint32_t last_day = 0;
  std::optional<ComplaintEnd> end;  // nullopt: it is open
  uint32_t end_day = 0;

  ComplaintState state() const { return end ? end->state : ComplaintState::open; }
};

}  // namespace signpost
