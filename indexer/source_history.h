// source_history.h - asks the repository of a source for its commit, and for the complaints of readers that
// its commits end. Tested by tests/unit/indexer/source_history_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/history_file.h"

namespace signpost {

// Looks at the newest kCommitsRead commits: trailers (git-interpret-trailers(1)) `Fixes-Feedback: F-12, F-13`
// and `Wontfix-Feedback: F-14 why`, at most kMaxVerdicts. Empty where the source is in no repository or git
// can't be asked. REQUIRES: this process has no other thread.
inline constexpr int kCommitsRead = 1000;
SourceHistory read_source_history(const std::string& source);

// The verdicts of the commits that HEAD has and `ref` has not; none where git can't be asked. REQUIRES: this
// process has no other thread.
std::vector<ComplaintVerdict> verdicts_since(const std::string& source, const std::string& ref);

// Of what `git log` prints in the format that both ask for; what it can't understand is
// passed over.
SourceHistory parse_history(std::string_view printed);

}  // namespace signpost
