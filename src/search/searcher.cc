// searcher.cc - hands each question to the part of search/ that answers it.
#include "search/searcher.h"

#include <chrono>

#include "search/built_in_words.h"
#include "search/catalog.h"
#include "search/facets.h"
#include "search/index_reader.h"
#include "search/query_run.h"
#include "search/suggester.h"

namespace signpost {

struct Searcher::Impl {
  explicit Impl(const std::string& generation_dir)
      : index(generation_dir), facets(index), incidents(index.incidents(), general_words()) {}
  IndexReader index;
  FacetIndex facets;
  KnownIncidents incidents;
};

Searcher::Searcher(const std::string& generation_dir) : impl_(std::make_unique<Impl>(generation_dir)) {}
Searcher::~Searcher() = default;

SearchResponse Searcher::search(const SearchRequest& request) const {
  const auto start = std::chrono::steady_clock::now();
  SearchResponse response = run_query(impl_->index, impl_->facets, request);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  response.took_ms = took.count();
  return response;
}

Candidates Searcher::candidates(const SearchRequest& request, size_t most) const {
  return find_candidates(impl_->index, impl_->facets, request, most);
}

std::vector<Suggestion> Searcher::suggest(std::string_view text, std::string_view lang, size_t limit) const {
  return suggest_titles(impl_->index, text, lang, limit);
}
std::optional<Article> Searcher::article(std::string_view id, std::string_view lang) const {
  return find_article(impl_->index, id, lang);
}
std::optional<QuotableDocument> Searcher::quotable(std::string_view id, std::string_view lang) const {
  const uint32_t number = impl_->index.find(lang, id);
  if (number == 0) return std::nullopt;
  return QuotableDocument(impl_->index, number);
}
std::optional<SectionPlaces> Searcher::source_places(std::string_view id, std::string_view lang,
                                                     const SourceOwners& owners) const {
  const uint32_t number = impl_->index.find(lang, id);
  if (number == 0) return std::nullopt;
  return places_of_sections(impl_->index.read_meta(number), impl_->index.read_body(number), owners);
}
std::string Searcher::card(std::string_view id, std::string_view lang) const {
  const uint32_t number = impl_->index.find(lang, id);
  return number == 0 ? "" : impl_->index.read_card(number);
}

ShortLead Searcher::follow_short_address(std::string_view code, std::string_view lang) const {
  return signpost::follow_short_address(impl_->index, code, lang);
}

std::optional<std::string> Searcher::alias(std::string_view path) const {
  return find_alias(impl_->index, path);
}
std::vector<OldUrl> Searcher::old_urls() const { return list_old_urls(impl_->index); }
std::vector<CategoryInfo> Searcher::categories(std::string_view lang) const {
  return list_categories(impl_->index, lang);
}
std::vector<ArticleRef> Searcher::category_articles(std::string_view category, std::string_view lang,
                                                    size_t first, size_t limit) const {
  return list_category(impl_->index, category, lang, first, limit);
}
std::vector<ArticleRef> Searcher::popular(std::string_view lang, size_t limit) const {
  return list_popular(impl_->index, lang, limit);
}
std::vector<ArticleRef> Searcher::recent(std::string_view lang, size_t limit) const {
  return list_recent(impl_->index, lang, limit);
}
std::vector<DueArticle> Searcher::due_for_review(uint32_t day) const { return list_due(impl_->index, day); }
std::vector<OutdatedTranslation> Searcher::outdated_translations() const {
  return list_outdated(impl_->index);
}
std::vector<ArticleRef> Searcher::all_articles() const { return all_articles(0, document_count()); }
std::vector<ArticleRef> Searcher::all_articles(size_t first, size_t limit) const {
  return list_all(impl_->index, first, limit);
}
const KnownIncidents& Searcher::incidents() const { return impl_->incidents; }
const SourceHistory& Searcher::history() const { return impl_->index.history(); }
void Searcher::read_all() const { impl_->index.read_all(); }
const IndexReader& Searcher::index() const { return impl_->index; }
const Site& Searcher::site() const { return impl_->index.site(); }
const std::string& Searcher::name() const { return impl_->index.name(); }
const std::string& Searcher::generation_dir() const { return impl_->index.dir(); }
uint64_t Searcher::document_count() const { return impl_->index.document_count(); }

}  // namespace signpost
