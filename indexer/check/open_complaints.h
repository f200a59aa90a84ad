// open_complaints.h - the rule open-complaints: whether a change of articles ends what readers complained of.
// Tested by tests/unit/indexer/check/open_complaints_test.cc.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "index/history_file.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

inline constexpr uint64_t kMaxComplaintBytes = 64 << 20;  // of a list of them

struct OpenComplaint {
  std::string item;  // "F-12"
  std::string id;    // of the article
  std::string lang;
  std::string anchor;  // of the section, "" for the whole
  int64_t readers = 0;
};

// Of what `signpost-desk complaints --format json` prints; those that have ended are passed over. `path` is
// for the message. Throws Error{usage} where it is something else.
std::vector<OpenComplaint> parse_open_complaints(std::string_view text, const std::string& path);

// The change that is checked.
struct CheckedChange {
  std::string since;                       // the commit, as it was named
  std::set<std::string> files;             // source paths
  std::vector<ComplaintVerdict> verdicts;  // of its commits
};

// A warning for each changed article that has more than `most` open complaints of which no commit of the
// change names one; at the heading of the section that most readers complained of.
std::vector<Diagnostic> check_open_complaints(const std::vector<OpenComplaint>& complaints,
                                              const CheckedChange& change, int most, const Corpus& corpus,
                                              const CorpusFacts& facts);

}  // namespace signpost
