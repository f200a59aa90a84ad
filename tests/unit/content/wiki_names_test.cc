#include "content/wiki_names.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(WikiNames, HaveNeitherFolderNorEndingNorCase) {
  EXPECT_EQ(wiki_name("Notes/My Note.md"), "my note");
  EXPECT_EQ(wiki_name("a/\xC3\x9C"
                      "ber.mdx"),
            "\xC3\xBC"
            "ber");
  EXPECT_EQ(wiki_name("a/U\xCC\x88"
                      "ber.md"),
            wiki_name("\xC3\xBC"
                      "ber"));
  EXPECT_EQ(wiki_name("img/Pic.PNG"), "pic.png");
  EXPECT_EQ(wiki_path("Notes/My Note.md"), "notes/my note");
}

}  // namespace
}  // namespace signpost
