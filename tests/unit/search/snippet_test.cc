// snippet_test.cc - the passage that is shown of a document, and what is marked in it.
#include "search/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string marked(const std::string& query, const std::string& text, const std::string& lang = "en") {
  const QueryPlan plan = make_plan(parse_query(query), lang, help_centre_reader());
  return bracketed(Marker(plan).mark(text, lang));
}

TEST(Snippet, MarksTheWordsOfTheQuery) {
  struct Case {
    const char* query;
    const char* text;
    const char* want;
  };
  const Case cases[] = {
      {"password", "Reset your password", "Reset your [password]"},
      {"install", "Installing the app", "[Installing] the app"},  // any form of it
      {"the password", "The password", "The [password]"},         // what says nothing only beside what does
      {"how do i", "How do I start?", "[How] [do] [I] start?"},   // unless there is nothing else
      {"新幹線", "新幹線の予約", "[新幹線]の予約"},
      {"サーバー", "新しいサーバーです", "新しい[サーバー]です"},
      {"비밀번호", "비밀번호를 잊으셨나요", "[비밀번호]를 잊으셨나요"},
      {"node.js", "Use node.js now", "Use [node.js] now"},
      {"invoi", "We send invoices", "We send [invoices]"},  // what it may become
      {"password -reset", "Reset your password", "Reset your [password]"},
      {"xyzzyx", "Reset your password", "Reset your password"},
      {"password", "", ""},
      {"b", "<b>b</b> & \"b\"", "<[b]>[b]</[b]> & \"[b]\""},  // text, never markup
  };
  for (const Case& c : cases) EXPECT_EQ(marked(c.query, c.text), c.want) << c.query;
}

TEST(Snippet, ShowsTheBestSection) {
  const Hit hit = help_centre_index().search("password phone security").hits.at(0);
  EXPECT_EQ(hit.section.anchor, "s1");
  EXPECT_THAT(hit.section.path, ElementsAre("On a phone"));
  EXPECT_EQ(bracketed(hit.snippet), "Tap the menu, then [Security], then Reset [password].");
  EXPECT_EQ(bracketed(hit.title_runs), "Reset your [password]");
}

// The snippet of a document with this text, for a query that finds it.
std::string snippet_of(const std::string& text, const std::string& query, const std::string& lang = "en",
                       const std::string& title = "Page") {
  const TestIndex index({make_document("page", title, {text}, lang)});
  return bracketed(index.search(query).hits.at(0).snippet);
}

size_t columns(const std::string& snippet) {
  size_t out = 0;
  for (size_t i = 0; i < snippet.size(); ++i) {
    const auto byte = static_cast<uint8_t>(snippet[i]);
    out += byte >= 0xE3 ? 2 : (byte & 0xC0) != 0x80 ? 1 : 0;
  }
  return out;
}

TEST(Snippet, CutsLongTextsAtSentencesAndWords) {
  std::string before;
  for (int i = 0; i < 100; ++i) before += "Other animals live here. ";
  std::string behind;
  for (int i = 0; i < 100; ++i) behind += " elephants";
  const std::string middle = snippet_of(before + "A wombat digs" + behind + ".", "wombat");
  EXPECT_THAT(middle, StartsWith("…A [wombat] digs elephants"));
  EXPECT_THAT(middle, EndsWith("elephants …"));
  EXPECT_LE(columns(middle), kSnippetColumns + 6);
  EXPECT_GE(columns(middle), kSnippetColumns - 20);
  EXPECT_EQ(snippet_of("A wombat digs.", "wombat"), "A [wombat] digs.");
  EXPECT_THAT(snippet_of(before + "A wombat digs.", "wombat"), EndsWith("A [wombat] digs."));
  EXPECT_THAT(snippet_of("A wombat digs" + behind + ".", "wombat"), StartsWith("A [wombat] digs"));
}

