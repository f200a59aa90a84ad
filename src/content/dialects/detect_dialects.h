// detect_dialects.h - tells from the files of a repository which tool its Markdown was written for.
// Tested by tests/unit/content/dialects/detect_dialects_test.cc.
#pragma once

#include <filesystem>

#include "content/dialects/dialect.h"

namespace signpost {

// Looks for the settings of each tool ("mkdocs.yml", ".obsidian") in `source`, in the folders above it up to
// the one that holds ".git" (without one, in `source` alone), and in those of their folders that sites are
// kept in by custom ("docs", "website"). Only names are looked at; no file is opened. What can't be read has
// none.
DialectSet detect_dialects(const std::filesystem::path& source);

}  // namespace signpost
