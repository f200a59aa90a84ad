#include "content/link_rewriter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/link_targets.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ResolvePath, StaysInTheSourceFolder) {
  struct Case {
    const char* from;
    const char* target;
    const char* want;  // "!" for nothing
  };
  const Case cases[] = {
      {"a/b.md", "c.md", "a/c.md"}, {"a/b.md", "../c.md", "c.md"}, {"a/b.md", "./x/../c.md", "a/c.md"},
      {"a/b.md", "/c.md", "c.md"},  {"b.md", "../c.md", "!"},      {"a/b.md", "../../c.md", "!"},
      {"a/b.md", "/../c.md", "!"},  {"a/b.md", "", "a"},           {"a/b.md", "x//y.md", "a/x/y.md"},
      {"a/b.md", "\xFF.md", "!"},
  };
  for (const Case& c : cases) EXPECT_EQ(resolve_path(c.from, c.target).value_or("!"), c.want) << c.target;
}

class LinkRewriterTest : public ::testing::Test {
 protected:
  std::string href(const std::string& url) {
    const auto result = links.link(url, {7, 3});
    return result ? result->url : "(none)";
  }

  const std::string path = "help/en/start/page.md";
  const LinkResolver resolver = testing::small_site();
  std::vector<Diagnostic> diagnostics;
  LinkRewriter links{path, Trust::company, "", resolver, diagnostics};
};

TEST_F(LinkRewriterTest, LeadsFilesToTheirPages) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"install.md", "/en/articles/start-install"},
      {"./install.md", "/en/articles/start-install"},
      {"../search/tips.md#a-b", "/en/articles/search-tips#a-b"},
      {"..\\search\\tips.md", "/en/articles/search-tips"},
      {"/help/en/search/tips.md", "/en/articles/search-tips"},
      {"first%20steps.md", "/en/articles/start-first-steps"},
      {"first steps.md", "/en/articles/start-first-steps"},
      {"%ED%95%9C%EA%B5%AD%EC%96%B4.md", "/en/articles/start-한국어"},
      {"한국어.md", "/en/articles/start-한국어"},
      {"install", "/en/articles/start-install"},
      {"../search/", "/en/articles/search-_index"},
      {".", "/en/articles/start-index"},
      {"install.md?x=1#y", "/en/articles/start-install#y"},
      {"install.mdx#y", "/en/articles/start-install#y"},
      {"install.markdown", "/en/articles/start-install"},
      {"#part", "#part"},
      {"#", "#"},
      {"manual.pdf", "/files/help/en/start/manual.pdf"},
      {"my shot.png", "/files/help/en/start/my%20shot.png"},
      {"https://example.com/x.md", "https://example.com/x.md"},
      {"mailto:a@b.c", "mailto:a@b.c"},
      {"tel:+123", "tel:+123"},
      {"/docs/concepts/", "/docs/concepts/"},
      {"/logo.png", "/files/logo.png"},
  };
  for (const Case& c : cases) EXPECT_EQ(href(c.in), c.want) << c.in;
  EXPECT_THAT(diagnostics, IsEmpty());
}

TEST_F(LinkRewriterTest, ReadsTheAddressesOfGenerators) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"install.html", "/en/articles/start-install"},
      {"../install/", "/en/articles/start-install"},  // as the address of this page ends in '/'
      {"/start/install/", "/en/articles/start-install"},
      {"/docs/start/install#x", "/en/articles/start-install#x"},
      {"/search/index.html", "/en/articles/search-_index"},
      {"@site/help/en/start/install.md", "/en/articles/start-install"},
      {"@ref/tips.md", "(none)"},
      {"@ref/search/tips.md", "/en/articles/search-tips"},
      {"\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165.md", "/en/articles/start-한국어"},  // decomposed
      {"install.md#o\u0308", "/en/articles/start-install#ö"},
  };
  for (const Case& c : cases) EXPECT_EQ(href(c.in), c.want) << c.in;
  EXPECT_EQ(links.image("/start/shot.png", {1, 1}), "/files/help/en/start/shot.png");
  EXPECT_EQ(diagnostics.size(), 1u);
}

TEST_F(LinkRewriterTest, KeepsAddressesThatAreNoFiles) {
  EXPECT_EQ(href("/docs/nothing/?a=b#c"), "/docs/nothing/?a=b#c");
  ASSERT_EQ(links.links.size(), 1u);
  EXPECT_EQ(links.links[0].address, "/docs/nothing/");
  EXPECT_EQ(links.links[0].target_path, "");
  EXPECT_EQ(links.links[0].line, 7);
  EXPECT_THAT(diagnostics, IsEmpty());
}

TEST_F(LinkRewriterTest, WarnsOfLinksToNowhere) {
  for (const char* url : {"missing.md", "../../../x.md", "missing", "/help/en/gone.md", "other.pdf",
                          ".git/config", "javascript:alert(1)", "data:text/html,x", "/.git/config.md"}) {
    diagnostics.clear();
    EXPECT_EQ(href(url), "(none)") << url;
    ASSERT_EQ(diagnostics.size(), 1u) << url;
    EXPECT_EQ(diagnostics[0].rule, "link-target");
    EXPECT_EQ(diagnostics[0].severity, Severity::warning);
    EXPECT_EQ(diagnostics[0].path, path);
    EXPECT_EQ(diagnostics[0].line, 7);
  }
}

