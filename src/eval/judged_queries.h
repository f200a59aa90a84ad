// judged_queries.h - queries, judgments and runs in the files that trec_eval and ir-measures use too.
// Tested by tests/unit/eval/evaluation_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/measures.h"

namespace signpost {

using Queries = std::vector<std::pair<std::string, std::string>>;  // query id, text; in the file's order
using Qrels = std::map<std::string, Judgments>;                    // by query id
using RunFile = std::map<std::string, Ranking>;                    // by query id

// One query a line: id, tab, text. All three throw Error{usage} with "path:line: ..." for a line of another
// form.
Queries parse_queries(std::string_view text, const std::string& path);

// One judgment a line: "qid, tab, document id, tab, gain", or TREC's "qid 0 document gain".
Qrels parse_qrels(std::string_view text, const std::string& path);

// TREC's run form: "qid Q0 document rank score tag".
RunFile parse_run(std::string_view text, const std::string& path);
std::string format_run(
    const std::vector<std::pair<std::string, std::vector<std::pair<std::string, double>>>>& run);

}  // namespace signpost
