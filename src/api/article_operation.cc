// article_operation.cc - see article_operation.h.
#include "api/article_operation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace signpost {
namespace {

Answer answer_article(const OperationContext& context, const Parameters& arguments) {
  const std::optional<Article> found = article(context, arguments.get("id").value_or(""));
  return found ? json_answer(article_json(*found)) : nothing_there();
}

}  // namespace

std::optional<Article> article(const OperationContext& context, const std::string& id) {
  return context.searcher().article(id, context.lang);
}

std::string article_markdown(const Document& document) {
  const std::string_view source = document.markdown;
  const std::string_view text = source.substr(std::min(source.find_first_not_of("\r\n"), source.size()));
  const std::string title = text.starts_with("# ") ? "" : "# " + document.title + "\n\n";
  return title + std::string(text);
}

Operation article_operation() {
  return {.door = {.name = "api_article",
                   .path = "/api/v1/articles/{id}",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated,
                   .tag = Tag::strong},
          .parameters = {kLanguageParameter},
          .answer = answer_article};
}

}  // namespace signpost
