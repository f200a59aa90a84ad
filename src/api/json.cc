// json.cc - see json.h.
#include "api/json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/shown_text.h"
#include "net/url.h"

namespace signpost {
namespace {

// In lists of what authors wrote, in bytes as shortened() counts them. An article's own page and answer have
// all.
constexpr size_t kNameBytes = 160;  // of categories, headings, labels
constexpr size_t kTextBytes = 900;  // summaries, descriptions, snippets
constexpr size_t kMaxRuns = 48;     // what comes behind is one run, without its matches

std::string short_title(const std::string& text) { return shortened(text, kTitleBytes); }
std::string short_name(const std::string& text) { return shortened(text, kNameBytes); }
std::string short_text(const std::string& text) { return shortened(text, kTextBytes); }

// Three decimals are plenty for scores and milliseconds, and keep answers short.
double rounded(double value) { return std::round(value * 1000) / 1000; }

Json first_or_null(const std::vector<ArticleRef>& refs) {
  return refs.empty() ? Json(nullptr) : ref_json(refs.front());
}

Json headings_json(const std::vector<std::string>& path) {
  Json array = Json::array();
  for (const std::string& heading : path) array.push_back(short_name(heading));
  return array;
}

Json post_json(const Post& post) {
  return {{"author", post.author},     {"date", post.date},     {"votes", post.votes},
          {"accepted", post.accepted}, {"anchor", post.anchor}, {"html", post.html}};
}

}  // namespace

std::string to_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string to_script_text(const Json& json) {
  std::string text;
  for (const char letter : to_text(json)) {
    switch (letter) {
      case '<':
        text += "\\u003c";
        break;
      case '>':
        text += "\\u003e";
        break;
      case '&':
        text += "\\u0026";
        break;
      default:
        text += letter;
    }
  }
  return text;
}

std::string category_url(const std::string& category, const std::string& lang) {
  return "/" + percent_encode(lang) + "/categories/" + percent_encode(category);
}

std::string page_url(const std::string& url, const std::string& anchor) {
  const size_t hash = std::min(url.find('#'), url.size());
  std::string encoded = url.substr(0, hash);
  const std::string own_anchor = hash < url.size() ? url.substr(hash + 1) : "";
  const std::string& fragment = anchor.empty() ? own_anchor : anchor;
  if (!fragment.empty()) encoded += "#" + percent_encode(fragment);
  return encoded;
}

uint64_t pages_of(uint64_t total, uint32_t per_page) { return (total + per_page - 1) / per_page; }

uint64_t page_count(uint64_t total, uint32_t per_page) {
  constexpr uint64_t kMaxListed = 1000;  // a search ranks no more
  return pages_of(std::min(total, kMaxListed), per_page);
}

Json runs_json(const Runs& runs, size_t max_bytes) {
  Json array = Json::array();
  const auto add = [&](const std::string& text, bool match) {
    const std::string kept = shortened(text, max_bytes);
    max_bytes -= std::min(max_bytes, html_size(text));
    array.push_back({{"text", kept}, {"match", match}});
  };
  std::string rest;
  for (size_t i = 0; i < runs.size() && max_bytes > 0; ++i) {
    if (i < kMaxRuns) {
      add(runs[i].text, runs[i].match);
    } else {
      rest += runs[i].text;
    }
  }
  if (!rest.empty()) add(rest, false);
  return array;
}

Json hit_json(const Hit& hit) {
  Json json = {{"id", hit.id},
               {"kind", hit.kind},
               {"lang", hit.lang},
               {"title", short_title(hit.title)},
               {"title_runs", runs_json(hit.title_runs, kTitleBytes)},
               {"url", page_url(hit.url)},
               {"category", hit.category},
               {"category_name", short_name(hit.category_name)},
               {"updated", hit.updated},
               {"section",
                {{"anchor", hit.section.anchor},
                 {"path", headings_json(hit.section.path)},
                 {"url", page_url(hit.url, hit.section.anchor)}}},
               {"snippet", runs_json(hit.snippet, kTextBytes)},
               {"score", rounded(hit.score)},
               {"votes", hit.votes},
               {"answers", hit.answers},
               {"solved", hit.solved},
               {"other_language", hit.other_language}};
  if (!hit.explanation.empty()) {
    Json& explanation = json["explanation"] = Json::array();
    for (const Contribution& part : hit.explanation) {
      explanation.push_back({{"what", part.what}, {"value", rounded(part.value)}});
    }
  }
  return json;
}

Json facet_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"value", value.value},
                      {"label", short_name(value.label)},
                      {"count", value.count},
                      {"selected", value.selected}});
  }
  return {{"name", row_of(facet.field).name}, {"values", std::move(values)}};
}

