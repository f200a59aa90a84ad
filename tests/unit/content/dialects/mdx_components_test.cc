#include "content/dialects/mdx_components.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(MdxComponents, AreFoundByName) {
  ASSERT_NE(find_mdx_component("Warning"), nullptr);
  EXPECT_EQ(find_mdx_component("Warning")->form, MdxForm::box);
  EXPECT_EQ(find_mdx_component("Warning")->kind, "warning");
  EXPECT_EQ(find_mdx_component("Accordion")->form, MdxForm::fold);
  EXPECT_EQ(find_mdx_component("Zoom")->form, MdxForm::wrap);
  for (const char* name : {"", "Aa", "warning", "Widget", "Zzz"})
    EXPECT_EQ(find_mdx_component(name), nullptr) << name;
}

TEST(MdxComponents, SomeStandOnLinesOfTheirOwn) {
  EXPECT_TRUE(is_block_form(MdxForm::tab));
  EXPECT_FALSE(is_block_form(MdxForm::image));
  EXPECT_FALSE(is_block_form(MdxForm::wrap));
}

}  // namespace
}  // namespace signpost
