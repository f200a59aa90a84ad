// translation_age.h - whether a translation is of an earlier day than what it translates.
// Tested by tests/unit/indexer/check/check_run_test.cc and tests/e2e/translations.test.mjs.
#pragma once

#include <string_view>

namespace signpost {

// Of their `updated`: ISO 8601 days, "" for none, which says nothing. The original is the article with the
// same id in the site's default language.
inline bool is_outdated_translation(std::string_view translation, std::string_view original) {
  return !translation.empty() && !original.empty() && translation < original;
}

}  // namespace signpost
