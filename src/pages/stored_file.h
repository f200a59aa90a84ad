// stored_file.h - a file of the generation as it lies there: an image, a download, a sitemap.
// Tested by tests/unit/service/app_test.cc and download_test.cc.
#pragma once

#include <optional>
#include <string>

#include "pages/routes.h"

namespace signpost {

// `path` below the generation's directory: one that its manifest lists below files/ or sitemaps/, else there
// is none. The tag of a file is its SHA-256, so that a newly published generation makes none stale that it
// has too.
std::optional<StaticContent> stored_content(const Context& context, const std::string& path);

// 404 when there is none. Throws Error{io} when it is gone.
Response stored_file(const Context& context, const std::string& path);

}  // namespace signpost
