// program_build.h - tells one build of this program from another: documents that another build rendered are
// not this one's. Tested by tests/unit/indexer/incremental_run_test.cc.
#pragma once

#include <string>

namespace signpost {

// The linker's build id, as bytes; when there is none, the size and time of the program's file.
std::string program_build();

}  // namespace signpost
