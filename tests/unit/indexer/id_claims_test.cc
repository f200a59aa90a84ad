// id_claims_test.cc - a folder is published, then changed: who has which address, and who is told.
#include "indexer/id_claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "index/schema.h"
#include "indexer/corpus.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string article(const std::string& head) { return "---\n" + head + "\n---\ntext of " + head + "\n"; }

class IdClaimsTest : public ::testing::Test {
 protected:
  void write(const std::string& path, const std::string& head = "tags: [a]") {
    folder_.write(path, article(head));
  }
  void remove(const std::string& path) { std::filesystem::remove(folder_.path(path)); }
  void rename(const std::string& from, const std::string& to) {
    std::filesystem::create_directories(std::filesystem::path(folder_.path(to)).parent_path());
    std::filesystem::rename(folder_.path(from), folder_.path(to));
  }

  // As it is, after what was published last.
  void scan() {
    LastRun last;
    if (published_) last.published = [this] { return published(); };
    now_ = scan_corpus(SourceFolder(folder_.path()), site_, true, "", std::move(last));
  }
  void publish() {
    scan();
    published_ = std::move(now_);
  }
  Published published() const {
    Published all;
    all.files = &published_->states.files;
    for (const SourceDocument& document : published_->documents) {
      const SourceInfo& info = document.info;
      all.documents.push_back({info.path, info.kind, info.lang, info.id, &info.addresses});
    }
    return all;
  }

  std::vector<std::string> ids() {
    scan();
    std::vector<std::string> all;
    for (const SourceDocument& document : now_.documents)
      all.push_back(document.info.path + " " + document.info.id);
    return all;
  }
  std::vector<std::string> findings() {
    scan();
    std::vector<std::string> all;
    for (const Diagnostic& diagnostic : now_.diagnostics) all.push_back(to_string(diagnostic));
    return all;
  }

  TemporaryFolder folder_;
  Site site_;
  Corpus now_;
  std::optional<Corpus> published_;
};

