// article_operation.cc - see article_operation.h.
#include "api/article_operation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/noticed_search.h"

namespace signpost {
namespace {

// What was searched for before: then somebody reads it, and no program collects it.
constexpr Parameter kSearched{.name = "q"};

Answer answer_article(const OperationContext& context, const Parameters& arguments) {
  const std::optional<Article> found = article(context, arguments.get("id").value_or(""));
  if (!found) return nothing_there();
  Answer answer = json_answer(article_json(*found));
  if (!arguments.get(kSearched.name).value_or("").empty())
    answer.noticed = noticed_deed(context, Noticed::Kind::article, found->document.id, found->document.lang);
  return answer;
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
          .parameters = {kLanguageParameter, kSearched},
          .answer = answer_article};
}

}  // namespace signpost
