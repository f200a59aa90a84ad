#include "index/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

#include "index/stemmer.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

struct Seen {
  TokenKind kind;
  std::string term;
  std::string surface;
  uint32_t position;
  uint32_t begin;
  uint32_t end;
  bool elided;
};

class Collect : public TokenSink {
 public:
  void token(const Token& t) override {
    seen.push_back(
        {t.kind, std::string(t.term), std::string(t.surface), t.position, t.begin, t.end, t.elided});
  }
  std::vector<Seen> seen;
};

std::vector<Seen> analyze(std::string_view text, std::string_view lang = "en") {
  Collect collect;
  Analyzer(lang).analyze(text, 0, collect);
  return collect.seen;
}

std::vector<std::string> terms(std::string_view text, std::string_view lang = "en") {
  std::vector<std::string> out;
  for (const Seen& s : analyze(text, lang)) out.push_back(s.term);
  return out;
}

TEST(Analyzer, StemsAndFoldsWords) {
  EXPECT_THAT(terms("Installing PACKAGES"), ElementsAre("instal", "packag"));
  EXPECT_THAT(terms("Résumé"), ElementsAre("resum"));
  EXPECT_THAT(terms("resume"), ElementsAre("resum"));
  EXPECT_THAT(terms("the user's"), ElementsAre("the", "user"));
  EXPECT_THAT(terms("don’t don't dont"), ElementsAre("dont", "dont", "dont"));
  EXPECT_THAT(terms("Installationen", "de"), ElementsAre("installation"));
}

// Which words are cut off by an apostrophe is marked.
TEST(Analyzer, CutsElidedWordsOff) {
  struct Case {
    const char* in;
    const char* lang;
    const char* want;  // with ' behind what is elided
  };
  const Case cases[] = {
      {"l'article", "fr", "l' articl"},
      {"L\u2019Article", "fr-CA", "l' articl"},
      {"qu\u02BCil", "fr", "qu' il"},
      {"d\uFF07accord", "fr", "d' accord"},
      {"jusqu'ici", "fr", "jusqu' ici"},
      {"aujourd'hui", "fr", "aujourd hui"},
      {"l'", "fr", "l"},
      {"dell\u2019account", "it", "dell' account"},
      {"l'usuari", "ca", "l' usu"},
      {"l'article", "en", "larticl"},
      {"\u043F\u02BC\u044F\u0442\u044C", "uk", "\u043F\u044F\u0442\u044C"},
      {"\u043F'\u044F\u0442\u044C", "uk", "\u043F\u044F\u0442\u044C"},
  };
  for (const Case& c : cases) {
    std::string got;
    for (const Seen& s : analyze(c.in, c.lang))
      got += (got.empty() ? "" : " ") + s.term + (s.elided ? "'" : "");
    EXPECT_EQ(got, c.want) << c.in;
  }
}

// They lie at the word behind them, so that phrases go on over them.
TEST(Analyzer, SignsHaveNoPositionOfTheirOwn) {
  const std::vector<Seen> seen = analyze("map => all \U0001F44D");
  ASSERT_EQ(seen.size(), 4u);
  EXPECT_EQ(seen[1].kind, TokenKind::sign);
  EXPECT_EQ(seen[1].term, "=>");
  EXPECT_EQ(seen[1].position, 1u);
  EXPECT_EQ(seen[2].position, 1u);
  EXPECT_EQ(seen[3].term, "\U0001F44D");
  EXPECT_EQ(seen[3].position, 2u);
  EXPECT_THAT(terms("||>"), ElementsAre("||>"));
}

// Each name is found whole, however it is written, and by its parts.
TEST(Analyzer, KnowsNamesWholeAndByPart) {
  struct Case {
    const char* in;
    const char* whole;
    std::vector<std::string> parts;
  };
  const Case cases[] = {
      {"ERR_CONNECTION_RESET", "errconnectionreset", {"err", "connect", "reset"}},
      {"Get-Process", "getprocess", {"get", "process"}},
      {"std::vector", "stdvector", {"std", "vector"}},
      {"node.js", "nodej", {"node", "js"}},
      {"localStorage", "localstorag", {"local", "storag"}},
      {"HTMLElement", "htmlelement", {"html", "element"}},
      {"snake_case_name", "snakecasenam", {"snake", "case", "name"}},
      {"user@example.com", "user@examplecom", {"user", "exampl", "com"}},
      {"v1.29.3", "1.29.3", {"1", "29", "3"}},
      {"1.29.3", "1.29.3", {"1", "29", "3"}},
      {"KB5034441", "kb5034441", {"kb", "5034441"}},
      {"--dry-run", "--dryrun", {"dri", "run"}},
      {"--force", "--force", {"forc"}},
      {".NET", ".net", {"net"}},
      {"in /.env.local", ".envlocal", {"env", "local"}},
      {"C#", "c#", {"c"}},
      {"C++", "c++", {"c"}},
  };
  for (const Case& c : cases) {
    const std::vector<std::string> got = terms(c.in);
    EXPECT_THAT(got, Contains(std::string(c.whole))) << c.in;
    for (const std::string& part : c.parts) EXPECT_THAT(got, Contains(part)) << c.in;
  }
  EXPECT_THAT(terms("0x80070005"), ElementsAre("0x80070005"));
  EXPECT_THAT(terms("URLs"), ElementsAre("url"));
  EXPECT_THAT(terms("nodejs"), ElementsAre("nodej"));
}

