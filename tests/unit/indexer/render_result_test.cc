// render_result_test.cc - what a worker sends arrives as it was, and nonsense is refused.
#include "indexer/render_result.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace signpost {
namespace {

RenderResult example_result() {
  RenderResult result;
  result.indexed = true;
  result.encoded = std::string("bytes\0with zeros", 16);
  result.facts.category = "billing";
  result.facts.products = {"Signpost", "Signpost Cloud"};
  result.facts.aliases = {"/old", "/예전"};
  result.facts.anchors = {hash_anchor("top"), hash_anchor("끝")};
  result.facts.headings = 1;
  result.facts.links = {{7, 12, 3, "fragment", "a.md"}, {0, 0, 0, "", "b.md"}};
  result.facts.assets = {"images/x.png"};
  result.facts.unknown_keys = {"ms.author", ""};
  result.facts.blocks = {{{0, 2, 0, 12, hash_anchor("top")}, {1, 3, 40, 14, 0}}};
  result.facts.leftovers.add("<Widget>", "a.md", 9);
  result.facts.leftovers.add("<Widget>", "a.md", 12);
  result.facts.lacks_font = "fonts-noto-cjk";
  result.facts.leftovers.add("{% x %}", "b.md", 1);
  result.diagnostics = {{Severity::error, "a.md", 3, 4, "rule", "message", "b.md"},
                        {Severity::note, "", 0, 0, "", ""}};
  return result;
}

TEST(RenderResultTest, PassesWhole) {
  const RenderResult want = example_result();
  const RenderResult got = result_from_wire(to_wire(want));
  EXPECT_EQ(got.indexed, want.indexed);
  EXPECT_EQ(got.encoded, want.encoded);
  EXPECT_EQ(got.facts.category, want.facts.category);
  EXPECT_EQ(got.facts.products, want.facts.products);
  EXPECT_EQ(got.facts.aliases, want.facts.aliases);
  EXPECT_EQ(got.facts.anchors, want.facts.anchors);
  EXPECT_EQ(got.facts.headings, want.facts.headings);
  EXPECT_EQ(got.facts.assets, want.facts.assets);
  EXPECT_EQ(got.facts.unknown_keys, want.facts.unknown_keys);
  EXPECT_EQ(got.facts.blocks, want.facts.blocks);
  EXPECT_EQ(got.facts.lacks_font, "fonts-noto-cjk");
  ASSERT_EQ(got.facts.leftovers.kinds().size(), 2u);
  const LeftoverCount& widgets = got.facts.leftovers.kinds().at("<Widget>");
  EXPECT_EQ(widgets.count, 2u);
  ASSERT_EQ(widgets.places.size(), 2u);
  EXPECT_EQ(widgets.places[1].path, "a.md");
  EXPECT_EQ(widgets.places[1].line, 12);
  ASSERT_EQ(got.facts.links.size(), 2u);
  EXPECT_EQ(got.facts.links[0].target, 7u);
  EXPECT_EQ(got.facts.links[0].line, 12);
  EXPECT_EQ(got.facts.links[0].column, 3);
  EXPECT_EQ(got.facts.links[0].fragment, "fragment");
  EXPECT_EQ(got.facts.links[1].path, "b.md");
  ASSERT_EQ(got.diagnostics.size(), 2u);
  EXPECT_EQ(to_string(got.diagnostics[0]), to_string(want.diagnostics[0]));
  EXPECT_EQ(got.diagnostics[0].target, "b.md");
  EXPECT_EQ(got.diagnostics[1].severity, Severity::note);
}

TEST(RenderResultTest, EveryTruncationIsRefused) {
  const std::string bytes = to_wire(example_result());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(result_from_wire(bytes.substr(0, size)), Error) << size;
  }
  EXPECT_THROW(result_from_wire(bytes + "x"), Error);
}

TEST(RenderResultTest, AWildCountAsksForNoMemory) {
  std::string bytes = to_wire({});
  bytes.replace(1 + 4 + 4, 4, "\xff\xff\xff\xff");  // the number of aliases
  EXPECT_THROW(result_from_wire(bytes), Error);
}

}  // namespace
}  // namespace signpost