TEST_F(LinkRewriterTest, KeepsLinksForLaterChecks) {
  href("../search/tips.md#a%20b");
  href("#here");
  href("https://example.com/");
  ASSERT_EQ(links.links.size(), 2u);
  EXPECT_EQ(links.links[0].target_path, "help/en/search/tips.md");
  EXPECT_EQ(links.links[0].fragment, "a b");
  EXPECT_EQ(links.links[0].line, 7);
  EXPECT_EQ(links.links[1].target_path, path);
  EXPECT_EQ(links.links[1].fragment, "here");
}

TEST_F(LinkRewriterTest, ServesImages) {
  EXPECT_EQ(links.image("shot.png", {1, 1}), "/files/help/en/start/shot.png");
  EXPECT_EQ(links.image("./shot.png", {1, 1}), "/files/help/en/start/shot.png");
  EXPECT_EQ(links.image("../img/logo.svg", {1, 1}), "/files/help/en/img/logo.svg");
  EXPECT_EQ(links.image("https://e.com/a.png", {1, 1}), "https://e.com/a.png");
  EXPECT_EQ(links.image("data:image/png;base64,AAAA", {1, 1}), "data:image/png;base64,AAAA");
  EXPECT_THAT(diagnostics, IsEmpty());
  ASSERT_EQ(links.assets.size(), 2u);  // each once
  EXPECT_EQ(links.assets[0].source_path, "help/en/start/shot.png");
  EXPECT_EQ(links.assets[1].url, "/files/help/en/img/logo.svg");
  EXPECT_EQ(links.image("gone.png", {9, 1}), std::nullopt);
  EXPECT_EQ(links.image("data:image/svg+xml;base64,AAAA", {9, 1}), std::nullopt);
  EXPECT_EQ(links.image("install.md", {9, 1}), std::nullopt);
  EXPECT_EQ(diagnostics.size(), 3u);
  EXPECT_EQ(diagnostics[0].rule, "asset-missing");
}

TEST_F(LinkRewriterTest, TrustsStrangersLess) {
  LinkRewriter post(path, Trust::stranger, "answer-1-", resolver, diagnostics);
  EXPECT_EQ(post.link("#part", {1, 1})->url, "#answer-1-part");
  EXPECT_EQ(post.link("../search/tips.md", {1, 1})->url, "/en/articles/search-tips");
  EXPECT_EQ(post.link("https://e.com", {1, 1})->url, "https://e.com");
  EXPECT_THAT(diagnostics, IsEmpty());
  EXPECT_FALSE(post.link("tel:123", {1, 1}));
  EXPECT_FALSE(post.link("/api/delete", {1, 1}));
  EXPECT_FALSE(post.image("https://e.com/a.png", {1, 1}));
  EXPECT_FALSE(post.image("data:image/png;base64,AAAA", {1, 1}));
  EXPECT_EQ(post.image("shot.png", {1, 1}), "/files/help/en/start/shot.png");
}

TEST(LinkRewriter, FollowsTheAddressesOfOtherTools) {
  LinkResolver resolver;
  resolver.page_of = [](const std::string& path) -> std::optional<std::string> {
    return path == "x/a.md" ? std::optional<std::string>("/en/articles/a") : std::nullopt;
  };
  resolver.page_at = [](const std::string& address) -> std::optional<std::string> {
    return address == "/docs/assets" || address == "/Web/color" ? std::optional<std::string>("x/a.md")
                                                                : std::nullopt;
  };
  const std::string path = "y/b.md";
  const struct {
    const char* own;
    const char* url;
    const char* want;  // "" for no link
  } cases[] = {
      {"", "/docs/assets/", "/en/articles/a"},
      {"", "/docs/assets#b", "/en/articles/a#b"},
      {"", "/docs/other", "/docs/other"},
      {"", "/en-US/docs/Web/color#c", "/en/articles/a#c"},
      {"", "/docs/en/x/Web/color", "/docs/en/x/Web/color"},
      {"/docs/b", "en-US/docs/Web/color", ""},
      {"/docs/b", "../assets/", "/en/articles/a"},
      {"/docs/b", "assets", "/en/articles/a"},
      {"/else/b", "assets", ""},
      {"", "assets", ""},
  };
  for (const auto& c : cases) {
    std::vector<Diagnostic> diagnostics;
    LinkRewriter links(path, Trust::company, {}, resolver, diagnostics);
    if (*c.own != '\0') links.own_addresses = {c.own};
    const auto href = links.link(c.url, {});
    EXPECT_EQ(href ? href->url : "", c.want) << c.url;
    EXPECT_EQ(diagnostics.size(), href ? 0u : 1u) << c.url;
  }
}

}  // namespace
}  // namespace signpost
