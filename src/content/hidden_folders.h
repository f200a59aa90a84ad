// hidden_folders.h - folders whose names begin with '.' are the tools' own, but some tools keep the pictures
// of articles there. Tested by tests/unit/content/hidden_folders_test.cc.
#pragma once

#include <string_view>

namespace signpost {

// True for the name of a hidden folder in which pictures and downloads of articles may lie: any, such as
// ".gitbook" or ".attachments", but those of version control, of keys and settings, and of caches.
bool may_hold_assets(std::string_view folder);

// True for a path of which nothing is hidden, or only such folders, and the file is a picture, a film, a
// sound or a document: what an article that names it may publish.
bool may_be_asset(std::string_view path);

}  // namespace signpost
