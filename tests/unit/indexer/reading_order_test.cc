#include "indexer/reading_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/merge.h"
#include "indexer/corpus_links.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Ordered {
  Corpus corpus;
  Site site;

  explicit Ordered(const TemporaryFolder& source, Site settings = {}) : site(std::move(settings)) {
    corpus = scan_corpus(SourceFolder(source.path()), site, true, "");
    find_reading_order(corpus, site);
  }

  // Paths by rank; those without one are not among them.
  std::vector<std::string> paths() const {
    std::vector<std::pair<uint32_t, std::string>> ranked;
    for (size_t i = 0; i < corpus.documents.size(); ++i) {
      if (corpus.ranks[i] != kUnranked) ranked.emplace_back(corpus.ranks[i], corpus.documents[i].info.path);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> all;
    for (auto& [rank, path] : ranked) all.push_back(std::move(path));
    return all;
  }

  // "id=Name" of each found category.
  std::vector<std::string> categories(const std::string& lang = "en") const {
    std::vector<std::string> all;
    for (const Category& category : site.found_categories) {
      const auto name = category.names.find(lang);
      all.push_back(category.id + "=" + (name == category.names.end() ? "" : name->second));
    }
    return all;
  }
};

TEST(ReadingOrder, OfPagesIsStated) {
  const TemporaryFolder source;
  source.write("start/a.md", "---\nsidebar_position: 3\n---\nx");
  source.write("start/b.md", "---\nnav_order: 1\n---\nx");
  source.write("start/c.md", "---\norder: 1.5\n---\nx");
  source.write("start/d.md", "x");
  source.write("other/e.md", "x");
  const Ordered ordered(source);
  EXPECT_THAT(ordered.paths(), ElementsAre("start/b.md", "start/c.md", "start/a.md"));
  EXPECT_THAT(ordered.categories(), ElementsAre("start=Start", "other=Other"));
}

TEST(ReadingOrder, OfNumberedNames) {
  const TemporaryFolder source;
  source.write("10-usage/01-z.md", "x");
  source.write("10-usage/02-a.md", "x");
  source.write("10-usage/index.md", "x");
  source.write("2-intro/1-first.md", "x");
  source.write("2-intro/2-second.md", "x");
  source.write("2-intro/10-last.md", "x");
  source.write("faq/2-step-login.md", "x");
  source.write("faq/a.md", "x");
  const Ordered ordered(source);
  EXPECT_THAT(ordered.paths(), ElementsAre("2-intro/1-first.md", "2-intro/2-second.md", "2-intro/10-last.md",
                                           "10-usage/index.md", "10-usage/01-z.md", "10-usage/02-a.md"));
  EXPECT_THAT(ordered.categories(), ElementsAre("intro=Intro", "usage=Usage", "faq=FAQ"));
}

TEST(ReadingOrder, OfHugosWeightsIsAscending) {
  const TemporaryFolder source;
  source.write("content/b/_index.md", "---\ntitle: About **b**\nlinkTitle: Bees\nweight: 1\n---\n");
  source.write("content/b/x.md", "---\nweight: 20\n---\nx");
  source.write("content/b/y.md", "---\nweight: 10\n---\nx");
  source.write("content/a/_index.md", "---\ntitle: Ants\nweight: 2\n---\n");
  source.write("content/a/z.md", "x");
  Site hugo;
  hugo.dialects = DialectSet{Dialect::hugo};
  const Ordered ordered(source, hugo);
  EXPECT_THAT(ordered.paths(), ElementsAre("content/b/_index.md", "content/b/y.md", "content/b/x.md",
                                           "content/a/_index.md", "content/a/z.md"));
  EXPECT_THAT(ordered.categories(), ElementsAre("b=Bees", "a=Ants"));
  EXPECT_THAT(Ordered(source).paths(), IsEmpty()) << "elsewhere a weight is an importance";
}

TEST(ReadingOrder, OfASummaryWhichIsNoPage) {
  const TemporaryFolder source;
  source.write("SUMMARY.md",
               "# Summary\n\n* [Welcome](README.md)\n\n## Money\n\n* [Pay](billing/pay.md)\n* "
               "[Cards](billing/cards.md)\n\n"
               "## People\n\n* [Your account](account/README.md)\n  * [Login](account/login.md)\n");
  source.write("README.md", "x");
  source.write("billing/cards.md", "x");
  source.write("billing/pay.md", "x");
  source.write("billing/extra.md", "x");
  source.write("account/README.md", "x");
  source.write("account/login.md", "x");
  const Ordered ordered(source);
  EXPECT_THAT(ordered.paths(), ElementsAre("README.md", "billing/pay.md", "billing/cards.md",
                                           "account/README.md", "account/login.md"));
  EXPECT_THAT(ordered.categories(), ElementsAre("billing=Money", "account=Your account"));
  EXPECT_EQ(ordered.corpus.files.excluded, 1u);
}

