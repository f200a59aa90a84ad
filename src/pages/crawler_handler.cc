// crawler_handler.cc - what crawlers ask for: /sitemap.xml and its parts (index/sitemap.h), and /robots.txt.
#include "index/generation_files.h"
#include "pages/handlers.h"
#include "pages/page_view.h"
#include "pages/stored_file.h"

namespace signpost {
namespace {

// The file that the address names; the sitemap itself has none.
std::string sitemap_file(const Context& context) {
  return std::string(kSitemapFolder) + "/" +
         (context.arguments.empty() ? "000000.xml" : context.arguments.back());
}

}  // namespace

std::optional<StaticContent> sitemap_content(const Context& context) {
  return stored_content(context, sitemap_file(context));
}

Response handle_sitemap(const Context& context) { return stored_file(context, sitemap_file(context)); }

Response handle_robots(const Context& context) {
  std::string text = "User-agent: *\nDisallow: /api/\nDisallow: /search\n";
  if (!context.site().base_url.empty())
    text += "Sitemap: " + absolute_url(context.site(), "/sitemap.xml") + "\n";
  return text_response(200, text);
}

}  // namespace signpost
