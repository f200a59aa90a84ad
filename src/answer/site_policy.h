// site_policy.h - what a site's settings say about one document or one visitor: what is never quoted, and
// where people answer. Tested by tests/unit/answer/site_policy_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "search/index_reader.h"
#include "search/quotable.h"

namespace signpost {

// Does the document have a category, a kind or a tag that is never quoted? Compared as filters are, without
// regard to case.
bool is_never_quoted(const AnswerSettings& settings, const QuotableDocument& document);

// Where readers of `lang` are led to people, ready for an href: a URL, or a path of this site, that of the
// article's page in the nearest language where the settings name one. "" when they name nothing that is
// there.
std::string contact_address(const IndexReader& index, std::string_view lang);

}  // namespace signpost
