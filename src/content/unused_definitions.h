// unused_definitions.h - definitions of links and footnotes that nothing refers to, which pages don't show:
// many writers keep comments in them. Tested by tests/unit/content/unused_definitions_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// `body` without them: "[//]: # (a comment)", "[todo]: <> (ask)", "[^1]: a footnote". Must not be called
// while a MarkdownTree is alive.
std::string without_unused_definitions(std::string_view body);

}  // namespace signpost
