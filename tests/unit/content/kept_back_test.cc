#include "content/kept_back.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(KeptBack, ByMkdocs) {
  const auto kept =
      read_kept_back("mkdocs.yml",
                     "site_name: X\nexclude_docs: |\n  # no\n  internal/\n  /plan.md\n  !plan.md\n"
                     "draft_docs: |\n  drafts/*.md\n");
  EXPECT_THAT(kept,
              ElementsAre(KeptBack{{"docs/internal/*", "docs/*/internal/*", "docs/plan.md", "docs/plan.md/*"},
                                   "exclude_docs"},
                          KeptBack{{"docs/drafts/*.md", "docs/drafts/*.md/*"}, "draft_docs"}));
  EXPECT_THAT(
      read_kept_back("mkdocs.yml", "docs_dir: src\nexclude_docs: a.md\n"),
      ElementsAre(KeptBack{{"src/a.md", "src/a.md/*", "src/*/a.md", "src/*/a.md/*"}, "exclude_docs"}));
}

TEST(KeptBack, ByJekyll) {
  const auto kept = read_kept_back(
      "_config.yml",
      "exclude: [vendor/, README.md]\ncollections:\n  notes: {output: false}\n  faq: {output: true}\n"
      "defaults:\n  - scope: {path: plans}\n    values: {published: false}\n"
      "  - scope: {path: ''}\n    values: {layout: x}\n");
  EXPECT_THAT(kept,
              ElementsAre(KeptBack{{"vendor/*", "README.md", "README.md/*"}, "exclude"},
                          KeptBack{{"_notes/*"}, "collections"}, KeptBack{{"plans", "plans/*"}, "defaults"}));
}

TEST(KeptBack, ByNothingElse) {
  for (const char* text : {"", "[a]", "exclude_docs: [a]", "exclude: x", "a: [", "collections: [a]"}) {
    EXPECT_THAT(read_kept_back("mkdocs.yml", text), IsEmpty()) << text;
    EXPECT_THAT(read_kept_back("_config.yml", text), IsEmpty()) << text;
  }
  EXPECT_FALSE(is_kept_back_name("config.yml"));
}

}  // namespace
}  // namespace signpost
