// staff_translations.cc - see staff_translations.h.
#include "api/staff_translations.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "content/translation_age.h"

namespace signpost {
namespace {

Problem unreadable() {
  return {.status = 503, .detail = "Outdated translations can't be read. Try again in a moment."};
}

// The longest outdated first.
std::vector<OutdatedTranslation> all_outdated(const Searcher& searcher) {
  std::vector<OutdatedTranslation> all = searcher.outdated_translations();
  std::sort(all.begin(), all.end(), [](const OutdatedTranslation& a, const OutdatedTranslation& b) {
    const auto order = [](const OutdatedTranslation& one) {
      return std::tuple(std::cref(one.translation.updated).get(), std::cref(one.translation.id).get(),
                        std::cref(one.translation.lang).get());
    };
    return order(a) < order(b);
  });
  return all;
}

TranslationsFound find(const OperationContext& context, const ArticleListQuestion& question) {
  const Searcher& searcher = context.whole->searcher();
  const SourceOwners owners = context.whole->owners();
  TranslationsFound found;
  std::set<std::string> names;
  for (OutdatedTranslation& one : all_outdated(searcher)) {
    if (!question.lang.empty() && one.translation.lang != question.lang) continue;
    ArticleFile file = article_file(searcher, owners, one.translation);
    names.insert(file.owners.begin(), file.owners.end());
    if (!is_looked_after_by(file, question.owner)) continue;
    const bool is_asked_for = found.total >= question.first && found.translations.size() < question.most;
    ++found.total;
    if (is_asked_for) found.translations.push_back({std::move(one), std::move(file)});
  }
  found.owners.assign(names.begin(), names.end());
  return found;
}

const ArticleRef* translation_in(const Article& article, const std::string& lang) {
  const auto found = std::find_if(article.translations.begin(), article.translations.end(),
                                  [&](const ArticleRef& ref) { return ref.lang == lang; });
  return found == article.translations.end() ? nullptr : &*found;
}

void compare(const OperationContext& context, const Document& original, const Document& translation,
             TranslationChanges& changes) {
  const OutdatedTranslation& articles = changes.translation.articles;
  for (const OriginalVersion& version : context.whole->original_versions()) {
    if (version.revision.empty() || version.id != articles.original.id ||
        version.day != articles.translation.updated)
      continue;
    changes.revision = version.revision;
    changes.made = version.made;
    if (!version.title.empty() && version.title != articles.original.title)
      changes.title = text_changes(version.title, articles.original.title);
    changes.sections = section_changes(version.markdown, original.markdown, translation.markdown);
    return;
  }
}

}  // namespace

std::variant<TranslationsFound, Problem> staff_translations(const OperationContext& context,
                                                            const ArticleListQuestion& question) {
  try {
    return find(context, question);
  } catch (const Error&) {
    return unreadable();
  }
}

std::variant<TranslationChanges, Problem> staff_translation(const OperationContext& context,
                                                            const std::string& lang, const std::string& id) {
  try {
    const Searcher& searcher = context.whole->searcher();
    const std::string& original_lang = context.whole->site().default_language;
    const auto original = searcher.article(id, original_lang);
    const auto translation = searcher.article(id, lang);
    const ArticleRef* const to = original ? translation_in(*original, lang) : nullptr;
    const ArticleRef* const from = translation ? translation_in(*translation, original_lang) : nullptr;
    const bool is_article = original && original->document.kind == Kind::help;
    if (!is_article || to == nullptr || from == nullptr ||
        !is_outdated_translation(to->updated, from->updated))
      return Problem{.status = 404, .detail = "There is no such translation, or it is not outdated."};
    TranslationChanges changes{
        .translation = {{*to, *from}, article_file(searcher, context.whole->owners(), *to)},
        .revision = {},
        .made = {},
        .title = {},
        .sections = {}};
    compare(context, original->document, translation->document, changes);
    return changes;
  } catch (const Error&) {
    return unreadable();
  }
}

}  // namespace signpost
