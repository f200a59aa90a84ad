// render.cc - the body of one Markdown file as a page: HTML that is safe to show, and sections.
// Tested by tests/unit/content/render_test.cc and the goldens in tests/golden/markdown/.
#include "content/render.h"

#include <algorithm>

#include "content/dialects/dialect_pass.h"
#include "content/list_numbers.h"
#include "content/markdown_places.h"
#include "content/markdown_renderer.h"
#include "content/markdown_tree.h"
#include "content/raw_html.h"
#include "content/source_filter.h"

namespace signpost {
namespace {

constexpr int kStrangersTopLevel = 3;  // below the page's title and the heading of the post

// Shifts a post's headings so that the highest one stands right below the post's own.
int shift_for(cmark_node* root) {
  int highest = 7;
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
      highest = std::min(highest, cmark_node_get_heading_level(node));
    }
  }
  return highest == 7 ? 0 : kStrangersTopLevel - highest;
}

// The body as plain Markdown.
struct ReadableText {
  bool changed = false;  // false: it is as it was, and `text` is empty
  std::string text;
  SourceLines lines;
};

ReadableText make_readable(const RenderInput& input, const LinkResolver& files,
                           std::vector<Diagnostic>& diagnostics, Leftovers& leftovers) {
  ReadableText result;
  result.lines = SourceLines(input.first_line);
  if (input.trust == Trust::company) {
    DialectText text = read_dialects(input.body, {input.dialects, input.lang, input.path, input.first_line,
                                                  leftovers, &files, &diagnostics});
    result = {text.changed, std::move(text.text), std::move(text.lines)};
  }
  const std::string_view body = result.changed ? std::string_view(result.text) : input.body;
  const FilterOptions filter{input.strip_template_tags, input.lang, input.dialects};
  if (needs_filter(body, filter)) {
    SourceLines lines;
    std::string filtered = filter_source(body, filter, lines);
    result = {true, std::move(filtered), lines.behind(result.lines)};
  }
  return result;
}

}  // namespace

Page render_markdown(const RenderInput& input, LinkRewriter& links, std::vector<Diagnostic>& diagnostics,
                     Leftovers& leftovers) {
  const ReadableText readable = make_readable(input, links.resolver(), diagnostics, leftovers);
  const std::string_view body = readable.changed ? std::string_view(readable.text) : input.body;
  PageOptions options = input.page;
  gfm_types();  // parses a sample: not while another tree is alive
  const MarkdownTree tree(body);
  continue_lists(body, tree.root());
  if (!tree.tables_read()) {
    diagnostics.push_back(
        {Severity::warning, input.path, 0, 0, "render", "has tables too large to read as tables"});
  }
  if (input.trust == Trust::stranger) options.heading_shift = shift_for(tree.root());
  MarkdownPlaces places(input.body, input.first_line, readable.lines);
  const MarkdownRenderer::Context context{input.lang, input.trust, options.id_prefix, places};
  PageBuilder page(std::move(options));
  RawHtml raw(page, links, input.lang, input.path, diagnostics, leftovers);
  MarkdownRenderer(context, page, links, raw).render(tree.root());
  return page.finish();
}

std::string markdown_to_text(std::string_view markdown) {
  static const LinkResolver kNoLinks;
  const std::string path;
  std::vector<Diagnostic> ignored;
  LinkRewriter links(path, Trust::stranger, {}, kNoLinks, ignored);
  const RenderInput input{markdown, 1, path, {}, Trust::company, false, {}};
  Leftovers uncounted;
  const Page result = render_markdown(input, links, ignored, uncounted);
  std::string text = result.sections.front().text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
  return text;
}

}  // namespace signpost
