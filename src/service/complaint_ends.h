// complaint_ends.h - what becomes of readers' complaints when another generation is served: commits end them,
// or their section is gone. Tested by tests/unit/service/complaint_ends_test.cc.
#pragma once

#include <cstdint>

namespace signpost {

class Searcher;
class Store;

struct ComplaintEnds {
  int64_t by_commits = 0;
  int64_t gone = 0;  // with their sections
};

// Ends what the generation's history says, unless the complaint came later than the commit, which was made
// `now` at the latest; then what its
// section is gone of; and forgets the votes for texts that there are no more. To do it again changes nothing.
// `now`: seconds since 1970. Throws Error.
ComplaintEnds end_complaints(Store& store, const Searcher& searcher, int64_t now);

}  // namespace signpost
