// staff_translations.h - which translations are outdated, for staff, and what changed in their originals
// since. The pages of staff call it, and it has no row in the table of operations. Tested by
// tests/e2e/translations.test.mjs.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "api/article_file.h"
#include "api/operation.h"
#include "api/problem.h"
#include "content/section_changes.h"
#include "search/catalog_types.h"

namespace signpost {

struct OutdatedFile {
  OutdatedTranslation articles;
  ArticleFile file;  // of the translation
};

struct TranslationsFound {
  std::vector<OutdatedFile> translations;  // the longest outdated first
  size_t total = 0;
  std::vector<std::string> owners;  // of all in this language, in order
};

// What an article said when its translation was made, beside what it says.
struct TranslationChanges {
  OutdatedFile translation;
  std::string revision = {};  // the commit of the original that it was made from; "" where none is known
  std::string made = {};      // ISO 8601 day of that
  std::vector<TextRun> title = {};  // what changed in the original's; none where nothing did
  std::vector<ChangedSection> sections = {};
};

// Of what staff may read. A problem (503) where nothing can be read at the moment.
std::variant<TranslationsFound, Problem> staff_translations(const OperationContext& context,
                                                            const ArticleListQuestion& question);

// A problem (404) where there is no such translation, or it is not outdated; (503) as above.
std::variant<TranslationChanges, Problem> staff_translation(const OperationContext& context,
                                                            const std::string& lang, const std::string& id);

}  // namespace signpost
