// internal_sources_test.cc - runs over sources with internal articles, parts and replies: two indexes, or
// one.
#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "index/generation.h"
#include "index/manifest.h"
#include "index/reply_file.h"
#include "indexer/check/check_run.h"
#include "indexer/indexing_run.h"
#include "indexer/published_generation.h"
#include "indexer/reply_step.h"
#include "indexer/run_state.h"
#include "search/searcher.h"
#include "temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class InternalSourcesTest : public ::testing::Test {
 protected:
  InternalSourcesTest() {
    write("help/en/setup/start.md", "---\ntitle: Start\n---\nBegin here.\n");
    write("help/en/setup/printer.md",
          "---\ntitle: Printer\n---\nPlug it in.\n\n> [!STAFF]\n> Ask for ZX9.\n");
    write("help/en/setup/internal/limits.md", "---\ntitle: Limits\n---\nUp to seven.\n");
    write("replies/en/late.md", "# Late\n\nSorry, {{name}}.\n");
    options_.source = folder_.path("source");
    options_.output = folder_.path("index");
    options_.jobs = 1;
  }

  void write(const std::string& file, const std::string& text) { folder_.write("source/" + file, text); }
  void remove(const std::string& file) { fs::remove(folder_.path("source/" + file)); }

  int run() {
    out_.str("");
    err_.str("");
    return run_index(options_, out_, err_);
  }
  std::string staff() const { return staff_index(options_.output); }
  static size_t documents(const std::string& index) { return published_documents(index); }
  static std::optional<Article> article(const std::string& index, const std::string& id) {
    return Searcher(*current_generation(index)).article(id, "en");
  }
  std::string check() {
    CheckOptions check;
    check.source = options_.source;
    std::ostringstream out;
    run_check(check, out, err_);
    return out.str();
  }

  TemporaryFolder folder_;
  IndexOptions options_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(InternalSourcesTest, TheReportCountsTheTimeOfBothPassesOnce) {
  options_.report_file = folder_.path("report.json");
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(run(), kExitClean) << err_.str();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const auto report = nlohmann::json::parse(folder_.read("report.json"));
  double phases = 0;
  for (const auto& [name, time] : report["seconds"].items())
    phases += name == "total" ? 0 : time.get<double>();
  EXPECT_LE(report["seconds"]["total"], seconds);
  EXPECT_LE(phases, report["seconds"]["total"]) << "of the first";
}

TEST_F(InternalSourcesTest, AreWrittenIntoASecondIndexWithAllThatIsPublic) {
  EXPECT_EQ(run(), kExitClean) << err_.str();
  EXPECT_EQ(documents(options_.output), 2u);
  EXPECT_EQ(documents(staff()), 3u);
  EXPECT_EQ(read_manifest(*current_generation(options_.output)).readers, Readers::everybody);
  EXPECT_EQ(read_manifest(*current_generation(staff())).readers, Readers::staff);
  EXPECT_THAT(article(options_.output, "printer")->document.html, Not(HasSubstr("ZX9")));
  EXPECT_THAT(article(options_.output, "printer")->document.markdown, Not(HasSubstr("STAFF")));
  const auto whole = article(staff(), "printer");
  EXPECT_THAT(whole->document.html, HasSubstr("ZX9"));
  EXPECT_EQ(whole->document.internal, Internal::parts);
  EXPECT_EQ(article(staff(), "limits")->document.internal, Internal::whole);
  EXPECT_EQ(article(staff(), "limits")->document.fields.one(Field::category), "setup");
  EXPECT_EQ(article(staff(), "start")->document.internal, Internal::no);
  EXPECT_FALSE(article(options_.output, "limits"));
  EXPECT_THAT(out_.str(), HasSubstr("for staff: 3 documents, 1 internal, 1 with internal parts"));
  const auto replies = load_replies(*current_generation(staff()));
  ASSERT_EQ(replies.size(), 1u);
  EXPECT_EQ(replies[0].text, "Sorry, {{name}}.");
  EXPECT_TRUE(load_replies(*current_generation(options_.output)).empty());
}

TEST_F(InternalSourcesTest, ChangeByThemselvesAndGoWithTheirIndex) {
  run();
  write("help/en/setup/internal/limits.md", "---\ntitle: Limits\n---\nUp to eight.\n");
  write("help/en/setup/printer.md", "---\ntitle: Printer\n---\nPlug it in.\n\n> [!STAFF]\n> Ask for ZX10.\n");
  run();
  EXPECT_THAT(out_.str(), HasSubstr("Rendered what changed, 0 documents")) << "of what is public";
  EXPECT_THAT(article(staff(), "limits")->document.html, HasSubstr("eight"));
  EXPECT_THAT(article(staff(), "printer")->document.html, HasSubstr("ZX10"));
  remove("help/en/setup/internal/limits.md");
  remove("replies/en/late.md");
  run();
  EXPECT_EQ(documents(staff()), 2u) << "a part is left";
  write("help/en/setup/printer.md", "---\ntitle: Printer\n---\nPlug it in.\n");
  run();
  EXPECT_FALSE(fs::exists(staff()));
}

