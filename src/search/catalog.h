// catalog.h - articles, categories and lists out of a generation: everything that is not a search.
// Tested by tests/unit/search/catalog_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/catalog_types.h"
#include "search/index_reader.h"

namespace signpost {

// Name of a category in a language; readable_name() of its id when the site has none.
std::string category_name(const IndexReader& index, std::string_view category, std::string_view lang);

// The same calls as Searcher's; see there.
std::optional<Article> find_article(const IndexReader& index, std::string_view id, std::string_view lang);
ShortLead follow_short_address(const IndexReader& index, std::string_view code, std::string_view lang);
std::optional<std::string> find_alias(const IndexReader& index, std::string_view path);
std::vector<OldUrl> list_old_urls(const IndexReader& index);
std::vector<CategoryInfo> list_categories(const IndexReader& index, std::string_view lang);
std::vector<ArticleRef> list_category(const IndexReader& index, std::string_view category,
                                      std::string_view lang, size_t first, size_t limit);
std::vector<ArticleRef> list_popular(const IndexReader& index, std::string_view lang, size_t limit);
std::vector<ArticleRef> list_recent(const IndexReader& index, std::string_view lang, size_t limit);
// Articles whose day of review is not after this one (days since 1970).
std::vector<DueArticle> list_due(const IndexReader& index, uint32_t day);
std::vector<OutdatedTranslation> list_outdated(const IndexReader& index);
std::vector<ArticleRef> list_all(const IndexReader& index, size_t first, size_t limit);

}  // namespace signpost
