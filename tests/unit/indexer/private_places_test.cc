#include "indexer/private_places.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

constexpr auto kInternal = Visibility::Verdict::internal;
constexpr auto kOpen = Visibility::Verdict::open;
constexpr auto kUnclear = Visibility::Verdict::unclear;
constexpr auto kShut = Visibility::Verdict::shut;

TEST(PrivatePlaces, AreToldByNames) {
  const struct {
    const char* path;
    Visibility::Verdict want;
  } cases[] = {
      {"a.md", kOpen},
      {"guides/a.md", kOpen},
      {"_articles/billing/a.md", kOpen},
      {"draft.md", kOpen},
      {"email/drafting/a.md", kOpen},
      {"_drafts/a.md", kShut},
      {"Drafts/a.md", kShut},
      {"guides/drafts/deep/a.md", kShut},
      {"en/_archive/a.md", kShut},
      {"_Internal-Only/a.md", kShut},
      {"(private)/a.md", kShut},
      {"_includes/a.md", kShut},
      {"templates/a.md", kOpen},
      {"api/document/hidden/index.md", kOpen},
      {"_hidden/index.md", kShut},
      {"internal/a.md", kInternal},
      {"internal/_drafts/a.md", kShut},
      {"internal/archive/a.md", kUnclear},
      {"plan.internal.md", kInternal},
      {"docs/Archive/a.md", kUnclear},
      {"비공개/a.md", kUnclear},
      {"plan.draft.md", kShut},
      {"plan.Private.md", kShut},
      {".draft.md", kOpen},
  };
  for (const auto& c : cases) EXPECT_EQ(judge_place(c.path, Site()).verdict, c.want) << c.path;
}

TEST(PrivatePlaces, AreNotWhatTheSiteListsAsCategories) {
  Site site;
  site.categories = {{"drafts", {}, {}, ""}, {"archive", {}, {}, ""}};
  EXPECT_EQ(judge_place("drafts/a.md", site).verdict, kOpen);
  EXPECT_EQ(judge_place("Archive/a.md", site).verdict, kOpen);
  site.categories.push_back({"internal", {}, {}, ""});
  EXPECT_EQ(judge_place("archive/internal/a.md", site).verdict, kInternal) << "whatever the site lists";
}

TEST(PrivatePlaces, ArePartsOfPagesWhereTheToolSaysSo) {
  EXPECT_EQ(judge_place("docs/_part.md", Site()).verdict, kOpen);
  Site site;
  site.dialects = DialectSet{Dialect::docusaurus};
  EXPECT_EQ(judge_place("docs/_part.md", site).verdict, kShut);
  EXPECT_EQ(judge_place("docs/_index.md", site).verdict, kOpen);
}

TEST(PrivatePlaces, AreThoseThatSettingsKeepBack) {
  const std::vector<KeptBackBy> settings = {{"site/mkdocs.yml", {{"docs/internal/*"}, "exclude_docs"}}};
  EXPECT_EQ(judge_by_settings("site/docs/internal/a.md", settings).message,
            "is kept back by 'exclude_docs' in site/mkdocs.yml");
  EXPECT_EQ(judge_by_settings("docs/internal/a.md", settings).verdict, kOpen);
  EXPECT_EQ(judge_by_settings("site/docs/a.md", settings).verdict, kOpen);
}

TEST(PrivatePlaces, AreNamed) {
  EXPECT_EQ(judge_place("a/_drafts/b.md", Site()).message, "lies in the folder '_drafts'");
}

}  // namespace
}  // namespace signpost
