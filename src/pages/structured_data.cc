// structured_data.cc - see structured_data.h.
#include "pages/structured_data.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "api/addresses.h"
#include "api/json.h"
#include "base/shown_text.h"
#include "base/utf8.h"
#include "content/sentences.h"
#include "index/unicode_fold.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

constexpr size_t kMaxText = 600;
constexpr size_t kDescriptionColumns = 160;  // about what search engines show

Json post_node(const char* type, const Post& post, const std::string& url) {
  Json node = {{"@type", type},
               {"text", without_bidi_controls(text_of_html(post.html, kMaxText))},
               {"upvoteCount", post.votes},
               {"url", url + "#" + post.anchor}};
  if (!post.date.empty()) node["datePublished"] = post.date;
  if (!post.author.empty())
    node["author"] = {{"@type", "Person"}, {"name", without_bidi_controls(post.author)}};
  return node;
}

Json question_node(const Article& article, const std::string& url) {
  const std::vector<Post>& posts = article.document.posts;
  Json question = posts.empty() ? Json{{"@type", "Question"}} : post_node("Question", posts.front(), url);
  question["name"] = without_bidi_controls(article.document.title);
  question["answerCount"] = posts.empty() ? 0 : posts.size() - 1;
  for (size_t i = 1; i < posts.size(); ++i) {
    Json answer = post_node("Answer", posts[i], url);
    if (posts[i].accepted) {
      question["acceptedAnswer"] = std::move(answer);
    } else {
      question["suggestedAnswer"].push_back(std::move(answer));
    }
  }
  return {{"@type", "QAPage"}, {"url", url}, {"inLanguage", article.document.lang}, {"mainEntity", question}};
}

Json article_node(const Article& article, const std::string& url) {
  const Document& document = article.document;
  Json node = {{"@type", "TechArticle"},
               {"headline", without_bidi_controls(document.title)},
               {"inLanguage", document.lang},
               {"url", url}};
  if (const std::string description = description_of(document); !description.empty())
    node["description"] = without_bidi_controls(description);
  if (!document.updated.empty()) node["dateModified"] = document.updated;
  return node;
}

Json breadcrumb_node(const Article& article, const Site& site, const std::string& home_title) {
  Json items = Json::array();
  const auto add = [&items](const std::string& name, const std::string& url) {
    items.push_back({{"@type", "ListItem"},
                     {"position", items.size() + 1},
                     {"name", without_bidi_controls(name)},
                     {"item", url}});
  };
  const std::string& lang = article.document.lang;
  add(home_title, absolute_url(site, home_path(site, lang)));
  if (!article.document.fields[Field::category].empty()) {
    add(article.category_name,
        absolute_url(site, category_url(article.document.fields.one(Field::category), lang)));
  }
  add(article.document.title, absolute_url(site, page_url(article.url)));
  return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(items)}};
}

// "<em", "</a": no word ends with it.
bool is_inline_tag(std::string_view tag) {
  static constexpr std::string_view kInline[] = {"a",    "abbr",   "b",   "bdi", "code", "del",
                                                 "em",   "i",      "ins", "kbd", "mark", "s",
                                                 "span", "strong", "sub", "sup", "u"};
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return std::find(std::begin(kInline), std::end(kInline), tag.substr(0, tag.find_first_of(" \t\n/"))) !=
         std::end(kInline);
}

size_t columns_of(char32_t c) { return is_wide(c) ? 2 : 1; }

size_t columns_of(const std::string& text, size_t end) {
  size_t columns = 0;
  for (size_t at = 0; at < end;) columns += columns_of(next_code_point(text, at));
  return columns;
}

// Bytes of the sentences of a text that end before `limit`.
size_t whole_sentences(const std::string& text, size_t limit) {
  size_t bytes = 0;
  for (const auto& [begin, end] : sentences(text)) {
    if (end <= limit) bytes = end;
  }
  return bytes;
}

// The character that starts at `at`, and how many bytes it takes in the HTML.
std::pair<std::string, size_t> resolve_entity(const std::string& html, size_t at) {
  static constexpr std::pair<const char*, const char*> kEntities[] = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
  for (const auto& [entity, text] : kEntities) {
    const size_t length = std::char_traits<char>::length(entity);
    if (html.compare(at, length, entity) == 0) return {text, length};
  }
  return {"&", 1};
}

}  // namespace

std::string beginning_of(const std::string& text, size_t max_columns) {
  size_t word = 0;  // bytes of the whole words that fit
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = next_code_point(text, at);
    // Between letters of Han and kana there may be a break anywhere; Korean has spaces.
    if (c == ' ' || (is_wide(c) && classify(c) != CharClass::hangul)) word = start;
    columns += columns_of(c);
    if (columns <= max_columns) continue;
    if (const size_t whole = whole_sentences(text, start); columns_of(text, whole) * 2 >= max_columns)
      return text.substr(0, whole);
    std::string cut = text.substr(0, word > 0 ? word : start);
    while (cut.ends_with(' ')) cut.pop_back();
    return cut + "…";
  }
  return text;
}

std::string description_of(const Document& document) {
  if (!document.summary.empty()) return document.summary;
  const std::string& html = document.posts.empty() ? document.html : document.posts.front().html;
  const size_t paragraph = html.find("<p>");  // a heading, a picture or code before it says less
  return beginning_of(text_of_html(paragraph == std::string::npos ? html : html.substr(paragraph), kMaxText),
                      kDescriptionColumns);
}

std::string text_of_html(const std::string& html, size_t max_bytes) {
  std::string text;
  const auto add_space = [&text] {
    if (!text.empty() && text.back() != ' ') text += ' ';
  };
  for (size_t i = 0; i < html.size() && text.size() <= max_bytes;) {
    if (html[i] == '<') {
      const size_t end = html.find('>', i);
      if (end == std::string::npos) break;
      if (!is_inline_tag(std::string_view(html).substr(i, end - i))) add_space();
      i = end + 1;
    } else if (html[i] == '&') {
      const auto [character, length] = resolve_entity(html, i);
      text += character;
      i += length;
    } else if (html[i] == ' ' || html[i] == '\n' || html[i] == '\t' || html[i] == '\r') {
      add_space();
      ++i;
    } else {
      text += html[i++];
    }
  }
  text.resize(whole_characters(text, max_bytes));
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string structured_data(const Article& article, const Site& site, const std::string& home_title) {
  const std::string url = absolute_url(site, page_url(article.url));
  const bool is_thread = article.document.kind == Kind::community;
  const Json json = {{"@context", "https://schema.org"},
                     {"@graph",
                      {is_thread ? question_node(article, url) : article_node(article, url),
                       breadcrumb_node(article, site, home_title)}}};
  return to_script_text(json);
}

}  // namespace signpost
