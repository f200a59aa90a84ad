// document_rules.h - the rules that one document can break by itself.
// Tested by tests/unit/indexer/check/document_rules_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/parse.h"
#include "content/site.h"

namespace signpost {

struct DocumentUnderCheck {
  const Document& document;
  const std::vector<SourceFile>& files;  // of a thread, the question first
  const Site& site;
  std::string_view today;  // ISO 8601
};

// Rules: alt-text, heading-level, page-length, review-by, secret, summary, tag, unanswered. Those that are
// off are not looked for.
std::vector<Diagnostic> check_document(const DocumentUnderCheck& checked);

}  // namespace signpost
