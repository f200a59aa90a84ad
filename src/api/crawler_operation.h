// crawler_operation.h - what crawlers ask for: /sitemap.xml and its parts (index/sitemap.h), and /robots.txt.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <optional>
#include <string>

#include "api/operation.h"

namespace signpost {

// The part with this name, "000000.xml" for the one that lists the others.
std::optional<StoredFile> sitemap(const OperationContext& context, const std::string& part);

// RFC 9309.
std::string robots(const Site& site);

Operation sitemap_operation();
Operation sitemap_part_operation();
Operation robots_operation();

}  // namespace signpost