// Regression: a new file that said the id took the address of the published one, with a warning.
TEST_F(IdClaimsTest, AnIdThatIsSaidTakesNoPublishedAddress) {
  write("help/en/b/plan.md");
  publish();
  write("help/en/a/new.md", "id: plan");
  const auto ids_then = {"help/en/a/new.md plan-2", "help/en/b/plan.md plan"};
  EXPECT_EQ(ids(), std::vector<std::string>(ids_then.begin(), ids_then.end()));
  EXPECT_THAT(
      findings(),
      ElementsAre(
          "help/en/a/new.md:2:1: error: says the id 'plan', but /en/articles/plan is published as the "
          "address of help/en/b/plan.md and stays so; this page gets 'plan-2' until another `id` "
          "stands here [id-collision]"));
  publish();
  EXPECT_THAT(findings(), ElementsAre(HasSubstr("help/en/a/new.md:2:1: error: says the id 'plan'")))
      << "as long as it is so";
  remove("help/en/b/plan.md");
  EXPECT_THAT(ids(), ElementsAre("help/en/a/new.md plan")) << "the page has moved";
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(IdClaimsTest, WithoutAGenerationItIsToldAtTheIdThatIsSaid) {
  write("help/en/a/new.md", "id: plan");
  write("help/en/b/plan.md");
  EXPECT_THAT(ids(), ElementsAre("help/en/a/new.md plan", "help/en/b/plan.md plan-2"));
  EXPECT_THAT(findings(),
              ElementsAre("help/en/a/new.md:2:1: error: says the id 'plan' that help/en/b/plan.md has by its "
                          "name, which gets 'plan-2' for it; change the `id` of one of the two "
                          "[id-collision]"));
}

TEST_F(IdClaimsTest, ANameTakesNoPublishedId) {
  write("help/en/b/other.md", "id: plan");
  publish();
  write("help/en/a/plan.md");
  EXPECT_THAT(ids(), ElementsAre("help/en/a/plan.md plan-2", "help/en/b/other.md plan"));
  EXPECT_THAT(findings(),
              ElementsAre("help/en/a/plan.md: error: would have the id 'plan' of help/en/b/other.md, so it "
                          "gets 'plan-2'; give it an `id` of its own [id-collision]"));
}

// Regression: whichever path came first had the address.
TEST_F(IdClaimsTest, OfTwoNamesThePublishedOneKeepsIt) {
  write("help/en/b/plan.md");
  publish();
  write("help/en/a/plan.md");
  EXPECT_THAT(ids(), ElementsAre("help/en/a/plan.md plan-2", "help/en/b/plan.md plan"));
  EXPECT_THAT(findings(), ElementsAre(HasSubstr("help/en/a/plan.md: warning: would have the id 'plan'")));
  publish();
  remove("help/en/b/plan.md");
  EXPECT_THAT(ids(), ElementsAre("help/en/a/plan.md plan-2")) << "it is published there";
  EXPECT_THAT(findings(),
              ElementsAre("help/en/a/plan.md: warning: stays at 'plan-2', where it is published, though "
                          "'plan' is free now; write the `id` that it is to have [id-collision]"));
}

// Regression: the published one was left out.
TEST_F(IdClaimsTest, OfTwoIdsThePublishedOneStays) {
  write("help/en/b/one.md", "id: plan");
  publish();
  write("help/en/a/two.md", "id: plan");
  EXPECT_THAT(ids(), ElementsAre("help/en/b/one.md plan"));
  EXPECT_THAT(findings(),
              ElementsAre("help/en/a/two.md:2:1: error: has the id 'plan' of help/en/b/one.md; left out "
                          "[duplicate-id]"));
}

TEST_F(IdClaimsTest, APageMayMoveAndAnotherTakeItsPlace) {
  write("help/en/a/plan.md");
  write("help/en/a/bill.md", "id: invoice");
  publish();
  rename("help/en/a/plan.md", "help/en/b/plan.md");
  rename("help/en/a/bill.md", "help/en/b/money.md");
  EXPECT_THAT(ids(), ElementsAre("help/en/b/money.md invoice", "help/en/b/plan.md plan"));
  EXPECT_THAT(findings(), IsEmpty());
  remove("help/en/b/plan.md");
  write("help/en/b/another.md", "id: plan");
  EXPECT_THAT(findings(), IsEmpty()) << "the old file is gone";
}

TEST_F(IdClaimsTest, NobodyTakesTheAddressOfAPageThatLives) {
  write("help/en/b/plan.md");
  publish();
  write("help/en/b/plan.md", "id: old-plan");
  write("help/en/a/new.md", "id: plan");
  EXPECT_THAT(findings(),
              ElementsAre("help/en/a/new.md:2:1: error: takes /en/articles/plan, which is published as the "
                          "address of help/en/b/plan.md, now at /en/articles/old-plan; give this page "
                          "another `id`, or that one `id: plan` [address-taken]"));
  remove("help/en/a/new.md");
  write("help/en/b/plan.md");
  rename("help/en/b/plan.md", "help/en/b/old-plan.md");
  write("help/en/a/plan.md", "tags: [another]");
  EXPECT_THAT(findings(),
              ElementsAre(HasSubstr("help/en/a/plan.md: error: takes /en/articles/plan, which is published "
                                    "as the address of help/en/b/old-plan.md, now at")))
      << "a renamed file lives";
}

TEST_F(IdClaimsTest, AnAliasStaysWithItsPage) {
  write("help/en/b/plan.md", "aliases: [/old/plan, /en/articles/tariff]");
  publish();
  write("help/en/a/new.md", "aliases: [/old/plan]");
  write("help/en/a/tariff.md");
  EXPECT_THAT(ids(),
              ElementsAre("help/en/a/new.md new", "help/en/a/tariff.md tariff-2", "help/en/b/plan.md plan"));
  EXPECT_THAT(
      findings(),
      ElementsAre(
          "help/en/a/tariff.md: error: would have the address /en/articles/tariff, which is published as "
          "an alias of help/en/b/plan.md; this page gets 'tariff-2' until it has an `id` of its own, or "
          "the address is taken out there [id-collision]",
          "help/en/a/new.md:2:1: error: the alias '/old/plan' is published as one of help/en/b/plan.md and "
          "stays so; take it out here or there [alias]"));
  EXPECT_THAT(now_.documents[0].info.addresses, IsEmpty());
  EXPECT_THAT(now_.documents[0].info.taken, ElementsAre("/old/plan"));
  write("help/en/b/plan.md");
  EXPECT_THAT(findings(), IsEmpty()) << "its author gave both away";
}

TEST_F(IdClaimsTest, TranslationsShareIdsAndAliases) {
  write("help/en/b/plan.md", "aliases: [/old/plan]");
  publish();
  write("help/ko/a/x.md", "id: plan\naliases: [/old/plan]");
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(IdClaimsTest, ARedirectStaysUntilItsLineGoes) {
  write("help/en/b/plan.md");
  publish();
  site_.redirects = {{"/en/articles/tariff", "plan", 3}};
  write("help/en/a/tariff.md");
  EXPECT_THAT(findings(),
              ElementsAre(HasSubstr("would have the address /en/articles/tariff, which line 3 of `redirects` "
                                    "leads elsewhere; this page gets 'tariff-2'")));
  site_.redirects.clear();
  EXPECT_THAT(findings(), IsEmpty());
}

// Each version of a Docusaurus handbook has the same ids, and none of their pages may be lost.
TEST_F(IdClaimsTest, WhereFoldersArePartOfIdsTheSecondHasThatOfItsPlace) {
  write("docs/intro.md", "id: start");
  write("old/v1/intro.md", "id: start");
  const auto want = ElementsAre("docs/intro.md start", "old/v1/intro.md old-v1-intro");
  EXPECT_THAT(ids(), want);
  EXPECT_THAT(findings(),
              ElementsAre("old/v1/intro.md:2:1: warning: says the id 'start' of docs/intro.md, so it gets "
                          "'old-v1-intro' by its place [id-collision]"));
  publish();
  write("a/v2/intro.md", "id: start");
  EXPECT_THAT(ids(),
              ElementsAre("a/v2/intro.md a-v2-intro", "docs/intro.md start", "old/v1/intro.md old-v1-intro"));
  for (const std::string& finding : findings()) EXPECT_THAT(finding, HasSubstr(": warning: "));
}

}  // namespace
}  // namespace signpost
