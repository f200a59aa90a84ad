// searcher.h - one open generation: search, suggestions, articles, categories. Safe to use from many threads.
// Tested by tests/unit/search/searcher_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/site.h"
#include "index/history_file.h"
#include "index/owners_file.h"
#include "index/source_place.h"
#include "search/candidates.h"
#include "search/catalog_types.h"
#include "search/known_incidents.h"
#include "search/quotable.h"
#include "search/types.h"

namespace signpost {

class IndexReader;

class Searcher {
 public:
  // Opens the generation in this directory (not the index directory above it). The caller has verified its
  // manifest. Throws Error{not_found, corrupt, io}.
  explicit Searcher(const std::string& generation_dir);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // Never fails because of the query's text. Throws Error only when the index itself can't be read.
  SearchResponse search(const SearchRequest& request) const;

  // The same search, with what of its first hits, at most `most`, could answer. REQUIRES: request.page is 1.
  Candidates candidates(const SearchRequest& request, size_t most) const;

  // As-you-type titles and sections, best first, at most `limit`. `text` may end in the middle of a word or
  // of a Hangul syllable that is still being composed.
  std::vector<Suggestion> suggest(std::string_view text, std::string_view lang, size_t limit = 8) const;

  // The article or thread with this id in `lang`, else in the site's default language, else in any.
  std::optional<Article> article(std::string_view id, std::string_view lang) const;

  // The picture that announces the document with this id in exactly this language elsewhere, for
  // card_png(); "" for none.
  std::string card(std::string_view id, std::string_view lang) const;

  // The document with this id in exactly this language, as a Hit names it, to quote from.
  std::optional<QuotableDocument> quotable(std::string_view id, std::string_view lang) const;

  // Where the document with this id in exactly this language stands in its repository, and who of `owners`
  // looks after it.
  std::optional<SectionPlaces> source_places(std::string_view id, std::string_view lang,
                                             const SourceOwners& owners) const;

  // Where the short address "/s/CODE" leads who reads `lang`: to the article in the language that article()
  // would choose; of a section, to the one that stands in its place there, else to the beginning. For "" it
  // is the language that it was copied in. `code` as a person typed it.
  ShortLead follow_short_address(std::string_view code, std::string_view lang) const;

  // Where an old path ("/old/page", percent-decoded) leads: a path of this site, percent-encoded. From front
  // matter `aliases`, else from the file `redirects`. An id means the document in the language that the old
  // path begins with ("/ko/..."), else in the site's default language.
  std::optional<std::string> alias(std::string_view path) const;
  // All of them that lead somewhere, sorted by path.
  std::vector<OldUrl> old_urls() const;

  // Categories in the site's order, with counts; empty ones are left out.
  std::vector<CategoryInfo> categories(std::string_view lang) const;
  // Articles of one category (in order: weight, then title), "" for those without one: at most `limit`,
  // behind the first `first`.
  std::vector<ArticleRef> category_articles(std::string_view category, std::string_view lang, size_t first,
                                            size_t limit) const;
  // For the home page. Recent: by `updated`. Popular: the site's list, else by weight, then votes.
  std::vector<ArticleRef> popular(std::string_view lang, size_t limit) const;
  std::vector<ArticleRef> recent(std::string_view lang, size_t limit) const;
  // Articles whose day of review is not after this one (days since 1970), in no order.
  std::vector<DueArticle> due_for_review(uint32_t day) const;
  // In no order.
  std::vector<OutdatedTranslation> outdated_translations() const;
  // Every public page, for sitemaps: one entry per document.
  std::vector<ArticleRef> all_articles() const;
  // The same in pieces: at most `limit` of them, behind the first `first`.
  std::vector<ArticleRef> all_articles(size_t first, size_t limit) const;

  // What is known to be wrong at the moment, or was.
  const KnownIncidents& incidents() const;
  // Of the repository that the generation was made from.
  const SourceHistory& history() const;

  // Reads all that a visitor could ask for, so that whatever is wrong with it shows now. Takes as long as
  // reading the whole index. Throws Error{corrupt}.
  void read_all() const;

  // For what stands on search/ and reads what it reads.
  const IndexReader& index() const;
  const Site& site() const;
  const std::string& name() const;  // of the generation
  const std::string& generation_dir() const;
  uint64_t document_count() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
