// named_path.h - the files and folders that the operator names on the command line.
// Tested by tests/unit/indexer/source_folder_test.cc and tests/unit/index/generation_test.cc.
#pragma once

#include <string>

namespace signpost {

// The path without links, absolute. It is the operator's word, links on the way included; but what a relative
// path without ".." names must lie beneath the current folder: a checkout can hold a link of that name.
// `what` it is, for messages. Throws Error{not_found, io}.
std::string canonical_named(const std::string& path, const std::string& what);

}  // namespace signpost
