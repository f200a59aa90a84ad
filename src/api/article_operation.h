// article_operation.h - one help article or community thread. Tested by tests/unit/service/app_test.cc.
#pragma once

#include <optional>
#include <string>

#include "api/operation.h"
#include "search/catalog_types.h"

namespace signpost {

// In the visitor's language, else in the site's, else in any.
std::optional<Article> article(const OperationContext& context, const std::string& id);

// As Markdown that begins with its title.
std::string article_markdown(const Document& document);

Operation article_operation();

}  // namespace signpost
