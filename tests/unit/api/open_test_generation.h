// open_test_generation.h - the test site as operations read it: without HTTP, without templates.
#pragma once

#include "api/operation.h"
#include "test_site.h"

namespace signpost::testing {

inline const OpenGeneration& open_test_generation() {
  static const TemporaryDirectory index;
  static const OpenGeneration generation(publish_test_generation(index.path() + "/index"));
  return generation;
}

// What an operation has at hand in this language, with these words of the interface.
inline OperationContext operation_context(std::string lang,
                                          const std::map<std::string, std::string>& texts = {}) {
  static const std::map<std::string, std::string> kNoTexts;
  return {&open_test_generation(), std::move(lang), texts.empty() ? kNoTexts : texts};
}

}  // namespace signpost::testing