TEST(Snippet, CutsTextWithoutSpacesAtCharacters) {
  std::string filler;
  for (int i = 0; i < 300; ++i) filler += "動物園";
  const std::string snippet = snippet_of(filler + "新幹線" + filler, "新幹線", "ja");
  EXPECT_THAT(snippet, HasSubstr("[新幹線]"));
  EXPECT_THAT(snippet, StartsWith("…"));
  EXPECT_LE(columns(snippet), kSnippetColumns + 6);
  EXPECT_THAT(snippet, Not(HasSubstr("\xEF\xBF\xBD")));
}

TEST(Snippet, PrefersThePassageWithMostOfTheQuery) {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "Other animals live here. ";
  EXPECT_THAT(
      snippet_of("Here is one gate. " + filler + "The keys of the gate are blue. " + filler, "gate keys"),
      HasSubstr("The [keys] of the [gate] are blue."));
}

TEST(Snippet, BeginsAtTheStartWhereNothingMatches) {
  const std::string snippet = snippet_of("Nothing of it stands here.", "wombats", "en", "Wombats");
  EXPECT_EQ(snippet, "Nothing of it stands here.");
  EXPECT_EQ(snippet_of("", "wombats", "en", "Wombats"), "");
}

// The snippet of a document of these texts, of which those that begin with '#' are code.
std::string snippet_beside_code(const std::vector<std::string>& blocks, const std::string& query,
                                const std::string& lang = "en") {
  Document document = make_document("page", "Page", {""}, lang);
  Section& section = document.sections.front();
  for (const std::string& block : blocks) {
    if (!section.text.empty()) section.text += '\n';
    const auto begin = static_cast<uint32_t>(section.text.size());
    section.text += block;
    const BlockKind kind = block.starts_with('#') ? BlockKind::code : BlockKind::paragraph;
    section.blocks.push_back({kind, begin, static_cast<uint32_t>(section.text.size()), -1, 0});
  }
  return bracketed(TestIndex({document}).search(query).hits.at(0).snippet);
}

TEST(Snippet, PrefersSentencesToCodeAndTables) {
  std::string far;
  for (int i = 0; i < 60; ++i) far += "Other animals live here. ";
  const std::string code = "# wombat --tunnel --depth 3 | wombat --tunnel";
  const std::string sentence = "A wombat digs its own tunnel.";
  const char* const want = "A [wombat] digs its own [tunnel].";
  struct Case {
    std::vector<std::string> blocks;
    const char* query;
    const char* want;
  };
  const Case cases[] = {{{code, sentence}, "wombat tunnel", want},  // in one window
                        {{code, code, sentence, code}, "wombat tunnel", want},
                        {{code, far, sentence}, "wombat tunnel", want},  // in two
                        {{sentence, far, code}, "wombat tunnel", want},
                        {{far, code, far, sentence, far}, "wombat tunnel", want},
                        {{"A wombat.", far, code},
                         "wombat tunnel",
                         "# [wombat] --[tunnel] --depth 3 | [wombat] --[tunnel]"},  // more words
                        {{far, code},
                         "wombat tunnel",
                         "# [wombat] --[tunnel] --depth 3 | [wombat] --[tunnel]"},  // nowhere else
                        {{code, sentence}, "depth", "# wombat --tunnel --[depth] 3 | wombat --tunnel"}};
  for (const Case& c : cases) {
    const std::string snippet = snippet_beside_code(c.blocks, c.query);
    EXPECT_THAT(snippet, AnyOf(StartsWith(c.want), StartsWith(std::string("…") + c.want)));
  }
}

TEST(Snippet, PrefersSentencesWithoutSpacesToo) {
  const std::string code = "# 新幹線 予約 新幹線 予約 新幹線 予約";
  EXPECT_THAT(snippet_beside_code({code, "画面で新幹線を予約します。"}, "新幹線の予約", "ja"),
              StartsWith("…画面で[新幹線]を[予約]します。"));
}

TEST(Snippet, BeginsWithABlockAndJoinsThoseBehindIt) {
  EXPECT_EQ(snippet_of("One line\nand  a\twombat\n\nhere.", "wombat"), "…and a [wombat] here.");
}

}  // namespace
}  // namespace signpost
