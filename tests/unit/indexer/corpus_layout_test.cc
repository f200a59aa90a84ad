// corpus_layout_test.cc - kind, language, category and id from paths.
#include "indexer/corpus_layout.h"

#include <gtest/gtest.h>

#include "content/ids.h"

namespace signpost {
namespace {

Site site_with(std::vector<std::string> languages, std::vector<std::string> categories) {
  Site site;
  site.languages.clear();
  for (const std::string& code : languages) site.languages.push_back({code, code});
  site.default_language = languages[0];
  for (const std::string& id : categories) site.categories.push_back({id, {}, {}, ""});
  return site;
}

// "help en billing refunds": kind, language, category ("-" for none), id.
std::string describe(const Placement& placement) {
  const SourceInfo& info = placement.info;
  const std::string kind =
      placement.role == FileRole::incident ? "incident" : std::string(to_string(info.kind));
  return kind + " " + info.lang + " " + (info.category.empty() ? "-" : info.category) + " " + info.id;
}

struct PathCase {
  const char* path;
  const char* want;
};

void expect_places(const Site& site, bool site_is_default, const std::vector<PathCase>& cases) {
  std::vector<SourceEntry> files;
  for (const PathCase& c : cases) files.push_back({c.path, 1});
  const CorpusLayout layout(files, site, site_is_default);
  for (const PathCase& c : cases) EXPECT_EQ(describe(layout.place(c.path)), c.want) << c.path;
}

TEST(CorpusLayoutTest, HelpAndCommunity) {
  expect_places(site_with({"en", "ko"}, {"billing"}), false,
                {{"help/en/billing/refunds.md", "help en billing refunds"},
                 {"help/ko/billing/refunds.md", "help ko billing refunds"},
                 {"help/en/billing/deep/er/Card Payments.md", "help en billing card-payments"},
                 {"help/en/billing/index.md", "help en billing billing"},
                 {"help/en/welcome.md", "help en - welcome"},
                 {"help/ja/setup/x.md", "help ja setup x"},
                 {"help/en/한국/환불.md", "help en 한국 환불"},
                 {"community/en/how-do-i/question.md", "community en - how-do-i"},
                 {"community/en/how-do-i/answer-1.md", "community en - how-do-i"},
                 {"incidents/en/Slow Search.md", "incident en - slow-search"},
                 {"incidents/ko/2026/slow-search.md", "incident ko - slow-search"},
                 {"incidents/rules.md", "help en incidents incidents-rules"},
                 {"community/en/rules.md", "help en community community-rules"}});
}

TEST(CorpusLayoutTest, AnyOtherFolder) {
  expect_places(site_with({"en", "ko"}, {}), true,
                {{"README.md", "help en - index"},
                 {"docs/en/guides/setup.md", "help en guides docs-guides-setup"},
                 {"docs/ko/guides/setup.md", "help ko guides docs-guides-setup"},
                 {"docs/ko-KR/guides/more.md", "help ko-KR guides docs-guides-more"},
                 {"docs/guides/index.md", "help en guides docs-guides"},
                 {"docs/guides/_index.md", "help en guides docs-guides"},
                 {"docs/faq/Readme.md", "help en faq docs-faq"},
                 {"docs/about.md", "help en docs docs-about"},
                 {"docs/index.md", "help en - docs"},
                 {"docs/de/guides/x.md", "help de guides docs-guides-x"}});
}

// Regression: one README elsewhere made the folder of all others the only category.
TEST(CorpusLayoutTest, AFewStraysMakeNoCategory) {
  expect_places(site_with({"en"}, {}), true,
                {{"tools/lint/README.md", "help en tools tools-lint"},
                 {"content/Devices/a.md", "help en devices content-devices-a"},
                 {"content/Billing/b.md", "help en billing content-billing-b"}});
  std::vector<PathCase> cases = {{"tools/lint/x.md", "help en tools tools-lint-x"}};
  std::vector<std::string> paths;
  std::vector<std::string> wants;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "a" + std::to_string(i);
    const std::string folder = i % 2 == 0 ? "Devices" : "Billing";
    paths.push_back("content/" + folder + "/" + name + ".md");
    wants.push_back("help en " + std::string(i % 2 == 0 ? "devices" : "billing") + " content-" +
                    (i % 2 == 0 ? "devices-" : "billing-") + name);
  }
  for (size_t i = 0; i < paths.size(); ++i) cases.push_back({paths[i].c_str(), wants[i].c_str()});
  expect_places(site_with({"en"}, {}), true, cases);
}

TEST(CorpusLayoutTest, CategoriesHaveNoNumbersAndCollectionsAreNone) {
  expect_places(site_with({"en"}, {"20-usage"}), false,
                {{"10-getting-started/a.md", "help en getting-started getting-started-a"},
                 {"20-usage/a.md", "help en 20-usage usage-a"},
                 {"_articles/billing/a.md", "help en billing articles-billing-a"},
                 {"_faq/b.md", "help en faq faq-b"},
                 {"help/en/03-api/c.md", "help en api c"},
                 {"docs/1-start/a.md", "help en docs docs-start-a"},
                 {"docs/2-step-login/a.md", "help en docs docs-step-login-a"},
                 {"more/2-step-login-tips/a.md", "help en more more-2-step-login-tips-a"}});
}

TEST(CorpusLayoutTest, MdnsFolders) {
  expect_places(site_with({"en"}, {"css", "web"}), false,
                {{"files/en-us/web/css/color/index.md", "help en-US css files-web-css-color"},
                 {"files/en-us/web/css/index.md", "help en-US css files-web-css"},
                 {"files/en-us/web/api/index.md", "help en-US web files-web-api"},
                 {"files/en-us/games/index.md", "help en-US games files-games"},
                 {"LICENSE.md", "help en - license"}});
}

TEST(CorpusLayoutTest, OnlyLanguagesOfTheSiteCountWhenItHasSome) {
  expect_places(site_with({"en"}, {}), false,
                {{"it/printers.md", "help en it it-printers"},
                 {"no/way.md", "help en no no-way"},
                 {"pt-br/x.md", "help pt-BR - x"},  // a region says that it is one
                 {"ko/x.md", "help ko - x"},        // Signpost's own language
                 {"js/x.md", "help en js js-x"}});
}

TEST(CorpusLayoutTest, RolesInThreadFolders) {
  const std::vector<SourceEntry> files = {
      {"community/en/t/question.md", 1}, {"community/en/t/answer-2.md", 1}, {"community/en/t/notes.md", 1},
      {"community/en/u/answer-1.md", 1}, {"community/en/v/text.md", 1},     {"x/question.md", 1}};
  const Site site = site_with({"en"}, {});
  const CorpusLayout layout(files, site, false);
  const FileRole want[] = {FileRole::question, FileRole::answer,  FileRole::stray_post,
                           FileRole::answer,   FileRole::article, FileRole::article};
  for (size_t i = 0; i < files.size(); ++i) {
    const Placement placement = layout.place(files[i].path);
    EXPECT_EQ(placement.role, want[i]) << files[i].path;
    EXPECT_EQ(placement.thread_folder == "community/en/t/", i < 3);
  }
}

TEST(CorpusLayoutTest, LongPathsGiveBoundedDistinctIds) {
  const std::string folder = std::string(100, 'a') + "/" + std::string(100, 'b') + "/";
  const std::string hangul =
      folder + "가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사아자차카타파하";
  const std::vector<SourceEntry> files = {
      {folder + "one.md", 1}, {folder + "two.md", 1}, {hangul + ".md", 1}};
  const Site site = site_with({"en"}, {});
  const CorpusLayout layout(files, site, false);
  EXPECT_NE(layout.place(files[0].path).info.id, layout.place(files[1].path).info.id);
  for (const SourceEntry& file : files) {
    const std::string id = layout.place(file.path).info.id;
    EXPECT_LE(id.size(), 160u);
    EXPECT_TRUE(is_valid_id(id)) << id;
  }
}

TEST(CorpusLayoutTest, TranslationsAreTheSameArticle) {
  expect_places(site_with({"en", "ko"}, {}), false,
                {{"help/en/billing/refunds.md", "help en billing refunds"},
                 {"help/en/billing/refunds.ko.md", "help ko billing refunds"},
                 {"guides/README.ko.md", "help ko - guides"},
                 {"guides/README.md", "help en - guides"},
                 {"guides/setup.ko-KR.md", "help ko-KR guides guides-setup"},
                 {"guides/setup.md", "help en guides guides-setup"}});
}

}  // namespace
}  // namespace signpost
