// site_file_test.cc - what site.yaml names, and what a stranger would have it name.
#include "indexer/site_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/error.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class SiteFileTest : public ::testing::Test {
 protected:
  SiteFileTest() {
    folder_.write("outside/secret", "<svg>hidden: words, of others</svg>");
    folder_.write("source/a.md", "text");
  }

  void add(const std::string& name, const std::string& text) const { folder_.write("source/" + name, text); }
  void link(const std::string& target, const std::string& name) const {
    fs::create_directories(fs::path(folder_.path("source/" + name)).parent_path());
    fs::create_symlink(target, folder_.path("source/" + name));
  }
  SiteFile load() {
    SiteFile site = load_site(SourceFolder(folder_.path("source")), "");
    for (const Diagnostic& diagnostic : site.diagnostics) lines_.push_back(to_string(diagnostic));
    return site;
  }

  TemporaryFolder folder_;
  std::vector<std::string> lines_;
};

TEST_F(SiteFileTest, ReadsWhatLiesBesideIt) {
  add("site.yaml", "title: Help\nlogo: ./brand/../brand/logo.svg\n");
  add("brand/real.svg", "<svg/>");
  link("real.svg", "brand/logo.svg");
  add("synonyms/en.txt", "a, b\n");
  add("queries.yaml", "best_bets:\n  - { q: a, id: b }\n");
  add("answers.yaml", "answers:\n  - { q: a, answer: b#c }\n");
  add("redirects", "/old a\n");
  const SiteFile site = load();
  EXPECT_THAT(lines_, IsEmpty());
  EXPECT_EQ(site.site.logo, "brand/logo.svg");
  EXPECT_EQ(site.logo.name, "brand/logo.svg");
  EXPECT_EQ(site.logo.bytes, "<svg/>");
  EXPECT_EQ(site.site.synonyms.size(), 1u);
  EXPECT_EQ(site.site.best_bets.size(), 1u);
  EXPECT_EQ(site.site.pinned_answers.size(), 1u);
  EXPECT_EQ(site.site.redirects.size(), 1u);
}

TEST_F(SiteFileTest, DialectsAreThoseOfTheSettingsElseOfTheFolder) {
  EXPECT_EQ(load().site.dialects, DialectSet());
  add("mkdocs.yml", "site_name: x\n");
  EXPECT_EQ(load().site.dialects, DialectSet{Dialect::mkdocs});
  add("site.yaml", "title: Help\n");
  EXPECT_EQ(load().site.dialects, DialectSet{Dialect::mkdocs});
  add("site.yaml", "dialects: [hugo]\n");
  EXPECT_EQ(load().site.dialects, DialectSet{Dialect::hugo});
  add("site.yaml", "dialects: []\n");
  EXPECT_EQ(load().site.dialects, DialectSet());
  EXPECT_THAT(lines_, IsEmpty());
}

TEST_F(SiteFileTest, SynonymsOfALanguageNeedNoMention) {
  add("site.yaml", "title: Help\n");
  add("synonyms/ko.txt", "환불, 반품\n");
  add("synonyms/pt-br.txt", "celular, telefone\n");
  add("synonyms/readme.md", "How to write these\n");
  const SiteFile site = load();
  EXPECT_THAT(lines_, IsEmpty());
  ASSERT_EQ(site.site.synonyms.size(), 2u);
  EXPECT_EQ(site.site.synonyms[0].lang, "ko");
  EXPECT_EQ(site.site.synonyms[1].lang, "pt-BR");
}

