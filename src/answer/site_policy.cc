// site_policy.cc - see site_policy.h.
#include "answer/site_policy.h"

#include <algorithm>
#include <string>
#include <vector>

#include "index/unicode_fold.h"

namespace signpost {
namespace {

bool has_one_of(const std::vector<std::string>& values, const std::vector<std::string>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
    return std::any_of(values.begin(), values.end(),
                       [&](const std::string& value) { return fold_case(value) == fold_case(one); });
  });
}

}  // namespace

bool is_never_quoted(const AnswerSettings& settings, const QuotableDocument& document) {
  const StoredMeta& meta = document.meta();
  return has_one_of({meta.category}, settings.never[Field::category]) ||
         has_one_of({std::string(to_string(meta.kind))}, settings.never[Field::kind]) ||
         has_one_of(document.fields()[Field::tag], settings.never[Field::tag]);
}

}  // namespace signpost
