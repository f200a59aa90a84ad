#include "content/dialects/wiki_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/parse.h"
#include "content/wiki_names.h"

namespace signpost {
namespace {

class WikiLinksTest : public ::testing::Test {
 protected:
  // With the text as a line of "notes/here.md".
  std::string read(const std::string& text, DialectSet dialects = {Dialect::obsidian}) {
    DialectLines lines = cut_lines(text);
    Leftovers leftovers;
    diagnostics.clear();
    kWikiLinks.run(lines, {dialects, "en", "notes/here.md", 5, leftovers, &files, &diagnostics});
    left = leftovers.total();
    return joined_lines(lines);
  }

  LinkResolver files{
      nullptr, nullptr, nullptr, nullptr, [](const std::string& name) {
        std::vector<std::string> found;
        for (const char* path : {"Beta.md", "notes/a b.md", "x/Dup.md", "y/Dup.md", "notes/Near.md",
                                 "far/off/Near.md", "img/pic.png", "img/film.mp4", "doc.pdf"}) {
          const std::string folded = wiki_path(path);
          if (folded == wiki_path(name) || folded.ends_with("/" + wiki_path(name))) found.emplace_back(path);
        }
        return found;
      }};
  std::vector<Diagnostic> diagnostics;
  uint64_t left = 0;
};

TEST_F(WikiLinksTest, BecomeLinksOfMarkdown) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"[[Beta]]", "[Beta](</Beta.md>)"},
      {"[[beta.md|the *second*]]", "[the *second*](</Beta.md>)"},
      {"[[Beta#My Part]]", "[Beta \\> My Part](</Beta.md#my-part>)"},
      {"[[Beta#One#Two|x]]", "[x](</Beta.md#two>)"},
      {"[[Beta#^b1]] [[Beta^b1]]", "[Beta](</Beta.md#block-b1>) [Beta](</Beta.md#block-b1>)"},
      {"[[#My Part]]", "[My Part](<#my-part>)"},
      {"[[a b]]", "[a b](</notes/a%20b.md>)"},
      {"| [[Beta\\|x]] |", "| [x](</Beta.md>) |"},
      {"[[doc.pdf]]", "[doc.pdf](</doc.pdf>)"},
      {"![[Beta]]", "[Beta](</Beta.md>)"},
      {"![[pic.png]]", "![pic](</img/pic.png>)"},
      {"![[pic.png|A picture]]", "![A picture](</img/pic.png>)"},
      {"![[pic.png|300]]", "<span><img src=\"/img/pic.png\" alt=\"pic\" width=\"300\"></span>"},
      {"![[pic.png|Text|300x20]]",
       "<span><img src=\"/img/pic.png\" alt=\"Text\" width=\"300\" height=\"20\"></span>"},
      {"![[film.mp4]]", "![film](</img/film.mp4>)"},
      {"`[[Beta]]` \\[[Beta]]", "`[[Beta]]` \\[[Beta]]"},
      {"    [[Beta]]", "    [[Beta]]"},
      {"[[ ]] [[]] [[a", "[[ ]] [[]] [[a"},
      {"[[Near]]", "[Near](</notes/Near.md>)"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(read(c.in), std::string(c.want) + "\n") << c.in;
    EXPECT_THAT(diagnostics, ::testing::IsEmpty()) << c.in;
  }
}

TEST_F(WikiLinksTest, ToSeveralFilesWarn) {
  EXPECT_EQ(read("a [[dup]]"), "a [dup](</x/Dup.md>)\n");
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(
      to_string(diagnostics[0]),
      "notes/here.md:5:3: warning: 'dup' may mean x/Dup.md or y/Dup.md; leads to the first [link-target]");
  EXPECT_EQ(read("[[y/dup]]"), "[y/dup](</y/Dup.md>)\n");
  EXPECT_TRUE(diagnostics.empty());
}

TEST_F(WikiLinksTest, ToNowhereAreTextAndAWarning) {
  EXPECT_EQ(read("[[Gone|x]] ![[gone.png]]"), "x ![gone.png](<gone.png>)\n");
  ASSERT_EQ(diagnostics.size(), 1u);  // the picture is looked for once more, and missed there
  EXPECT_EQ(diagnostics[0].message, "there is no file of the name 'Gone'");
}

TEST_F(WikiLinksTest, ElsewhereOnlyThoseThatLeadSomewhere) {
  EXPECT_EQ(read("[[Beta]] [[Gone]] [[#x]]", {}), "[Beta](</Beta.md>) [[Gone]] [x](<#x>)\n");
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(left, 1u);
  EXPECT_EQ(read("[[Beta]](https://e.example) [[1]](x)", {}), "[[Beta]](https://e.example) [[1]](x)\n");
  EXPECT_EQ(left, 0u);
}

}  // namespace
}  // namespace signpost