TEST_F(InternalSourcesTest, AreNotThereBecauseCodeShowsHowTheyAreWritten) {
  for (const char* file : {"help/en/setup/internal/limits.md", "replies/en/late.md"}) remove(file);
  write("help/en/setup/printer.md", "---\ntitle: Printer\n---\nSo:\n\n```\n> [!STAFF]\n> Text\n```\n");
  EXPECT_EQ(run(), kExitClean) << err_.str();
  EXPECT_FALSE(fs::exists(staff()));
  EXPECT_THAT(article(options_.output, "printer")->document.html, HasSubstr("[!STAFF]"));
}

TEST_F(InternalSourcesTest, GoWithoutWhatOthersPutThere) {
  for (const char* file : {"help/en/setup/internal/limits.md", "replies/en/late.md"}) remove(file);
  write("help/en/setup/printer.md", "---\ntitle: Printer\n---\nPlug it in.\n");
  folder_.write("index/staff/names.txt", "Ann");
  run();
  EXPECT_EQ(folder_.read("index/staff/names.txt"), "Ann") << "no index of ours";
  write("help/en/setup/internal/limits.md", "---\ntitle: Limits\n---\nUp to seven.\n");
  run();
  EXPECT_EQ(documents(staff()), 3u);
  remove("help/en/setup/internal/limits.md");
  run();
  EXPECT_FALSE(fs::exists(staff() + "/generations"));
  EXPECT_EQ(folder_.read("index/staff/names.txt"), "Ann");
}

TEST_F(InternalSourcesTest, AreReadWithoutTheIndexThatLiesAmongThem) {
  options_.output = folder_.path("source/built");
  write("help/en/setup/start.md", "---\ntitle: Start\n---\n![a](a.png)\n");
  write("help/en/setup/a.png", "\x89PNG");
  run();
  run();
  const std::string state = state_dir(staff(), *current_generation(staff()));
  EXPECT_THAT(folder_.read(state.substr(folder_.path().size() + 1) + "/run"), Not(HasSubstr("built/")));
}

TEST_F(InternalSourcesTest, OfAPublicArticleThatBecomesInternalNothingStays) {
  run();
  write("help/en/setup/start.md", "---\ntitle: Start\nvisibility: staff\n---\nBegin here.\n");
  run();
  EXPECT_EQ(documents(options_.output), 1u);
  EXPECT_FALSE(article(options_.output, "start"));
  EXPECT_EQ(article(staff(), "start")->document.internal, Internal::whole);
}

TEST_F(InternalSourcesTest, TakeNoAddressFromWhatIsPublic) {
  write("help/en/setup/internal/start.md", "---\ntitle: A\nid: start\n---\nInternal.\n");
  EXPECT_EQ(run(), kExitErrors);
  EXPECT_THAT(err_.str(), HasSubstr("id-collision"));
  EXPECT_THAT(article(staff(), "start")->document.html, HasSubstr("Begin here"));
  EXPECT_THAT(article(options_.output, "start")->document.html, HasSubstr("Begin here"));
}

TEST_F(InternalSourcesTest, MayNotBeLinkedFromWhatIsPublic) {
  write("help/en/setup/start.md", "---\ntitle: Start\n---\nSee [limits](internal/limits.md).\n");
  write("help/en/setup/printer.md",
        "---\ntitle: Printer\n---\nPlug it in.\n\n> [!STAFF]\n> See [limits](internal/limits.md).\n");
  EXPECT_EQ(run(), kExitErrors);
  const std::string found =
      "help/en/setup/start.md:4:5: error: links to help/en/setup/internal/limits.md, which "
      "only staff may read [internal-link]";
  EXPECT_EQ(err_.str(), found + "\n") << "once, and not of an internal part";
  EXPECT_THAT(check(), HasSubstr(found));
  EXPECT_THAT(article(options_.output, "start")->document.html, Not(HasSubstr("href")));
}