TEST(Analyzer, CutsCjkIntoOverlappingPairs) {
  EXPECT_THAT(terms("新幹線", "ja"), ElementsAre("新", "新幹", "幹", "幹線", "線"));
  EXPECT_THAT(terms("비밀번호", "ko"), AllOf(Contains("비밀"), Contains("밀번"), Contains("번호")));
  EXPECT_THAT(terms("リング"), AllOf(Contains("りん"), Contains("んぐ")));
  EXPECT_THAT(terms("グリーン"), AllOf(Not(Contains("りん")), Not(Contains("んぐ"))));
}

TEST(Analyzer, ReadsHalfWidthKanaAsTheFullOnes) {
  EXPECT_EQ(terms("ｲﾝｽﾄｰﾙ", "ja"), terms("インストール", "ja"));
  EXPECT_EQ(terms("ﾊﾟｽﾜｰﾄﾞ ﾘｾｯﾄ", "ja"), terms("パスワード リセット", "ja"));
}

TEST(Analyzer, ReadsMixedText) {
  EXPECT_THAT(terms("error 코드404", "ko"), AllOf(Contains("error"), Contains("코드"), Contains("404")));
  EXPECT_THAT(terms("GitHub のAPI", "ja"), AllOf(Contains("github"), Contains("の"), Contains("api")));
}

TEST(Analyzer, BreaksThaiWithADictionary) { EXPECT_GE(terms("สวัสดีครับผม", "th").size(), 2u); }

TEST(Analyzer, CountsPositionsAndBytes) {
  const std::vector<Seen> seen = analyze("open std::vector now");
  ASSERT_EQ(seen.size(), 5u);
  EXPECT_EQ(seen[0].position, 0u);
  EXPECT_EQ(seen[1].term, "std");
  EXPECT_EQ(seen[1].position, 1u);
  EXPECT_EQ(seen[2].position, 2u);
  EXPECT_EQ(seen[3].kind, TokenKind::whole);
  EXPECT_EQ(seen[3].position, 1u);
  EXPECT_EQ(seen[3].begin, 5u);
  EXPECT_EQ(seen[3].end, 16u);
  EXPECT_EQ(seen[4].position, 3u);
}

// Index and query must cut text alike: what a text gives alone, it gives inside another.
TEST(Analyzer, GivesTheSameTermsAloneAndInside) {
  const char* pieces[] = {"node.js", "비밀번호를", "サーバー", "--dry-run", "Ünïcode",
                          "x86_64",  "C#",         "東京都",   "v2.0"};
  for (const char* piece : pieces) {
    const std::vector<std::string> alone = terms(piece);
    const std::vector<std::string> inside = terms(std::string("before, ") + piece + " (after)");
    for (const std::string& term : alone) EXPECT_THAT(inside, Contains(term)) << piece;
  }
}

TEST(Analyzer, SurvivesAnyBytes) {
  std::mt19937 random(7);
  Analyzer analyzer("en");
  Collect collect;
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int k = 0; k < 40; ++k) text += static_cast<char>(random() % (i % 2 ? 256 : 128));
    collect.seen.clear();
    analyzer.analyze(text, 0, collect);
    for (const Seen& s : collect.seen) {
      ASSERT_LE(s.begin, s.end);
      ASSERT_LE(s.end, text.size());
      ASSERT_LE(s.term.size(), 80u);
    }
  }
}

TEST(TermHash, DiffersForNeighbours) {
  std::set<uint32_t> hashes;
  for (int i = 0; i < 20000; ++i) hashes.insert(term_hash("w" + std::to_string(i)));
  EXPECT_GE(hashes.size(), 19998u);
}

