// card_handler.cc - the pictures by which other sites announce articles that somebody links to. An address
// names what is in the picture, so that it never changes.
#include "base/percent.h"
#include "index/card_picture.h"
#include "net/entity_tag.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

constexpr size_t kNameLength = 16;  // of a sum: nobody gains anything by a second picture with the same
constexpr std::string_view kEnding = ".png";

std::string file_name(const std::string& card) {
  return fingerprint({card}).substr(0, kNameLength) + std::string(kEnding);
}

std::string path_of_card(const std::string& id, const std::string& card) {
  return card.empty() ? "" : "/cards/" + percent_encode(id) + "/" + file_name(card);
}

Response card_response(const std::string& card) {
  Response response;
  response.content_type = "image/png";
  response.body = card_png(card);
  response.cache = CachePolicy::immutable;
  return response;
}

}  // namespace

std::string card_path(const PageContext& context, const Article& article) {
  const Document& document = article.document;
  return path_of_card(document.id, context.generation->searcher().card(document.id, document.lang));
}

Response send_card(const PageContext& context) {
  const std::string& id = context.arguments.front();
  const Searcher& searcher = context.generation->searcher();
  const std::optional<Article> article = searcher.article(id, context.lang);
  if (!article || article->document.kind != Kind::help) return text_response(404, "");
  std::vector<std::string> languages = {article->document.lang};
  for (const ArticleRef& ref : article->translations) languages.push_back(ref.lang);
  std::string newest;
  for (const std::string& lang : languages) {
    const std::string card = searcher.card(id, lang);
    if (card.empty()) continue;
    if (file_name(card) == context.arguments.back()) return card_response(card);
    if (newest.empty()) newest = path_of_card(id, card);
  }
  if (newest.empty()) return text_response(404, "");
  // Of an earlier title: whoever kept the address shows the article still.
  Response response = redirect(302, newest);
  response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
