// crawler_operation.cc - see crawler_operation.h.
#include "api/crawler_operation.h"

#include "api/addresses.h"
#include "index/generation_files.h"

namespace signpost {
namespace {

Answer answer_sitemap(const OperationContext& context, const Parameters& arguments) {
  return file_answer(sitemap(context, arguments.get("path").value_or("000000.xml")));
}

Answer answer_robots(const OperationContext& context, const Parameters&) {
  return {.media_type = "text/plain; charset=utf-8", .text = robots(context.site())};
}

Operation sitemap_at(std::string_view path) {
  return {.door = {.name = "sitemap",
                   .path = path,
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs,
                   .language = LanguageFrom::nothing,
                   .tag = Tag::bytes},
          .parameters = {},
          .answer = answer_sitemap};
}

}  // namespace

std::optional<StoredFile> sitemap(const OperationContext& context, const std::string& part) {
  return find_stored_file(*context.generation, std::string(kSitemapFolder) + "/" + part, WrittenBy::signpost);
}

std::string robots(const Site& site) {
  std::string text = "User-agent: *\nDisallow: /api/\nDisallow: /search\n";
  if (!site.base_url.empty()) text += "Sitemap: " + absolute_url(site, "/sitemap.xml") + "\n";
  return text;
}

Operation sitemap_operation() { return sitemap_at("/sitemap.xml"); }
Operation sitemap_part_operation() { return sitemap_at("/sitemaps/{path*}"); }

Operation robots_operation() {
  return {.door = {.name = "robots",
                   .path = "/robots.txt",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs,
                   .language = LanguageFrom::nothing,
                   .tag = Tag::strong},
          .parameters = {},
          .answer = answer_robots};
}

}  // namespace signpost