// As many as make its memory grow several times.
TEST(Stemmer, SaysTheSameWhenItIsAskedAgain) {
  std::vector<std::string> words = {"", "a", std::string(40, 'x'), std::string(400, 'x'), "\u00E9t\u00E9s"};
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (int n = i; n > 0 || word.empty(); n /= 26) word += static_cast<char>('a' + n % 26);
    words.push_back(word + (i % 3 == 0 ? "ing" : i % 3 == 1 ? "ed" : "s"));
  }
  Stemmer stemmer("en");
  for (int round = 0; round < 2; ++round) {
    for (const std::string& word : words) {
      Stemmer fresh("en");
      ASSERT_EQ(stemmer.stem(word), fresh.stem(word)) << word << " in round " << round;
    }
  }
}

// A plain word is read without taking it apart, and must give what a name would.
TEST(Analyzer, APlainWordIsTheSameWhateverStandsBehindIt) {
  const struct {
    const char* text;
    const char* want;
  } cases[] = {
      {"Saves, opens) closes. ends", "save open close end"},
      {"end.", "end"},
      {"node.js", "node js nodej"},
      {"end.Next", "end next endnext"},
      {"opens; closes: (ends)", "open close end"},
      {"opens! (CLOSES) [ends]/Saves=opens \"Closes\"", "open close end save open close"},
      {"HTML: opens, HTMLs a::b end:", "html open htmls a b ab end"},
      {"-v --dry-run", "v dri run dryrun --dryrun"},
      {".env", "env .env"},
      {"C# and C++", "c c# and c c++"},
      {"it's users' Users\n", "it user user"},
      {"camelCase HTTPServer", "camel case camelcas http server httpserver"},
  };
  for (const auto& c : cases) {
    struct Terms : TokenSink {
      void token(const Token& t) override {
        all += (all.empty() ? "" : " ") + std::string(t.term);
        EXPECT_TRUE(t.kind == TokenKind::flag || t.kind == TokenKind::whole || t.begin < t.end);
      }
      std::string all;
    } terms;
    Analyzer("en").analyze(c.text, 0, terms);
    EXPECT_EQ(terms.all, c.want) << c.text;
  }
}

class CountTokens : public TokenSink {
 public:
  void token(const Token&) override { ++count; }
  int count = 0;
};

// All words of up to three letters, of which stemmers leave what begins otherwise, and the longest such ones.
TEST(Analyzer, PassesNoWordOverWhoseTermIsLookedFor) {
  std::vector<std::string> words = {"dying", "lying", "tying", "skies", "kkaa", "dini", "bunu", "ucuna"};
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      words.push_back({a, b});
      for (char c = 'a'; c <= 'z'; ++c) words.push_back({a, b, c});
    }
  }
  std::set<std::string_view> done;
  for (const std::string_view lang : stemmed_languages()) {
    if (!done.insert(stemming_algorithm(lang)).second) continue;
    Analyzer analyzer(lang);
    for (const std::string& word : words) {
      TermBeginnings beginnings;
      beginnings.add(analyzer.term_of(word));
      CountTokens found;
      analyzer.analyze_only(word, beginnings, found, 0);
      EXPECT_GT(found.count, 0) << lang << ' ' << word;
    }
  }
}

TEST(Analyzer, PassesOverWhatBeginsOtherwise) {
  TermBeginnings beginnings;
  beginnings.add("tag");
  const struct {
    std::string_view word;
    bool want;
  } cases[] = {{"tags", true},      {"Table", true}, {"the", false}, {"THIS", false},    {"index", false},
               {"together", false}, {"t", true},     {"t'ag", true}, {"t\u00E4g", true}, {"\u00C4tag", true},
               {"tying", true},     {"ttl", true},   {"tcp", false}, {"typical", false}};
  for (const auto& [word, want] : cases) EXPECT_EQ(beginnings.may_have(word), want) << word;
}

// Whoever reads a text from the middle on wants to know at which word that is.
TEST(Analyzer, TellsThePositionOfAPlace) {
  class Words : public TokenSink {
   public:
    void token(const Token& t) override {
      if (t.kind == TokenKind::word || t.kind == TokenKind::unigram) all.emplace_back(t.begin, t.position);
    }
    std::vector<std::pair<uint32_t, uint32_t>> all;
  };
  const std::string text =
      "one, node.js and getUserName -- \u6771\u4EAC\u90FD\u306E\u30B5\u30FC\u30D0\u30FC two";
  Analyzer analyzer("ja");
  Words words;
  const uint32_t behind = analyzer.analyze(text, 0, words);
  ASSERT_GT(words.all.size(), 12U);
  for (size_t place = 0; place <= text.size(); ++place) {
    uint32_t want = behind;
    for (auto word = words.all.rbegin(); word != words.all.rend() && word->first >= place; ++word)
      want = word->second;
    Words nothing;
    EXPECT_EQ(analyzer.analyze_only(text, TermBeginnings(), nothing, place), want) << place;
  }
}

}  // namespace
}  // namespace signpost
