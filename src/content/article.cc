// article.cc - parse_article: one file of the company's own into one document.
// Tested by tests/unit/content/parse_test.cc and the goldens in tests/golden/markdown/.
#include "content/article.h"

#include "content/dialects/hidden_comments.h"
#include "content/link_targets.h"
#include "content/markdown_names.h"
#include "content/opened_source.h"
#include "content/render.h"
#include "content/shown_source.h"
#include "content/source_filter.h"
#include "content/template_tags.h"
#include "content/title_text.h"

namespace signpost {
namespace {

std::vector<int> lines_of_headings(const Page& page) {
  std::vector<int> lines(page.sections.size(), 0);
  for (const SourceBlock& block : page.blocks) {
    if (block.kind == SourceBlock::Kind::heading && block.section > 0)
      lines.at(block.section) = block.place.line;
  }
  return lines;
}

DialectSet dialects_of(const std::string& path, const Site& site) {
  DialectSet dialects = site.dialects.value_or(DialectSet());
  if (is_mdx_name(path)) dialects.add(Dialect::mdx);
  return dialects;
}

}  // namespace

std::string article_markdown(std::string_view body, const std::string& path, const Site& site) {
  const DialectSet dialects = dialects_of(path, site);
  return shown_source(without_hidden_text(body, dialects), Trust::company,
                      site.strip_template_tags || has_template_tags(dialects));
}

ParseResult parse_article(const SourceInfo& info, const SourceFile& file, const Site& site,
                          const LinkResolver& resolver) {
  ParseResult result;
  const auto source = open_source(file, result.diagnostics);
  if (!source) return result;
  Document& document = result.document.emplace();
  apply_front_matter(info, source->matter, site, document);
  document.title = title_text(clean_title(source->matter.title.value_or(""), site));

  LinkRewriter links(file.path, Trust::company, {}, resolver, result.diagnostics);
  links.own_addresses = document.aliases;
  PageOptions options;
  options.title = document.title.empty() ? title_from_path(without_language_ending(file.path, document.lang))
                                         : document.title;
  options.take_title = document.title.empty();
  const DialectSet dialects = dialects_of(file.path, site);
  const RenderInput input{source->split.body, source->split.body_line,  file.path, document.lang,
                          Trust::company,     site.strip_template_tags, options,   dialects};
  Page page = render_markdown(input, links, result.diagnostics, result.leftovers);
  if (document.title.empty()) document.title = page.title;
  if (document.title.empty()) {
    document.title = input.page.title;
    result.diagnostics.push_back(
        {Severity::warning, file.path, 1, 1, "title",
         "no title and no heading of the first level; the file's name is used as the title"});
  }
  document.html = std::move(page.html);
  document.section_lines = lines_of_headings(page);
  document.sections = std::move(page.sections);
  document.anchors = std::move(page.anchors);
  document.markdown = article_markdown(source->split.body, file.path, site);
  document.links = std::move(links.links);
  document.assets = std::move(links.assets);
  document.blocks = std::move(page.blocks);
  document.images_without_text = std::move(page.images_without_text);
  return result;
}

}  // namespace signpost
