// people_tools.h - report_problem and channels: what an assistant tells the people behind the help centre,
// and how to reach them. Tested by tests/unit/mcp/tools_test.cc.
#pragma once

#include "mcp/tool.h"

namespace signpost {

Tool report_problem_tool();
Tool channels_tool();

}  // namespace signpost
