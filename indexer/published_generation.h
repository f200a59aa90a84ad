// published_generation.h - what is published of an index, and how the one before comes back.
// Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

namespace signpost {

// Documents of the published generation; 0 when there is none that can be read.
uint64_t published_documents(const std::string& output);

// Publishes the generation before the current one and says so. Returns what the process exits with.
int run_roll_back(const std::string& output, std::ostream& out);

}  // namespace signpost
