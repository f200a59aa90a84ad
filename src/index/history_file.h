// history_file.h - what the repository of a generation's source says of itself: the commit, and which
// readers' complaints its commits end. Tested by tests/unit/index/history_file_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace signpost {

// Of a trailer "Fixes-Feedback: F-12" or "Wontfix-Feedback: F-12 because of ...".
struct ComplaintVerdict {
  std::string item;      // "F-12"
  bool fixed = true;     // else it won't be, and `why` says so
  std::string revision;  // the commit
  int64_t at = 0;        // when it was made: seconds since 1970
  std::string why;       // the reason; for fixed the first line of the commit's message
  bool operator==(const ComplaintVerdict&) const = default;
};

// What a writer never exceeds, so that what is written can be loaded.
inline constexpr size_t kMaxVerdicts = 10'000;
inline constexpr size_t kMaxVerdictWhy = 500;  // bytes, without what scrub_utf8() replaces

struct SourceHistory {
  std::string revision;  // the commit that is checked out; "" where the source is in no repository
  std::vector<ComplaintVerdict> verdicts;  // of the newest commits, the newest first
  bool operator==(const SourceHistory&) const = default;
};

// GENERATION/history.json; none is written for a source in no repository. Throws Error{io}.
void write_history(const std::string& generation_dir, const SourceHistory& history);

// An empty one where there is no file. Throws Error{corrupt, io}.
SourceHistory load_history(const std::string& generation_dir);

}  // namespace signpost
