// link_targets.h - which files of the source a link may mean: what generators make of "/docs/setup",
// "../setup/", "setup.html" or "@site/static/a.png". Tested by tests/unit/content/link_targets_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// Where a link leads when the tags of generators are read: "@site/docs/x" and "pathname:///docs/x" are
// "/docs/x". Others come back as they are.
std::string_view without_link_prefix(std::string_view url);

// In front of what Hugo's {{< ref "x" >}} names: relative to the file, or to the folder of all content.
inline constexpr std::string_view kReference = "@ref/";

// The paths from the source folder that `path` (decoded, without query and fragment) may mean in the file
// `from`, the likeliest first. One that begins with '/' is looked for below the source folder and the folders
// of `from`, also without a first folder that addresses have and sources don't ("/docs/", "/en/"). A relative
// one is as the file has it or, as addresses of pages end in '/', as if the file were a folder.
std::vector<std::string> link_targets(std::string_view from, std::string_view path);

// Likewise of a picture or download, in the folders whose files generators put at the top of a site.
std::vector<std::string> static_targets(std::string_view from, std::string_view path);

// The Markdown files whose page a link to `target`, one of link_targets(), means: itself, or with the endings
// that addresses leave out. Between equals a file in the language of a `from` such as "a.ko.md" comes first.
std::vector<std::string> page_candidates(std::string_view from, std::string_view target);

// One spelling for all that mean the same name to some file system, or to a generator that makes addresses of
// it: small letters (of ASCII), composed.
std::string usual_spelling(std::string_view path);

// The path without what page_candidates() adds: "a/index.md" -> "a".
std::string_view page_stem(std::string_view path);

// `target` as a path from the source folder: relative to the folder of the file `from`, or to the source
// folder when it starts with '/'. nullopt when it leads out of it.
std::optional<std::string> resolve_path(std::string_view from, std::string_view target);

bool has_extension(std::string_view path);

}  // namespace signpost
