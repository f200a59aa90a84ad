// glossary_learning_test.cc - what articles and their translations say of words.
#include "index/glossary_learning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

struct Section {
  const char* heading;
  const char* text;
};

GlossaryArticle article(const std::string& lang, const std::string& title,
                        const std::vector<Section>& sections = {}) {
  GlossaryArticle out;
  out.meta.lang = lang;
  out.meta.title = title;
  for (const Section& section : sections) {
    StoredSection& stored = out.meta.sections.emplace_back();
    stored.heading = section.heading;
    stored.level = 2;
    stored.text_begin = static_cast<uint32_t>(out.text.size());
    out.text += section.text;
    stored.text_end = static_cast<uint32_t>(out.text.size());
    out.text += '\n';
  }
  return out;
}

// Titles of two languages, a pair a line.
const std::vector<std::pair<const char*, const char*>> kTitles = {
    {"Delete an account", "계정 삭제하기"},
    {"Delete a file", "파일을 삭제합니다"},
    {"Create an account", "계정을 만드는 방법"},
    {"Upload a file", "파일 올리기"},
    {"Settings of an account", "계정의 설정"},
    {"Settings of the printer", "프린터 설정"},
    {"Clean the printer", "프린터를 청소하기"},
    {"Upload pictures", "사진 올리기"},
    {"Delete pictures", "사진 삭제"},
    {"Create a file", "파일 만들기"},
};

std::vector<GlossaryEntry> learned() {
  GlossaryLearner learner("en");
  for (const auto& [english, korean] : kTitles) learner.add({article("en", english), article("ko", korean)});
  return learner.learn();
}

std::vector<std::string> find(const std::vector<GlossaryEntry>& entries, std::string_view lang,
                              std::string_view word) {
  std::vector<std::string> out;
  for (const GlossaryEntry& entry : entries) {
    if (entry.sum != glossary_sum(lang, word)) continue;
    for (const Translation& translation : entry.translations)
      out.push_back(translation.lang + ":" + translation.text);
  }
  return out;
}

std::string first(const std::vector<GlossaryEntry>& entries, std::string_view lang, std::string_view word) {
  const std::vector<std::string> all = find(entries, lang, word);
  return all.empty() ? "" : all.front();
}

TEST(GlossaryLearning, FindsWhatTranslatesAWordInTitles) {
  const std::vector<GlossaryEntry> entries = learned();
  const struct {
    const char* lang;
    const char* word;
    const char* want;
  } cases[] = {{"ko", "계정", "en:account"}, {"ko", "파일", "en:file"},      {"ko", "프린터", "en:printer"},
               {"ko", "삭제", "en:delet"},   {"ko", "사진", "en:pictur"},    {"en", "account", "ko:계정"},
               {"en", "file", "ko:파일"},    {"en", "printer", "ko:프린터"}, {"en", "upload", "ko:올리기"}};
  for (const auto& c : cases) EXPECT_EQ(first(entries, c.lang, c.word), c.want) << c.word;
}

TEST(GlossaryLearning, LeavesEndingsToTheWordAlone) {
  EXPECT_THAT(find(learned(), "ko", "계정을"), IsEmpty());
}

TEST(GlossaryLearning, LearnsNothingOfWhatStandsOnce) {
  EXPECT_THAT(find(learned(), "ko", "청소하기"), IsEmpty());
  EXPECT_THAT(find(learned(), "en", "clean"), IsEmpty());
}

TEST(GlossaryLearning, LaysSectionsOverEachOtherAndReadsTheirParagraphs) {
  GlossaryLearner learner("en");
  for (int i = 0; i < 3; ++i) {
    const std::string n = std::to_string(i);
    // The translation lacks the section in the middle.
    learner.add(
        {article("en", "Guide " + n,
                 {{"The wombat", "A wombat digs."}, {"Notes", "None."}, {"The emu", "An emu runs."}}),
         article("de", "Anleitung " + n, {{"Das Wombattier", "Es gräbt."}, {"Der Laufvogel", "Rennt."}})});
    learner.add({article("en", "Wombat " + n, {{"Digging", "x"}}),
                 article("de", "Wombattier " + n, {{"Graben", "y"}})});
    learner.add({article("en", "Emu " + n), article("de", "Laufvogel " + n)});
  }
  const std::vector<GlossaryEntry> entries = learner.learn();
  EXPECT_EQ(first(entries, "de", "wombatti"), "en:wombat");
  EXPECT_EQ(first(entries, "de", "laufvogel"), "en:emu");
}

TEST(GlossaryLearning, LeavesOutWhatIsTheSameAnyway) {
  GlossaryLearner learner("en");
  for (int i = 0; i < 4; ++i) {
    const std::string n = std::to_string(i);
    learner.add({article("en", "kubectl and the cluster " + n), article("fr", "kubectl et la grappe " + n)});
    for (const char* other : {"a", "b", "c", "d"})
      learner.add({article("en", "Anything else " + n + other), article("fr", "Autre chose " + n + other)});
    learner.add({article("en", "The cluster " + n + "e"), article("fr", "La grappe " + n + "e")});
  }
  const std::vector<GlossaryEntry> entries = learner.learn();
  EXPECT_THAT(find(entries, "fr", "kubectl"), Not(Contains("en:kubectl")));
  EXPECT_EQ(first(entries, "fr", "grapp"), "en:cluster");
}

TEST(GlossaryLearning, LearnsBetweenManyLanguagesThroughTheDefaultOneAlone) {
  const std::vector<std::string> languages = {"en", "de", "fr", "es", "it", "nl", "pt", "sv"};
  GlossaryLearner learner("en");
  for (int i = 0; i < 4; ++i) {
    for (const char* word : {"alpha", "beta", "gamma", "delta"}) {
      std::vector<GlossaryArticle> versions;
      for (const std::string& lang : languages)
        versions.push_back(article(lang, std::string(word) + lang + "x " + std::to_string(i)));
      learner.add(versions);
    }
  }
  const std::vector<GlossaryEntry> entries = learner.learn();
  ASSERT_THAT(find(entries, "en", "alphaenx"), Not(IsEmpty()));
  EXPECT_THAT(find(entries, "en", "alphaenx").size(), 7u);
  EXPECT_THAT(find(entries, "de", "alphadex"), ElementsAre("en:alphaenx"));
}

TEST(GlossaryLearning, LearnsNothingFromNothing) {
  GlossaryLearner none("en");
  EXPECT_THAT(none.learn(), IsEmpty());
  GlossaryLearner alone("en");
  alone.add({article("en", "Alone")});
  alone.add({article("en", ""), article("ko", "")});
  EXPECT_THAT(alone.learn(), IsEmpty());
}

}  // namespace
}  // namespace signpost
