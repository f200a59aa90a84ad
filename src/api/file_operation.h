// file_operation.h - images and downloads that articles refer to, copied into the generation by the indexer.
// Tested by tests/unit/service/download_test.cc.
#pragma once

#include <optional>
#include <string>

#include "api/operation.h"

namespace signpost {

// `path` as in "/files/<path>".
std::optional<StoredFile> file(const OperationContext& context, const std::string& path);

Operation file_operation();

}  // namespace signpost
