// reading_tools.h - search, fetch and answer: what an assistant reads of the help centre. What they say is
// what the JSON API says, with whole addresses and without what only a page needs. Tested by
// tests/unit/mcp/tools_test.cc.
#pragma once

#include "mcp/tool.h"

namespace signpost {

Tool search_tool();
Tool fetch_tool();
Tool answer_tool();

}  // namespace signpost
