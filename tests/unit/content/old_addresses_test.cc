#include "content/old_addresses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(OldAddresses, OfMdbook) {
  EXPECT_THAT(
      read_old_addresses("book.toml",
                         "[book]\ntitle = \"X\"\n[output.html.redirect]\n\"/old.html\" = \"a/new.html#x\"\n"
                         "\"/out.html\" = \"https://e.com/\"\n"),
      ElementsAre(OldAddress{{"/old.html"}, "a/new.html"}));
}

// Regression: it ended the program.
TEST(OldAddresses, OfABookThatIsTooDeep) {
  std::string dots = "a";
  for (int i = 0; i < 400'000; ++i) dots += ".a";
  EXPECT_TRUE(read_old_addresses("book.toml", dots + " = 1\n").empty());
  EXPECT_TRUE(read_old_addresses("book.toml", "[output.html.redirect]\n" + std::string(1 << 20, '\n') +
                                                  "\"/a.html\" = \"b.html\"\n")
                  .empty());
}

TEST(OldAddresses, OfMkdocs) {
  EXPECT_THAT(read_old_addresses(
                  "mkdocs.yml",
                  "plugins:\n  - search\n  - redirects:\n      redirect_maps:\n        'old/a.md': new/a.md\n"
                  "        'b/index.md': new/b.md\n"),
              ElementsAre(OldAddress{{"/old/a.html", "/old/a"}, "new/a.md"},
                          OldAddress{{"/b.html", "/b"}, "new/b.md"}));
}

TEST(OldAddresses, OfMintlify) {
  EXPECT_THAT(
      read_old_addresses("docs.json",
                         "{\"redirects\": [{\"source\": \"/old\", \"destination\": \"/new\"}, {\"source\": "
                         "\"/old/:slug*\", \"destination\": \"/new/:slug*\"}]}"),
      ElementsAre(OldAddress{{"/old"}, "/new"}));
}

TEST(OldAddresses, OfNothingElse) {
  for (const char* name : {"book.toml", "mkdocs.yml", "docs.json"}) {
    for (const char* text : {"", "[", "plugins: x", "redirects: {a: b}", "output = 1"})
      EXPECT_THAT(read_old_addresses(name, text), IsEmpty()) << name << " " << text;
  }
}

}  // namespace
}  // namespace signpost
