// translation_structure.h - what a translation lacks of its source, and what it has more, by what both are
// built of: headings, tables with their rows, code blocks, lists, images, admonitions.
// Tested by tests/unit/indexer/check/translation_structure_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/document.h"
#include "indexer/render_result.h"

namespace signpost {

// Of an article that is compared with its translations.
std::vector<BlockFact> block_facts(const Document& document);

struct StructureGap {
  int line = 0;         // of the translation, where the first difference is; 0 for its beginning
  std::string message;  // one line
};

using SourceReader = std::function<std::string_view()>;

// Finds the best way to lay one sequence over the other, in which headings with the same id meet. nullopt
// where nothing differs. `read_source` gives the bytes of the file `source_path`, of which the message quotes
// headings; it is asked only then.
std::optional<StructureGap> compare_structure(const std::vector<BlockFact>& source,
                                              const std::vector<BlockFact>& translation,
                                              std::string_view source_path, const SourceReader& read_source);

}  // namespace signpost
