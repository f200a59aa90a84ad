// thread.cc - parse_thread: the posts of strangers, a question and its answers, into one document.
// Tested by tests/unit/content/thread_test.cc.
#include "content/thread.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "content/heading_ids.h"
#include "content/labels.h"
#include "content/opened_source.h"
#include "content/post_origin.h"
#include "content/render.h"
#include "content/shown_source.h"
#include "content/split_source.h"
#include "content/title_text.h"

namespace signpost {
namespace {

// "answer-2.md" -> "answer-2": the file's name and not the place, so that a link to an answer stays true
// when votes change the order.
std::string post_anchor(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of('/') + 1);
  return heading_slug(name.substr(0, name.find_last_of('.')));
}

void sort_answers(std::vector<OpenedSource>& posts, std::vector<Diagnostic>& diagnostics) {
  bool accepted = false;
  for (auto post = posts.begin() + 1; post != posts.end(); ++post) {
    if (post->matter.accepted && accepted) {
      post->matter.accepted = false;
      const Place place = place_in_front_matter(post->split, "accepted", "");
      diagnostics.push_back({Severity::warning, post->file->path, place.line, place.column, "front-matter",
                             "another answer of this thread is already accepted"});
    }
    accepted = accepted || post->matter.accepted;
  }
  const auto rank = [](const OpenedSource& post) {
    return std::make_tuple(!post.matter.accepted, -static_cast<int64_t>(post.matter.votes), post.matter.date,
                           post.file->path);
  };
  std::sort(posts.begin() + 1, posts.end(),
            [&](const OpenedSource& a, const OpenedSource& b) { return rank(a) < rank(b); });
}

// What a licence wants named wherever the post goes: the author, the original and the licence. "" for a post
// of one's own. In no language, so that it needs no words.
std::string origin_in_markdown(const FrontMatter& post) {
  const PostOrigin& origin = post.origin;
  if (origin.url.empty() && origin.license.empty()) return "";
  std::string line;
  const auto add = [&line](const std::string& text, const std::string& url) {
    if (text.empty() && url.empty()) return;
    if (!line.empty()) line += ", ";
    line += text;
    if (!url.empty()) line += (text.empty() ? "<" : " <") + url + ">";
  };
  add(post.author, origin.author_url);
  add("", origin.url);
  add(origin.license, origin.license_url);
  return line;
}

class ThreadParser {
 public:
  ThreadParser(const Site& site, const LinkResolver& resolver, ParseResult& result)
      : site_(site),
        resolver_(resolver),
        diagnostics_(result.diagnostics),
        leftovers_(result.leftovers),
        document_(*result.document) {}

  void add(const OpenedSource& source, bool question) {
    const FrontMatter& matter = source.matter;
    Post post{matter.author, matter.date, matter.votes, !question && matter.accepted,
              "question",    {},          matter.origin};
    if (!question) post.anchor = anchors_.take_numbered(post_anchor(source.file->path));
    if (question) anchors_.take("question");

    PageOptions options;
    options.title = document_.title;
    options.take_title = question && document_.title.empty();
    options.id_prefix = post.anchor + "-";
    options.lead_anchor = post.anchor;
    options.min_heading_level = 3;
    options.close_gaps = true;
    if (!question) options.outer_path = {answer_heading(post.author, document_.lang)};
    LinkRewriter links(source.file->path, Trust::stranger, options.id_prefix, resolver_, diagnostics_);
    const RenderInput input{source.split.body,
                            source.split.body_line,
                            source.file->path,
                            document_.lang,
                            Trust::stranger,
                            site_.strip_template_tags,
                            options};
    Page page = render_markdown(input, links, diagnostics_, leftovers_);
    if (options.take_title) document_.title = page.title;
    post.html = std::move(page.html);
    document_.posts.push_back(std::move(post));
    collect(page, links);
    document_.updated = std::max(document_.updated, matter.date);
    document_.solved = document_.solved || document_.posts.back().accepted;
    if (!question) document_.markdown += "\n\n## " + options.outer_path.front() + "\n\n";
    document_.markdown += shown_source(source.split.body, Trust::stranger, site_.strip_template_tags);
    if (const std::string origin = origin_in_markdown(matter); !origin.empty()) {
      document_.markdown.erase(document_.markdown.find_last_not_of('\n') + 1);  // npos + 1 is 0
      document_.markdown += "\n\n" + origin + "\n";
    }
  }

 private:
  void collect(Page& page, LinkRewriter& links) {
    const auto move_to = [](auto& from, auto& to) {
      std::move(from.begin(), from.end(), std::back_inserter(to));
    };
    move_to(page.sections, document_.sections);
    move_to(page.anchors, document_.anchors);
    move_to(links.links, document_.links);
    for (Asset& asset : links.assets) {
      const auto same = [&](const Asset& known) { return known.url == asset.url; };
      if (std::none_of(document_.assets.begin(), document_.assets.end(), same)) {
        document_.assets.push_back(std::move(asset));
      }
    }
  }

  const Site& site_;
  const LinkResolver& resolver_;
  std::vector<Diagnostic>& diagnostics_;
  Leftovers& leftovers_;
  Document& document_;
  HeadingIds anchors_;
};

}  // namespace

ParseResult parse_thread(const SourceInfo& info, const std::vector<SourceFile>& files, const Site& site,
                         const LinkResolver& resolver) {
  ParseResult result;
  std::vector<OpenedSource> posts;
  for (const SourceFile& file : files) {
    auto post = open_source(file, result.diagnostics);
    if (!post && posts.empty()) return result;  // no question, no thread
    if (post) posts.push_back(std::move(*post));
  }
  if (posts.empty()) {
    result.diagnostics.push_back({Severity::error, info.path, 0, 0, "empty", "the thread has no question"});
    return result;
  }
  sort_answers(posts, result.diagnostics);
  const FrontMatter& question = posts.front().matter;
  Document& document = result.document.emplace();
  apply_front_matter(info, question, site, document);
  document.kind = Kind::community;
  std::erase_if(document.extra, [](const auto& entry) { return is_origin_key(entry.first); });
  document.title = title_text(clean_title(question.title.value_or(""), site));
  document.votes = question.votes;
  ThreadParser parser(site, resolver, result);
  for (size_t i = 0; i < posts.size(); ++i) parser.add(posts[i], i == 0);
  if (document.title.empty()) {
    document.title = title_from_path(info.path);
    result.diagnostics.push_back(
        {Severity::warning, info.path, 1, 1, "title",
         "no title and no heading of the first level; the folder's name is used as the title"});
  }
  return result;
}

}  // namespace signpost