TEST_F(InternalSourcesTest, InAnotherNotationKeepThePageFromEverybody) {
  write("help/en/setup/start.md",
        "---\ntitle: Start\n---\n<div class=\"admonition staff\">\n\nZX11\n\n</div>\n");
  write("help/en/setup/words.md", "---\ntitle: Words\n---\nA [!STAFF] mark in a text.\n");
  EXPECT_EQ(run(), kExitErrors);
  EXPECT_THAT(err_.str(), HasSubstr("words.md: error: has a part for staff alone"));
  EXPECT_FALSE(article(options_.output, "words"));
  EXPECT_TRUE(article(staff(), "words"));
}

TEST_F(InternalSourcesTest, ArePublishedWithTheOthersOrNotAtAll) {
  run();
  const auto before = current_generation(options_.output);
  const auto staff_before = current_generation(staff());
  options_.strict = true;
  write("help/en/setup/start.md", "---\ntitle: Start\n---\nBegin anew.\n");
  write("help/en/setup/internal/broken.md", std::string("\xff\xfe", 2));
  EXPECT_EQ(run(), kExitNotPublished);
  EXPECT_EQ(current_generation(options_.output), before);
  EXPECT_EQ(current_generation(staff()), staff_before);
  options_.strict = false;
  EXPECT_EQ(run(), kExitErrors);
  EXPECT_THAT(article(options_.output, "start")->document.html, HasSubstr("anew"));
  EXPECT_THAT(err_.str(), HasSubstr("broken.md"));
}

TEST_F(InternalSourcesTest, AreNotReachedThroughLinksOfTheFileSystem) {
  fs::create_symlink("internal/limits.md", folder_.path("source/help/en/setup/copy.md"));
  fs::create_symlink("internal/plan.png", folder_.path("source/help/en/setup/plan.png"));
  write("help/en/setup/internal/plan.png", "\x89PNG");
  write("help/en/setup/start.md", "---\ntitle: Start\n---\n![plan](plan.png)\n");
  run();
  EXPECT_FALSE(article(options_.output, "copy"));
  EXPECT_FALSE(fs::exists(*current_generation(options_.output) + "/files/help/en/setup/plan.png"));
}

TEST_F(InternalSourcesTest, RollBackTogether) {
  run();
  const auto first = *current_generation(staff());
  write("help/en/setup/internal/limits.md", "---\ntitle: Limits\n---\nUp to nine.\n");
  run();
  std::ostringstream out;
  EXPECT_EQ(run_roll_back(options_.output, out), kExitClean);
  EXPECT_EQ(*current_generation(staff()), first);
  EXPECT_THAT(out.str(), HasSubstr("for staff again"));
}

TEST_F(InternalSourcesTest, AreFollowedByAWatchingProcess) {
  RunMemories memories;
  run_index_again(options_, {.unclear = true, .files = {}}, memories, out_, err_);
  write("help/en/setup/start.md", "---\ntitle: Start\n---\nBegin anew.\n");
  run_index_again(options_, {.unclear = false, .files = {"help/en/setup/start.md"}}, memories, out_, err_);
  EXPECT_THAT(article(options_.output, "start")->document.html, HasSubstr("anew"));
  EXPECT_THAT(article(staff(), "start")->document.html, HasSubstr("anew"));
  write("help/en/setup/start.md", "---\ntitle: Start\n---\nBegin anew.\n\n> [!STAFF]\n> ZX12\n");
  run_index_again(options_, {.unclear = false, .files = {"help/en/setup/start.md"}}, memories, out_, err_);
  EXPECT_THAT(article(options_.output, "start")->document.html, Not(HasSubstr("ZX12")));
  EXPECT_THAT(article(staff(), "start")->document.html, HasSubstr("ZX12"));
  EXPECT_EQ(article(staff(), "start")->document.internal, Internal::parts);
}

TEST_F(InternalSourcesTest, AloneAreNoHelpCentre) {
  for (const char* file : {"help/en/setup/start.md", "help/en/setup/printer.md"}) remove(file);
  EXPECT_EQ(run(), kExitNotPublished);
  EXPECT_THAT(err_.str(), HasSubstr("there is no article"));
}

TEST_F(InternalSourcesTest, HaveEachReplyOnce) {
  write("replies/en/other.md", "---\nid: late\n---\nAgain.\n");
  write("replies/en/none.md", "---\ntitle: None\n---\n");
  EXPECT_EQ(run(), kExitErrors);
  EXPECT_THAT(err_.str(), HasSubstr("other.md: error: has the id 'late' of another reply"));
  EXPECT_THAT(err_.str(), HasSubstr("none.md"));
  EXPECT_EQ(load_replies(*current_generation(staff())).size(), 1u);
}

}  // namespace
}  // namespace signpost
