// narrowing.cc - see narrowing.h.
#include "pages/narrowing.h"

#include <algorithm>
#include <span>

namespace signpost {
namespace {

constexpr size_t kMostValues = 6;  // buttons that one takes in at a glance

void add_values(const FieldValues& fields, Field field, std::vector<std::string>& values) {
  for (const std::string& value : fields[field]) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }
}

// Values of a vocabulary stand in its order.
void arrange(std::span<const std::string_view> vocabulary, std::vector<std::string>& values) {
  std::stable_sort(values.begin(), values.end(), [&](const std::string& a, const std::string& b) {
    return std::find(vocabulary.begin(), vocabulary.end(), a) <
           std::find(vocabulary.begin(), vocabulary.end(), b);
  });
}

}  // namespace

std::optional<Narrowing> narrowing(const OperationContext& context, const AnswerRequest& request,
                                   const AnswerResponse& response) {
  const bool sure = response.quotation && request.rejected.empty();
  std::vector<AnswerSource> sources = response.others;
  if (response.quotation) sources.insert(sources.begin(), response.quotation->source);
  std::vector<QuotableDocument> documents;
  for (const AnswerSource& source : sources) {
    if (auto document = context.searcher().quotable(source.id, source.lang))
      documents.push_back(std::move(*document));
  }
  for (const Field field : {Field::product, Field::level}) {
    if (!request.search.filters[field].empty() || (field == Field::level && sure)) continue;
    Narrowing found{field, {}};
    for (const QuotableDocument& document : documents) add_values(document.fields(), field, found.values);
    if (found.values.size() < 2 || found.values.size() > kMostValues) continue;
    arrange(row_of(field).vocabulary, found.values);
    return found;
  }
  return std::nullopt;
}

}  // namespace signpost