Json filters_json(const Filters& filters) {
  Json json;
  for (const FieldRow& row : kFields) {
    if (!row.prefix.empty()) json[std::string(row.name)] = filters[row.field];
  }
  return json;
}

Json search_json(const SearchRequest& request, const SearchResponse& response) {
  const Understood& query = response.query;
  Json hits = Json::array();
  for (const Hit& hit : response.hits) hits.push_back(hit_json(hit));
  Json facets = Json::array();
  for (const Facet& facet : response.facets) facets.push_back(facet_json(facet));
  return {{"query",
           {{"text", query.text},
            {"lang", query.lang},
            {"words", query.words},
            {"corrected", query.corrected ? Json(*query.corrected) : Json(nullptr)},
            {"truncated", query.truncated},
            {"filters_truncated", query.filters.truncated},
            {"filters", filters_json(query.filters)},
            {"page", request.page},
            {"per_page", request.per_page},
            {"pages", page_count(response.total, request.per_page)}}},
          {"total", response.total},
          {"total_exact", response.total_exact},
          {"took_ms", rounded(response.took_ms)},
          {"hits", std::move(hits)},
          {"facets", std::move(facets)}};
}

Json suggestions_json(const std::vector<Suggestion>& suggestions) {
  Json array = Json::array();
  for (const Suggestion& suggestion : suggestions) {
    array.push_back({{"title", short_title(suggestion.title)},
                     {"title_runs", runs_json(suggestion.title_runs, kTitleBytes)},
                     {"section", short_title(suggestion.section)},
                     {"section_runs", runs_json(suggestion.section_runs, kTitleBytes)},
                     {"url", page_url(suggestion.url)},
                     {"kind", suggestion.kind},
                     {"category_name", short_name(suggestion.category_name)},
                     {"lang", suggestion.lang}});
  }
  return {{"suggestions", std::move(array)}};
}

Json ref_json(const ArticleRef& ref) {
  return {{"id", ref.id},
          {"lang", ref.lang},
          {"title", short_title(ref.title)},
          {"url", page_url(ref.url)},
          {"kind", ref.kind},
          {"summary", short_text(ref.summary)},
          {"category", ref.category},
          {"category_name", short_name(ref.category_name)},
          {"updated", ref.updated},
          {"votes", ref.votes},
          {"answers", ref.answers},
          {"solved", ref.solved}};
}

Json refs_json(const std::vector<ArticleRef>& refs) {
  Json array = Json::array();
  for (const ArticleRef& ref : refs) array.push_back(ref_json(ref));
  return array;
}

Json article_json(const Article& article) {
  const Document& document = article.document;
  Json posts = Json::array();
  for (const Post& post : document.posts) posts.push_back(post_json(post));
  Json toc = Json::array();
  for (const TocEntry& entry : article.toc) {
    toc.push_back({{"anchor", entry.anchor}, {"heading", entry.heading}, {"level", entry.level}});
  }
  Json json = {
      {"id", document.id},       {"kind", to_string(document.kind)}, {"lang", document.lang},
      {"title", document.title}, {"summary", document.summary},      {"url", page_url(article.url)},
  };
  for (const FieldRow& row : kFields) {
    if (row.type == FieldType::own) continue;
    const bool list = row.type == FieldType::list;
    json[std::string(row.key)] =
        list ? Json(document.fields[row.field]) : Json(document.fields.one(row.field));
    if (row.field == Field::category) json["category_name"] = article.category_name;
  }
  json.update({{"updated", document.updated},
               {"author", document.author},
               {"votes", document.votes},
               {"solved", document.solved},
               {"html", document.html},
               {"posts", std::move(posts)},
               {"toc", std::move(toc)},
               {"translations", refs_json(article.translations)},
               {"related", refs_json(article.related)},
               {"previous", first_or_null(article.previous)},
               {"next", first_or_null(article.next)},
               {"fallback", article.fallback}});
  return json;
}

Json category_json(const CategoryInfo& category, const std::string& lang) {
  return {{"id", category.id},
          {"name", short_name(category.name)},
          {"description", short_text(category.description)},
          {"icon", category.icon},
          {"count", category.count},
          {"url", category_url(category.id, lang)}};
}

Json categories_json(const std::vector<CategoryInfo>& categories, const std::string& lang, uint32_t page,
                     uint32_t per_page) {
  Json array = Json::array();
  const size_t first = size_t{page - 1} * per_page;
  for (size_t i = first; i < categories.size() && i < first + per_page; ++i)
    array.push_back(category_json(categories[i], lang));
  return {{"total", categories.size()},
          {"page", page},
          {"per_page", per_page},
          {"pages", pages_of(categories.size(), per_page)},
          {"categories", std::move(array)}};
}

}  // namespace signpost
