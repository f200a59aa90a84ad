// operation.cc - see operation.h.
#include "api/operation.h"

#include <nlohmann/json.hpp>

namespace signpost {

Answer json_answer(const Json& json) { return {.text = to_text(json)}; }

Answer problem_answer(const Problem& problem) {
  return {.status = problem.status,
          .media_type = "application/problem+json",
          .text = to_text(problem_json(problem)),
          .of_this_moment = true,
          .retry_after = problem.retry_after};
}

Answer nothing_there() { return {.status = 404, .media_type = "text/plain; charset=utf-8"}; }

Answer file_answer(std::optional<StoredFile> file) {
  if (!file) return nothing_there();
  std::string media_type = file->media_type;
  return {.media_type = std::move(media_type), .file = std::move(file)};
}

OperationContext in_language(const OperationContext& context, const std::string& lang) {
  OperationContext other = context;
  other.lang = lang;
  if (other.texts_in) other.texts = other.texts_in(lang);
  return other;
}

std::string interface_text(const OperationContext& context, const std::string& key) {
  const InterfaceTexts& texts = context.texts;
  const auto found = texts.find(key);
  return found == texts.end() ? key : found->second;
}

}  // namespace signpost
