// crawler_handler.cc - what crawlers ask for: /sitemap.xml (sitemaps.org, with xhtml:link for translations)
// and /robots.txt.
#include <map>

#include "http/handlers.h"
#include "http/json.h"
#include "http/page_view.h"
#include "http/url.h"

namespace signpost {
namespace {

// A sitemap may hold no more (sitemaps.org).
constexpr size_t kMaxUrls = 50000;

std::string escape_xml(const std::string& text) {
  std::string escaped;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

using Alternates = std::vector<std::pair<std::string, std::string>>;  // hreflang -> path

void add_url(const Site& site, const std::string& path, const std::string& updated,
             const Alternates& alternates, std::string& xml) {
  xml += "<url><loc>" + escape_xml(absolute_url(site, path)) + "</loc>";
  if (!updated.empty()) xml += "<lastmod>" + escape_xml(updated) + "</lastmod>";
  for (const auto& [lang, alternate] : alternates) {
    xml += "<xhtml:link rel=\"alternate\" hreflang=\"" + escape_xml(lang) + "\" href=\"" +
           escape_xml(absolute_url(site, alternate)) + "\"/>";
  }
  xml += "</url>\n";
}

}  // namespace

Response handle_sitemap(const Context& context) {
  const Site& site = context.site();
  // Sitemaps hold absolute URLs only.
  if (site.base_url.empty()) return text_response(404, "");
  const std::vector<ArticleRef> articles = context.searcher().all_articles();
  std::map<std::string, Alternates> by_id;
  for (const ArticleRef& article : articles) {
    if (article.kind == "help") by_id[article.id].emplace_back(article.lang, page_url(article.url));
  }
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
      "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
      "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  Alternates homes;
  for (const Language& language : site.languages)
    homes.emplace_back(language.code, home_path(site, language.code));
  for (const auto& [lang, path] : homes)
    add_url(site, path, "", homes.size() > 1 ? homes : Alternates{}, xml);
  size_t urls = homes.size();
  for (const ArticleRef& article : articles) {
    if (++urls > kMaxUrls) break;
    Alternates alternates = article.kind == "help" ? by_id[article.id] : Alternates{};
    if (alternates.size() < 2) alternates.clear();
    if (!alternates.empty()) alternates.emplace_back("x-default", "/articles/" + percent_encode(article.id));
    add_url(site, page_url(article.url), article.updated, alternates, xml);
  }
  Response response;
  response.content_type = "application/xml";
  response.body = xml + "</urlset>\n";
  return response;
}

Response handle_robots(const Context& context) {
  std::string text = "User-agent: *\nDisallow: /api/\nDisallow: /search\n";
  if (!context.site().base_url.empty())
    text += "Sitemap: " + absolute_url(context.site(), "/sitemap.xml") + "\n";
  return text_response(200, text);
}

}  // namespace signpost
