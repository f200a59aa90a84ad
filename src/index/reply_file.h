// reply_file.h - the saved replies of staff, in a file of their own generation.
// Tested by tests/unit/index/reply_file_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/saved_reply.h"

namespace signpost {

// GENERATION/replies.json; none is written where there are none. Throws Error{io}.
void write_replies(const std::string& generation_dir, const std::vector<SavedReply>& replies);

// Empty where there is no file. Throws Error{corrupt, io}.
std::vector<SavedReply> load_replies(const std::string& generation_dir);

}  // namespace signpost