TEST(ReadingOrder, OfListsOfOtherTools) {
  const TemporaryFolder source;
  source.write("mkdocs.yml", "nav:\n  - Basics:\n      - guide/b.md\n      - A: guide/a.md\n");
  source.write("docs/guide/a.md", "x");
  source.write("docs/guide/b.md", "x");
  EXPECT_THAT(Ordered(source).paths(), ElementsAre("docs/guide/b.md", "docs/guide/a.md"));

  const TemporaryFolder docusaurus;
  docusaurus.write(
      "sidebars.js",
      "module.exports = { docs: ['guide/b', {type: 'category', label: 'X', items: ['guide/a']}] };");
  docusaurus.write("docs/02-guide/1-a.md", "x");
  docusaurus.write("docs/02-guide/2-b.md", "x");
  EXPECT_THAT(Ordered(docusaurus).paths(), ElementsAre("docs/02-guide/2-b.md", "docs/02-guide/1-a.md"));

  const TemporaryFolder broken;
  broken.write("sidebars.js", "module.exports = require('./generated');");
  broken.write("docs/a.md", "x");
  const Ordered ordered(broken);
  ASSERT_EQ(ordered.corpus.diagnostics.size(), 1u);
  EXPECT_EQ(ordered.corpus.diagnostics[0].rule, "navigation");
  EXPECT_EQ(ordered.corpus.diagnostics[0].path, "sidebars.js");
}

TEST(ReadingOrder, HeadingsAreTheCategoriesOfAFlatFolder) {
  const TemporaryFolder source;
  source.write("mkdocs.yml",
               "nav:\n  - index.md\n  - The **basics**:\n      - b.md\n      - a.md\n  - More:\n      - "
               "deep/x.md\n      - c.md\n");
  for (const char* page : {"index", "a", "b", "c", "d", "deep/x"})
    source.write("docs/" + std::string(page) + ".md", "x");
  const Ordered ordered(source);
  EXPECT_THAT(ordered.categories(), ElementsAre("the-basics=The basics", "more=More", "docs=Docs"));
  Site site;
  site.categories = {{"docs", {}, {}, ""}};
  EXPECT_THAT(Ordered(source, site).categories(), IsEmpty());
}

TEST(ReadingOrder, AHeadingOfSeveralFoldersNamesNone) {
  const TemporaryFolder source;
  source.write("mkdocs.yml", "nav:\n  - Start:\n      - a/x.md\n      - b/y.md\n  - Use:\n      - c/z.md\n");
  for (const char* page : {"a/x", "b/y", "c/z"}) source.write("docs/" + std::string(page) + ".md", "x");
  EXPECT_THAT(Ordered(source).categories(), ElementsAre("a=A", "b=B", "c=Use"));
}

TEST(ReadingOrder, ComesWithTheOldAddressesOfTheSameSettings) {
  const TemporaryFolder source;
  source.write("book.toml",
               "[output.html.redirect]\n\"/old.html\" = \"guide/a.html\"\n\"/x.html\" = \"none.html\"\n");
  source.write("src/guide/a.md", "x");
  const Ordered ordered(source);
  EXPECT_THAT(ordered.corpus.documents[0].info.addresses, ElementsAre("/old.html"));
  EXPECT_EQ(page_at(ordered.corpus, "/old.html", "en"), "src/guide/a.md");
}

TEST(ReadingOrder, OfFoldersWithSettings) {
  const TemporaryFolder source;
  source.write("docs/b/_category_.json", "{\"label\": \"Basics\", \"position\": 1}");
  source.write("docs/b/x.md", "x");
  source.write("docs/a/_category_.yml", "label: Advanced\nposition: 2\n");
  source.write("docs/a/y.md", "x");
  const Ordered ordered(source);
  EXPECT_THAT(ordered.paths(), ElementsAre("docs/b/x.md", "docs/a/y.md"));
  EXPECT_THAT(ordered.categories(), ElementsAre("b=Basics", "a=Advanced"));
}

TEST(ReadingOrder, LeavesWhatTheSiteLists) {
  const TemporaryFolder source;
  source.write("01-a/x.md", "x");
  source.write("02-b/y.md", "x");
  Site site;
  site.categories = {{"b", {}, {}, ""}};
  EXPECT_THAT(Ordered(source, site).categories(), ElementsAre("a=A"));
}

}  // namespace
}  // namespace signpost
