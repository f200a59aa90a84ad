// staff_translations_handler.cc - which translations are outdated, for staff (/staff/translations), and what
// changed in the original of one, beside its own text (/staff/translations/{lang}/{id}).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/short_texts.h"
#include "api/staff_translations.h"
#include "content/text_direction.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

constexpr size_t kTranslationsPerPage = 25;
constexpr size_t kLinesAround = 2;  // of what stayed, that are shown beside what changed
constexpr size_t kRevisionShown = 10;

std::string translation_path(const ArticleRef& translation) {
  return std::string(kTranslationsPath) + "/" + encode_path(translation.lang) + "/" +
         encode_path(translation.id);
}

Json article_head(const ArticleRef& article) {
  return {{"url", page_url(article.url)},
          {"lang", article.lang},
          {"dir", text_direction(article.lang)},
          {"title", short_title(article.title)}};
}

Json translation_head(const PageContext& context, const OutdatedFile& one) {
  const Strings& strings = context.strings();
  const ArticleRef& translation = one.articles.translation;
  const ArticleRef& original = one.articles.original;
  Json owners = Json::array();
  for (const std::string& owner : one.file.owners) owners.push_back({{"text", owner}});
  Json view = article_head(translation);
  view.update({{"changes_url", translation_path(translation)},
               {"language_name", language_label(context, translation.lang)},
               {"internal_label", internal_label(strings, translation.internal)},
               {"ages_label",
                strings.fill("staff_translation_ages", {{"translation", strings.date(translation.updated)},
                                                        {"original", strings.date(original.updated)}})},
               {"file", one.file.file},
               {"has_owners", !owners.empty()},
               {"article_owners", std::move(owners)}});
  return view;
}

// Behind so many ends of lines, or before them, from the front.
size_t behind_lines(std::string_view text, size_t lines) {
  size_t at = 0;
  for (; lines > 0 && at < text.size(); --lines) at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return at;
}

size_t before_last_lines(std::string_view text, size_t lines) {
  size_t at = text.size();
  for (; lines > 0 && at > 0; --lines) {
    const size_t end = at > 1 ? text.rfind('\n', at - 2) : std::string_view::npos;
    at = end == std::string_view::npos ? 0 : end + 1;
  }
  return at;
}

Json run_view(TextRun::Kind kind, std::string_view text) {
  return {{"is_removed", kind == TextRun::Kind::removed},
          {"is_added", kind == TextRun::Kind::added},
          {"text", text}};
}

// Of a long part that stayed, the lines beside what changed.
Json run_views(const std::vector<TextRun>& runs) {
  Json views = Json::array();
  for (size_t i = 0; i < runs.size(); ++i) {
    const std::string_view text = runs[i].text;
    // The first of its lines may be the rest of one that changed, and the last the beginning.
    const size_t first = i == 0 ? 0 : behind_lines(text, kLinesAround + 1);
    const size_t last = i + 1 == runs.size() ? text.size() : before_last_lines(text, kLinesAround + 1);
    if (runs[i].kind != TextRun::Kind::same || first + 1 >= last) {
      views.push_back(run_view(runs[i].kind, text));
      continue;
    }
    if (first > 0) views.push_back(run_view(TextRun::Kind::same, text.substr(0, first)));
    views.push_back({{"is_left_out", true}});
    if (last < text.size()) views.push_back(run_view(TextRun::Kind::same, text.substr(last)));
  }
  return views;
}

constexpr const char* kChangeTexts[] = {"staff_change_changed", "staff_change_added", "staff_change_removed"};

Json change_view(const PageContext& context, const ChangedSection& change) {
  const bool is_missing = change.translation.empty();
  return {{"heading", change.heading},
          {"change_label", context.strings().text(kChangeTexts[static_cast<size_t>(change.kind)])},
          {"runs", run_views(change.runs)},
          {"translation", change.translation},
          {"is_missing", is_missing}};
}

Json changes_view(const PageContext& context, const TranslationChanges& changes) {
  const Strings& strings = context.strings();
  const OutdatedTranslation& articles = changes.translation.articles;
  Json sections = Json::array();
  for (const ChangedSection& change : changes.sections) sections.push_back(change_view(context, change));
  Json view = translation_head(context, changes.translation);
  view.update({{"original", article_head(articles.original)},
               {"original_language", language_label(context, articles.original.lang)},
               {"is_known", !changes.revision.empty()},
               {"since_label", changes.revision.empty()
                                   ? ""
                                   : strings.fill("staff_translation_since",
                                                  {{"date", strings.date(changes.made)},
                                                   {"commit", changes.revision.substr(0, kRevisionShown)}})},
               {"has_title_change", !changes.title.empty()},
               {"title_runs", run_views(changes.title)},
               {"is_same", sections.empty() && changes.title.empty()},
               {"sections", std::move(sections)},
               {"edit_url", edit_address(context.site(), changes.translation.file.source,
                                         "Update the translation: " + articles.translation.title)},
               {"line", "updated: " + articles.original.updated}});
  return view;
}

}  // namespace

Response draw_staff_translations(const PageContext& context) {
  const StaffList list = read_staff_list(context, kTranslationsPerPage);
  const auto all = staff_translations(context.operation(), list.question);
  if (std::holds_alternative<Problem>(all)) return staff_error_page(context, 503);
  const auto& found = std::get<TranslationsFound>(all);
  Json view = staff_view(context, context.strings().text("staff_translations"));
  Json rows = Json::array();
  for (const OutdatedFile& one : found.translations) rows.push_back(translation_head(context, one));
  view["has_translations"] = !rows.empty();
  view["translations"] = std::move(rows);
  view["translations_path"] = kTranslationsPath;
  view["count_label"] =
      context.strings().plural("staff_translations_count", static_cast<int64_t>(found.total));
  add_staff_list(context, list, kTranslationsPath, found.total, found.owners, view);
  return staff_page(context, "staff_translations", view);
}

Response draw_staff_translation(const PageContext& context) {
  const std::string& id = context.arguments.back();
  const std::string& lang = context.arguments[context.arguments.size() - 2];
  const auto found = staff_translation(context.operation(), lang, id);
  if (const auto* problem = std::get_if<Problem>(&found))
    return staff_error_page(context, problem->status, "staff_no_translation");
  const auto& changes = std::get<TranslationChanges>(found);
  Json view = staff_view(context, short_title(changes.translation.articles.translation.title));
  view["translation"] = changes_view(context, changes);
  view["translations_path"] = kTranslationsPath;
  return staff_page(context, "staff_translation", view);
}

}  // namespace signpost
