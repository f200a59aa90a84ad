#include "content/stated_addresses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/front_matter.h"
#include "content/identity.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Addresses, AreStatedInTheWaysOfTools) {
  const struct {
    const char* key;
    const char* value;
    const char* want;  // "-" for none
  } cases[] = {
      {"permalink", "/docs/assets/", "/docs/assets"},
      {"permalink", "docs/assets.html", "/docs/assets.html"},
      {"permalink", "about/", "/about"},
      {"permalink", "https://example.com/docs/a/?x#y", "/docs/a"},
      {"permalink", "/%ED%95%9C/", "/한"},
      {"permalink", "pretty", "-"},
      {"permalink", "/:categories/:title/", "-"},
      {"permalink", "/{{ page.slug }}/", "-"},
      {"permalink", "//evil.example/x", "-"},
      {"url", "/blog/2020/01/x/", "/blog/2020/01/x"},
      {"slug", "/intro", "/intro"},
      {"slug", "/", ""},
      {"slug", "intro", "intro"},
      {"slug", "./intro", "intro"},
      {"slug", "guides/intro", "guides/intro"},
      {"slug", "../intro", "-"},
      {"slug", "Web/CSS/:disabled", "Web/CSS/:disabled"},
      {"permalink", "/Web/:title/", "-"},
      {"slug", "", "-"},
  };
  for (const auto& c : cases) EXPECT_EQ(stated_address(c.key, c.value).value_or("-"), c.want) << c.value;
}

TEST(Addresses, OfASlugCountFromTheFolder) {
  EXPECT_THAT(addresses_of("a.md", {"/x", "x", ""}), ElementsAre("/x"));
  EXPECT_THAT(addresses_of("docs/guide/a.md", {"x"}), ElementsAre("/docs/guide/x", "/guide/x"));
  EXPECT_THAT(addresses_of("content/en/docs/guide/a.md", {"x"}),
              ElementsAre("/content/en/docs/guide/x", "/en/docs/guide/x", "/docs/guide/x", "/guide/x"));
  EXPECT_THAT(addresses_of("content/guide/a/index.md", {"x"}), ElementsAre("/content/guide/x", "/guide/x"));
  EXPECT_THAT(addresses_of("guide/a.md", {"b/x"}), ElementsAre("/guide/b/x", "/b/x"));
}

TEST(Addresses, AreReadFromFrontMatter) {
  const struct {
    const char* bytes;
    std::vector<std::string> want;
  } cases[] = {
      {"---\npermalink: /docs/a/\n---\n", {"/docs/a"}},
      {"---\nslug: intro\n---\n", {"intro"}},
      {"+++\nurl = \"/x/\"\n+++\n", {"/x"}},
      {"---\nredirect_from:\n  - /old/\n  - older/page\n---\n", {"/old", "/older/page"}},
      {"---\naliases: [/old]\npermalink: /new/\n---\n", {"/old", "/new"}},
      {"---\npermalink: pretty\n---\n", {}},
      {"---\ntitle: A\n---\n", {}},
  };
  for (const auto& c : cases) {
    std::vector<Diagnostic> diagnostics;
    EXPECT_EQ(read_identity(c.bytes).addresses, c.want) << c.bytes;
    read_front_matter(split_source(c.bytes), "a.md", diagnostics);
    EXPECT_THAT(diagnostics, IsEmpty()) << c.bytes;
  }
}

}  // namespace
}  // namespace signpost