TEST_F(SiteFileTest, ChannelsHaveTheDaysOfTheirCalendars) {
  add("site.yaml",
      "contact:\n"
      "  - {id: a, kind: form, holidays: [2026-12-26, days/holidays.ics]}\n"
      "  - {id: b, kind: form, holidays: gone.ics}\n"
      "  - {id: c, kind: form, holidays: broken.ics}\n"
      "  - {id: d, kind: form, holidays: ../outside/secret.ics}\n");
  add("days/holidays.ics",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\nDTEND:20261227\nEND:VEVENT\nEND:VCALENDAR\n");
  add("broken.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n");
  const SiteFile site = load();
  ASSERT_EQ(site.site.contact.channels.size(), 1u);
  EXPECT_THAT(site.site.contact.channels[0].holidays, ElementsAre(20811, 20812, 20813));
  EXPECT_THAT(
      lines_,
      ElementsAre(
          "site.yaml:3: error: the calendar gone.ics is not there; the channel 'b' is left out [site]",
          "broken.ics:2: error: an event has no DTSTART [site]",
          "site.yaml:4: error: the calendar broken.ics has errors; the channel 'c' is left out [site]",
          HasSubstr("site.yaml:5: error: the calendar ../outside/secret.ics ")));
}

TEST_F(SiteFileTest, AFolderOfRedirectsIsOneOfArticles) {
  add("redirects/a.md", "text");
  add("synonyms", "text");
  add("site.yaml", "title: Help\n");
  load();
  EXPECT_THAT(lines_, IsEmpty());
}

TEST_F(SiteFileTest, ALogoIsAnImageOfTheSource) {
  add("page.html", "<svg/>");
  add("text.svg", "[core]\n");
  add(".git/config", "[core]\n");
  add(".git/logo.svg", "<svg/>");
  add("large.svg", "<svg>" + std::string(1024 * 1024, ' '));
  link("../outside/secret", "out.svg");
  link("/proc/self/environ", "environment.svg");
  link(".git/logo.svg", "hidden.svg");
  link("../outside", "brand");
  ASSERT_EQ(::mkfifo(folder_.path("source/pipe.svg").c_str(), 0600), 0);
  ASSERT_EQ(::mkdir(folder_.path("source/folder.svg").c_str(), 0700), 0);
  struct Case {
    std::string logo;
    const char* why;
  };
  const Case cases[] = {
      {"missing.svg", "is not there"},
      {"page.html", "is not an image that browsers show"},
      {"text.svg", "is not what its ending says: no svg image"},
      {"large.svg", "is larger than 1 MB"},
      {"out.svg", "leads out of the source"},
      {"environment.svg", "leads out of the source"},
      {"../outside/secret", "leads out of the source"},
      {"/etc/passwd", "leads out of the source"},
      {"brand/secret", "lies behind a link that is not followed"},
      {".git/config", "leads to a hidden name"},
      {".git/logo.svg", "leads to a hidden name"},
      {"hidden.svg", "leads to a hidden name"},
      {"pipe.svg", "is not a regular file"},
      {"folder.svg", "is a folder"},
      {"https://example.com/logo.svg", "is not there"},
      {"\"text.svg\\0.png\"", "is not there"},
  };
  for (const Case& c : cases) {
    lines_.clear();
    add("site.yaml", "title: Help\nlogo: " + c.logo + "\n");
    const SiteFile site = load();
    EXPECT_EQ(site.site.logo, "") << c.logo;
    EXPECT_EQ(site.logo.name + site.logo.bytes, "") << c.logo;
    ASSERT_EQ(lines_.size(), 1u) << c.logo;
    EXPECT_THAT(lines_[0], HasSubstr("site.yaml:2: warning: the logo ")) << c.logo;
    EXPECT_THAT(lines_[0], HasSubstr(c.why)) << c.logo;
  }
}

TEST_F(SiteFileTest, SettingsAreReadFromTheSourceOnly) {
  add("site.yaml", "title: Help\n");
  link("../../outside/secret", "synonyms/en.txt");
  link("../outside/secret", "queries.yaml");
  link("../outside/secret", "answers.yaml");
  link("/proc/self/environ", "redirects");
  SiteFile site = load();
  EXPECT_THAT(lines_, ElementsAre("synonyms/en.txt: error: leads out of the source; not read [synonyms]",
                                  "queries.yaml: error: leads out of the source; not read [best-bets]",
                                  "answers.yaml: error: leads out of the source; not read [pinned-answers]",
                                  "redirects: error: leads out of the source; not read [redirect]"));
  EXPECT_THAT(site.site.synonyms, IsEmpty());
  fs::remove(folder_.path("source/site.yaml"));
  link("../outside/secret", "site.yaml");
  lines_.clear();
  load();
  EXPECT_THAT(lines_, ElementsAre("site.yaml: error: leads out of the source; its defaults are used [site]"));
}

TEST_F(SiteFileTest, AFolderOfSettingsIsNoLink) {
  folder_.write("outside/en.txt", "not a rule but a secret\n");
  add("site.yaml", "title: Help\n");
  link("../outside", "synonyms");
  load();
  ASSERT_EQ(lines_.size(), 1u);
  EXPECT_THAT(lines_[0], HasSubstr("synonyms: error: lies behind a link"));
  EXPECT_THAT(lines_[0], Not(HasSubstr("secret")));
}

// The file is the operator's word, what it names is not.
TEST_F(SiteFileTest, ASiteFileElsewhereNamesWhatLiesBesideIt) {
  folder_.write("settings/real.yaml", "title: Help\nlogo: ../source/logo.svg\n");
  fs::create_symlink("real.yaml", folder_.path("settings/site.yaml"));
  fs::create_symlink("../outside/secret", folder_.path("settings/redirects"));
  add("logo.svg", "<svg/>");
  const SiteFile site = load_site(SourceFolder(folder_.path("source")), folder_.path("settings/site.yaml"));
  ASSERT_EQ(site.diagnostics.size(), 2u);
  EXPECT_THAT(site.diagnostics[0].message, HasSubstr("leads out of the source"));
  EXPECT_EQ(site.diagnostics[1].path, "redirects");
  EXPECT_EQ(pick(site.site.title, "en", site.site), "Help");
  EXPECT_THROW(load_site(SourceFolder(folder_.path("source")), folder_.path("settings/none.yaml")), Error);
}

}  // namespace
}  // namespace signpost
