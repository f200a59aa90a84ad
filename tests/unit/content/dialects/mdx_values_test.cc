#include "content/dialects/mdx_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(MdxValues, TextsOfAttributes) {
  EXPECT_EQ(text_value(read_jsx_tag("<A title=\" a\n b \">"), {"title"}), "a b");
  EXPECT_EQ(text_value(read_jsx_tag("<A label={'b'} title=''>"), {"title", "label"}), "b");
  EXPECT_EQ(text_value(read_jsx_tag("<A title={b}>"), {"title"}), "");
}

TEST(MdxValues, AddressesOfAttributes) {
  const MdxImports imports = {{"shot", "./s.png"}};
  for (const char* tag : {"<A src='./s.png'>", "<A src={'./s.png'}>", "<A src={shot}>", "<A src={shot.src}>",
                          "<A src={require('./s.png').default}>", "<A src={useBaseUrl(\"./s.png\")}>",
                          "<A src={{light: useBaseUrl('./s.png'), dark: useBaseUrl('./d.png')}}>"}) {
    EXPECT_EQ(address_value(read_jsx_tag(tag), {"src"}, imports), "./s.png") << tag;
  }
  EXPECT_EQ(address_value(read_jsx_tag("<A src={unknown}>"), {"src"}, imports), "");
}

TEST(MdxValues, Lists) {
  EXPECT_THAT(list_value(read_jsx_tag("<A items={['a', 'b']}>"), "items"), ::testing::ElementsAre("a", "b"));
  EXPECT_THAT(list_value(read_jsx_tag("<A items='a'>"), "items"), ::testing::IsEmpty());
}

TEST(MdxValues, TextIsEscaped) {
  EXPECT_EQ(plain_markdown("a *b* [c] `d` <e>"), "a \\*b\\* \\[c\\] \\`d\\` \\<e\\>");
  EXPECT_EQ(plain_markup("<b> & {c}"), "&#60;b&#62; &#38; &#123;c&#125;");
  EXPECT_EQ(enclosed_target("/a b<c>"), "(</a b%3Cc%3E>)");
}

TEST(MdxValues, TagsOfHtmlLoseExpressions) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"<div className=\"a\" style={{b: 'c > d'}}>", "<div className=\"a\">"},
      {"<img src={require('./a.png').default} width={300} hidden />",
       "<img src=\"./a.png\" width=\"300\" hidden>"},
      {"<a id='x' />", "<a id=\"x\"></a>"},
      {"<a title='say \"x\"'>", "<a title='say \"x\"'>"},
      {"</div >", "</div>"},
      {"<br/>", "<br>"},
  };
  for (const Case& c : cases) EXPECT_EQ(html_tag_of(read_jsx_tag(c.in), {}), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
