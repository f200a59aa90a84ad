// narrowing.cc - see narrowing.h.
#include "pages/narrowing.h"

#include <algorithm>
#include <span>

#include "answer/word_patterns.h"
#include "api/answer_parameters.h"
#include "content/versions.h"

namespace signpost {
namespace {

constexpr size_t kMostValues = 6;  // buttons that one takes in at a glance

bool has(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Values of a vocabulary stand in its order.
void arrange(std::span<const std::string_view> vocabulary, std::vector<std::string>& values) {
  std::stable_sort(values.begin(), values.end(), [&](const std::string& a, const std::string& b) {
    return std::find(vocabulary.begin(), vocabulary.end(), a) <
           std::find(vocabulary.begin(), vocabulary.end(), b);
  });
}

std::vector<FieldValues> fields_of_sources(const OperationContext& context, const AnswerResponse& response) {
  std::vector<AnswerSource> sources = response.others;
  if (response.quotation) sources.insert(sources.begin(), response.quotation->source);
  std::vector<FieldValues> fields;
  for (const AnswerSource& source : sources) {
    if (const auto document = context.searcher().quotable(source.id, source.lang))
      fields.push_back(document->fields());
  }
  return fields;
}

// Empty where the sources that say any say the same.
std::vector<std::string> values_apart(const std::vector<FieldValues>& sources, Field field) {
  std::vector<std::vector<std::string>> said;
  for (const FieldValues& fields : sources) {
    if (!fields[field].empty()) said.push_back(fields[field]);
  }
  if (field == Field::applies_to) return telling_versions(said);
  std::vector<std::string> values;
  for (const std::vector<std::string>& some : said) {
    std::copy_if(some.begin(), some.end(), std::back_inserter(values),
                 [&](const std::string& value) { return !has(values, value); });
  }
  const bool differ = std::any_of(said.begin(), said.end(), [&](const std::vector<std::string>& some) {
    return std::any_of(values.begin(), values.end(),
                       [&](const std::string& value) { return !has(some, value); });
  });
  if (!differ) return {};
  arrange(row_of(field).vocabulary, values);
  return values;
}

bool is_settled(const AnswerRequest& request, Field field, const std::vector<std::string>& values) {
  const std::string& text = request.search.text;
  if (field == Field::applies_to) return !request.version.empty() || !versions_in(text).empty();
  if (!request.search.filters[field].empty()) return true;
  const QuestionTerms question(text, request.search.lang);
  return std::any_of(values.begin(), values.end(),
                     [&](const std::string& value) { return question.has_all(value); });
}

}  // namespace

std::optional<Narrowing> narrowing(const OperationContext& context, const AnswerRequest& request,
                                   const AnswerResponse& response) {
  const bool sure = response.quotation && request.rejected.empty();
  const std::vector<FieldValues> sources = fields_of_sources(context, response);
  for (const Field field : {Field::product, Field::platform, Field::applies_to, Field::level}) {
    if (field == Field::level && sure) continue;
    std::vector<std::string> values = values_apart(sources, field);
    if (values.size() < 2 || values.size() > kMostValues || is_settled(request, field, values)) continue;
    return Narrowing{field == Field::applies_to ? kAskedVersion.name : row_of(field).name, std::move(values)};
  }
  return std::nullopt;
}

}  // namespace signpost
