// plain.cc - parse_plain: a document whose Markdown could not be rendered, shown as it was written.
// Tested by tests/unit/content/parse_test.cc.
#include "content/plain.h"

#include "base/escape.h"
#include "base/utf8.h"
#include "content/heading_ids.h"
#include "content/labels.h"
#include "content/opened_source.h"

namespace signpost {
namespace {

// The text of the first "# Heading" line of the first level.
std::string first_heading(std::string_view body) {
  for (size_t pos = 0; pos < body.size();) {
    const size_t end = std::min(body.find('\n', pos), body.size());
    std::string_view line = body.substr(pos, end - pos);
    pos = end + 1;
    if (line.substr(0, 1) != "#" || line.substr(0, 2) == "##") continue;
    line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '#'))
      line.remove_suffix(1);
    if (!line.empty()) return std::string(line);
  }
  return {};
}

// Pages never show comments, and here nothing can tell which stand in code.
std::string without_comments(std::string_view body) {
  std::string out;
  size_t done = 0;
  for (size_t at = body.find("<!--"); at != std::string_view::npos; at = body.find("<!--", done)) {
    out.append(body, done, at - done);
    done = std::min(body.find("-->", at + 4), body.size() - 3) + 3;
  }
  out.append(body, done, std::string_view::npos);
  return out;
}

std::string in_pre(std::string_view body) {
  std::string html = "<pre tabindex=\"0\">";
  append_escaped(html, body);
  html += "</pre>\n";
  scrub_utf8(html);
  return html;
}

}  // namespace

std::string plain_html(std::string_view markdown) { return in_pre(without_comments(markdown)); }

ParseResult parse_plain(const SourceInfo& info, const std::vector<SourceFile>& files, const Site& site) {
  ParseResult result;
  const bool thread = info.kind == Kind::community;
  HeadingIds anchors;
  for (const SourceFile& file : files) {
    const auto source = open_source(file, result.diagnostics);
    if (!source && !result.document) return result;
    if (!source) continue;
    const FrontMatter& matter = source->matter;
    const bool first = !result.document;
    if (first) {
      Document& document = result.document.emplace();
      apply_front_matter(info, matter, site, document);
      document.title = matter.title.value_or(first_heading(without_comments(source->split.body)));
      if (document.title.empty()) document.title = title_from_path(file.path);
      scrub_utf8(document.title);
      document.votes = matter.votes;
    }
    Document& document = *result.document;
    Section section;
    section.text = without_comments(source->split.body);
    scrub_utf8(section.text);
    section.blocks = whole_text(section.text, BlockKind::code);
    if (thread) {
      const std::string_view name = std::string_view(file.path).substr(file.path.find_last_of('/') + 1);
      section.anchor = anchors.take_numbered(heading_slug(name.substr(0, name.find_last_of('.'))));
      const bool accepted = !first && matter.accepted;
      document.posts.push_back({matter.author, matter.date, matter.votes, accepted, section.anchor,
                                in_pre(section.text), matter.origin});
      document.solved = document.solved || accepted;
      document.updated = std::max(document.updated, matter.date);
      if (!first) {
        section.heading = answer_heading(matter.author, document.lang);
        section.level = 2;
        section.path = {section.heading};
        document.markdown += "\n\n## " + section.heading + "\n\n";
      }
    } else {
      document.html = in_pre(section.text);
    }
    document.markdown += section.text;
    document.sections.push_back(std::move(section));
    if (!thread) break;
  }
  return result;
}

}  // namespace signpost
