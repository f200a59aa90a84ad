// article_handler.cc - help articles and community threads: page and Markdown.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>

#include "api/addresses.h"
#include "api/article_operation.h"
#include "api/noticed_search.h"
#include "base/dates.h"
#include "base/shown_text.h"
#include "content/language.h"
#include "content/text_direction.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/structured_data.h"

namespace signpost {
namespace {

constexpr std::string_view kMarkdownEnding = ".md";

// "/ko/articles/<id>" or "/community/<id>", percent-encoded.
std::string path_of(const Article& article) { return page_url(article.url); }

// The page's URL with ".md" behind it. A thread has one URL in all languages.
std::string markdown_path(const Article& article) { return path_of(article) + std::string(kMarkdownEnding); }

Response markdown_response(const PageContext& context, const Article& article) {
  const Document& document = article.document;
  Response response;
  response.content_type = "text/markdown; charset=utf-8";
  response.body = article_markdown(document);
  response.headers.emplace_back("Content-Language", document.lang);
  response.headers.emplace_back(
      "Link", "<" + absolute_url(context.site(), path_of(article)) + ">; rel=\"canonical\"");
  response.headers.emplace_back("X-Robots-Tag", "noindex");
  return response;
}

Json tag_views(const PageContext& context, const Document& document) {
  Json tags = Json::array();
  for (const std::string& tag : document.fields[Field::tag]) {
    const Parameters query({{"tag", tag}, {"lang", context.lang}});
    tags.push_back({{"name", tag}, {"url", with_query("/search", query)}});
  }
  return tags;
}

// "cooking.stackexchange.com" of "https://cooking.stackexchange.com/questions/1".
std::string host_of(const std::string& url) {
  const size_t start = std::min(url.find("//"), url.size() - 2) + 2;
  return url.substr(start, url.find_first_of("/?#", start) - start);
}

// Where an imported post comes from, as its licence wants it said.
void add_origin(const Strings& strings, const PostOrigin& origin, Json& view) {
  view["author_url"] = origin.author_url;
  view["source_url"] = origin.url;
  if (!origin.url.empty()) view["source_site"] = host_of(origin.url);
  view["license"] = origin.license;
  view["license_url"] = origin.license_url;
  std::tie(view["source_before"], view["source_after"]) = strings.around("post_source", "site");
  std::tie(view["license_before"], view["license_after"]) = strings.around("post_license", "license");
  view["closed_label"] =
      origin.closed.empty() ? "" : strings.fill("post_closed", {{"day", strings.date(origin.closed)}});
}

Json post_views(const Strings& strings, const Article& article) {
  Json views = Json::array();
  const std::vector<Post>& posts = article.document.posts;
  for (size_t i = 0; i < posts.size(); ++i) {
    const Post& post = posts[i];
    const auto [before, after] = strings.around(i == 0 ? "question_by" : "answer_by", "author");
    views.push_back({{"author", post.author},
                     {"author_before", post.author.empty() ? "" : before},
                     {"author_after", post.author.empty() ? "" : after},
                     {"date", post.date},
                     {"date_label", strings.date(post.date)},
                     {"votes", post.votes},
                     {"votes_label", strings.plural("votes", post.votes)},
                     {"accepted", post.accepted},
                     {"anchor", post.anchor},
                     {"html", post.html},
                     {"is_question", i == 0},
                     {"is_answer", i > 0}});
    add_origin(strings, post.origin, views.back());
  }
  return views;
}

std::string fallback_notice(const PageContext& context, const Article& article) {
  if (!article.fallback) return "";
  const Strings& strings = context.strings();
  const auto name = [&strings](const std::string& code) {
    return language_name_in(code, strings.lang(), NamePlace::sentence);
  };
  return strings.fill("fallback_notice",
                      {{"wanted", name(context.lang)}, {"actual", name(article.document.lang)}});
}

// Fields whose values stand beside the title, in this order.
constexpr Field kBadges[] = {Field::type, Field::level, Field::product, Field::platform};

// Each has `own_label`, in our words, or `text`, as its author wrote it.
Json badge_views(const Strings& strings, const Document& document) {
  Json badges = Json::array();
  for (const Field field : kBadges) {
    const FieldRow& row = row_of(field);
    const bool ours = row.labels == FieldLabels::texts;
    for (const std::string& value : document.fields[field]) {
      badges.push_back({{"own_label", ours ? strings.text(std::string(row.name) + "_" + value) : ""},
                        {"text", ours ? "" : value}});
    }
  }
  return badges;
}

// Of an article, if the site wants everybody to be led there.
std::string edit_url(const PageContext& context, const Document& document) {
  const bool is_shown = context.site().edit_link && document.kind == Kind::help;
  return is_shown ? edit_address(context.site(), document.source_path, document.title) : "";
}

Json toc_views(const Article& article) {
  Json views = Json::array();
  for (const TocEntry& entry : article.toc)
    views.push_back({{"anchor", entry.anchor},
                     {"heading", entry.heading},
                     {"plain_heading", without_bidi_controls(entry.heading)},
                     {"short_url", short_path(entry.short_code)},
                     {"level", std::to_string(entry.level)}});
  return views;
}

// "help.example.com/s/4f9k0a", as people write it.
std::string short_label(const Site& site, const Article& article) {
  const std::string address = absolute_url(site, short_path(article.short_code));
  const size_t scheme = address.find("://");
  return scheme == std::string::npos ? address : address.substr(scheme + 3);
}

bool has_short_parts(const Article& article) {
  return std::any_of(article.toc.begin(), article.toc.end(),
                     [](const TocEntry& entry) { return !entry.short_code.empty(); });
}

// "Changed on 3 Dec 2026 after 12 readers found step 4 unclear", with a link to the section that is meant.
Json change_views(const PageContext& context, const Article& article) {
  const Strings& strings = context.strings();
  const auto today = static_cast<uint32_t>(context.now / kSecondsOfDay);
  const auto changes = context.generation->improvements()->changes_of(
      article.document.id, article.document.lang, today, context.site().feedback.changed_days);
  Json views = Json::array();
  for (const SectionChange& change : changes) {
    const auto section = std::find_if(article.toc.begin(), article.toc.end(),
                                      [&](const TocEntry& entry) { return entry.anchor == change.anchor; });
    const std::string key = "changed_" + std::string(name_of(change.reason));
    views.push_back(
        {{"sentence", strings.fill(key + (change.readers == 1 ? "_one" : "_other"),
                                   {{"date", strings.date(format_day(change.day))},
                                    {"n", std::to_string(change.readers)}})},
         {"anchor", section == article.toc.end() ? "" : section->anchor},
         {"part", section == article.toc.end() ? "" : section->heading},
         {"step_label",
          change.step == 0 ? "" : strings.fill("changed_step", {{"n", std::to_string(change.step)}})}});
  }
  return views;
}

std::string updated_label(const Strings& strings, const Document& document) {
  if (document.updated.empty()) return "";
  return strings.fill("updated", {{"date", strings.date(document.updated)}});
}

Json article_view(const PageContext& context, const Article& article) {
  const Strings& strings = context.strings();
  const Document& document = article.document;
  const std::string& category = document.fields.one(Field::category);
  const size_t answers = document.posts.empty() ? 0 : document.posts.size() - 1;
  return {{"lang", document.lang},
          {"dir", text_direction(document.lang)},
          {"id", document.id},
          {"title", document.title},
          {"summary", document.summary},
          {"category_name", article.category_name},
          {"category_url", category.empty() ? "" : category_url(category, context.lang)},
          {"internal_label", internal_label(strings, document.internal)},
          {"badges", badge_views(strings, document)},
          {"updated_label", updated_label(strings, document)},
          {"html", document.html},
          {"toc", toc_views(article)},
          {"has_toc", article.toc.size() > 1},
          {"markdown_url", markdown_path(article)},
          {"edit_url", edit_url(context, document)},
          {"short_url", short_path(article.short_code)},
          {"short_label", short_label(context.site(), article)},
          {"has_short_parts", has_short_parts(article)},
          {"tags", tag_views(context, document)},
          {"has_tags", !document.fields[Field::tag].empty()},
          {"posts", post_views(strings, article)},
          {"solved", document.solved},
          {"has_answers", answers > 0},
          {"answers_label", strings.plural("answers", static_cast<int64_t>(answers))},
          {"votes_label", strings.plural("votes", document.votes)},
          {"translations", ref_views(context, article.translations)},
          {"has_translations", !article.translations.empty()},
          {"related", ref_views(context, article.related)},
          {"has_related", !article.related.empty()},
          {"previous", ref_views(context, article.previous)},
          {"next", ref_views(context, article.next)},
          {"has_neighbours", !article.previous.empty() || !article.next.empty()},
          {"fallback", article.fallback},
          {"fallback_notice", fallback_notice(context, article)},
          {"json_ld", structured_data(article, context.site(), without_bidi_controls(strings.text("home")))}};
}

PageInfo article_info(const PageContext& context, const Article& article) {
  const Document& document = article.document;
  const bool is_thread = document.kind == Kind::community;
  PageInfo info;
  info.kind = is_thread ? "thread" : "article";
  info.title = document.title;
  info.description = description_of(document);
  info.is_internal = document.internal == Internal::whole;
  info.canonical = path_of(article);
  info.og_type = "article";
  if (is_thread) return info;
  for (const Language& language : context.site().languages) {
    info.in_language[language.code] =
        "/" + percent_encode(language.code) + "/articles/" + percent_encode(document.id);
  }
  if (!article.translations.empty()) {
    info.alternates.emplace_back(document.lang, path_of(article));
    for (const ArticleRef& ref : article.translations)
      info.alternates.emplace_back(ref.lang, page_url(ref.url));
    info.alternates.emplace_back("x-default", "/articles/" + percent_encode(document.id));
  }
  return info;
}

std::vector<IncidentEntry> incidents_of(const PageContext& context, const Document& document) {
  std::vector<std::string_view> about;
  for (const Field field : {Field::category, Field::product})
    about.insert(about.end(), document.fields[field].begin(), document.fields[field].end());
  return incidents_concerning(context.operation(), "", std::move(about));
}

Response article_page(const PageContext& context, Kind wanted) {
  std::string id = context.arguments.back();
  std::optional<Article> found = article(context.operation(), id);
  const bool as_markdown = !found && id.ends_with(kMarkdownEnding);
  if (as_markdown) {
    id.resize(id.size() - kMarkdownEnding.size());
    found = article(context.operation(), id);
  }
  if (!found) return text_response(404, "");
  const Kind kind = found->document.kind;
  if (kind != wanted) {
    const std::string folder = kind == Kind::community ? "/community/" : "/articles/";
    const std::string ending(as_markdown ? kMarkdownEnding : "");
    return redirect(301, with_query(folder + percent_encode(id) + ending, context.request.query));
  }
  if (as_markdown) return markdown_response(context, *found);
  PageInfo info = article_info(context, *found);
  info.incidents = incidents_of(context, found->document);
  if (kind == Kind::help) info.image = card_path(context, *found);
  Json view = page_view(context, info);
  view["article"] = article_view(context, *found);
  view["article"]["changes"] = change_views(context, *found);
  view["article"]["has_changes"] = !view["article"]["changes"].empty();
  view["article"]["has_steps"] = found->document.html.find("<ol") != std::string::npos;
  Response response = page_response(context, info.kind, view);
  response.noticed =
      noticed_deed(context.operation(), Noticed::Kind::article, found->document.id, found->document.lang);
  response.headers.emplace_back("Link",
                                "<" + markdown_path(*found) + ">; rel=\"alternate\"; type=\"text/markdown\"");
  return response;
}

}  // namespace

Response draw_article(const PageContext& context) { return article_page(context, Kind::help); }
Response draw_thread(const PageContext& context) { return article_page(context, Kind::community); }

}  // namespace signpost
