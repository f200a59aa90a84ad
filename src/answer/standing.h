// standing.h - how each quotation stands among all that could be quoted: the likeliest first, and how far it
// is ahead of what else there is. Tested by tests/unit/answer/standing_test.cc.
#pragma once

#include <cstddef>
#include <vector>

#include "answer/answer_signals.h"

namespace signpost {

inline constexpr float kFarAhead =
    8;  // of the promise: farther counts no more, nor does it where nothing else is

// Fills promise, orders by it, and fills the standing and the confidence of the first `most`; of the others
// the confidence stays 0. `lang`: of the question.
void rank_by_promise(std::vector<Considered>& all, Asks asked, std::string_view lang, size_t most);

}  // namespace signpost
