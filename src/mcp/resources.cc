// resources.cc - see resources.h.
#include "mcp/resources.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "api/article_operation.h"
#include "api/noticed_search.h"
#include "api/short_texts.h"
#include "mcp/article_name.h"

namespace signpost {
namespace {

constexpr size_t kResourcesPerPage = 100;
constexpr char kMarkdownType[] = "text/markdown";

// Where a page begins. A cursor is a number of documents; only its form is ours to know.
size_t first_of_page(const Json& params) {
  const auto cursor = params.find("cursor");
  if (cursor == params.end()) return 0;
  const std::string text = cursor->is_string() ? cursor->get<std::string>() : "";
  size_t first = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), first);
  if (error != std::errc() || end != text.data() + text.size() || first % kResourcesPerPage != 0)
    throw RpcError(RpcCode::invalid_params, "Invalid params: there is no such cursor");
  return first;
}

Json resource_json(const ArticleRef& ref) {
  Json json = {{"uri", resource_uri({ref.lang, ref.id})},
               {"name", to_text(ArticleName{ref.lang, ref.id})},
               {"title", short_title(ref.title)},
               {"mimeType", kMarkdownType}};
  if (!ref.summary.empty()) json["description"] = short_text(ref.summary);
  if (!ref.updated.empty()) json["annotations"] = {{"lastModified", ref.updated + "T00:00:00Z"}};
  return json;
}

}  // namespace

Json list_resources(const OperationContext& context, const Json& params) {
  const size_t first = first_of_page(params);
  Json resources = Json::array();
  for (const ArticleRef& ref : context.searcher().all_articles(first, kResourcesPerPage))
    resources.push_back(resource_json(ref));
  Json page = {{"resources", std::move(resources)}};
  const size_t next = first + kResourcesPerPage;
  if (next > first && next < context.searcher().document_count()) page["nextCursor"] = std::to_string(next);
  return page;
}

Json list_resource_templates() {
  const Json article = {{"uriTemplate", "signpost://{lang}/articles/{id}"},
                        {"name", "article"},
                        {"title", "Article or thread"},
                        {"description", "A help article or community thread in one of the site's languages."},
                        {"mimeType", kMarkdownType}};
  return {{"resourceTemplates", Json::array({article})}};
}

Json read_resource(const OperationContext& context, const Json& params, Era era, Answer& answer) {
  const auto uri = params.find("uri");
  if (uri == params.end() || !uri->is_string())
    throw RpcError(RpcCode::invalid_params, "Invalid params: uri must be a text");
  const auto name = parse_resource_uri(uri->get<std::string>());
  const auto found = name ? context.searcher().article(name->id, name->lang) : std::nullopt;
  // In this language, or not at all: the address says which.
  if (!found || found->document.lang != name->lang)
    throw RpcError(era == Era::modern ? RpcCode::invalid_params : RpcCode::resource_not_found,
                   "Resource not found", 200, {{"uri", *uri}});
  answer.noticed = noticed_deed(context, Noticed::Kind::article, found->document.id, found->document.lang);
  const Json content = {
      {"uri", *uri}, {"mimeType", kMarkdownType}, {"text", article_markdown(found->document)}};
  return {{"contents", Json::array({content})}};
}

}  // namespace signpost
