// internal_folder.h - the folders that are for staff alone, by their name: "internal/refunds.md".
// Tested by tests/unit/content/internal_folder_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// True for "internal", in whichever case, and for the words of other languages.
bool is_internal_folder(std::string_view name);

// Whether a folder of this name is, in that one ("" or with '/' at its end): saved replies of staff are
// internal as a whole, "replies/en/" (saved_reply.h).
bool is_internal_folder(std::string_view parent, std::string_view name);

// Whether one of the folders of a path is. The last name is a file's.
bool lies_in_internal_folder(std::string_view path);

// Whether the place or the name of a file of the source says that it is: saved replies, and
// "limits.internal.md".
bool is_internal_path(std::string_view path);

// The path as it would be if these folders were not there: what is internal lies beside what is public.
std::string without_internal_folders(std::string_view path);

}  // namespace signpost
