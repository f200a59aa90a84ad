// wiki_names.h - the names that notes are linked by: without folders, ending and case.
// Tested by tests/unit/content/wiki_names_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// "Notes/Über uns.md" -> "über uns". Equal for what is the same under Unicode's case folding and composition.
std::string wiki_name(std::string_view path);

// The whole path so, with its folders.
std::string wiki_path(std::string_view path);

}  // namespace signpost
