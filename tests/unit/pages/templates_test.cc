// templates_test.cc - escaping, sections, includes, and the mistakes that are caught at start.
#include "pages/templates.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "test_site.h"

namespace signpost {
namespace {

std::string render(const std::map<std::string, std::string>& files, const Json& view,
                   const Json& shared = {}) {
  const testing::TemporaryDirectory dir;
  for (const auto& [name, text] : files) testing::write_file(dir.path() + "/" + name + ".html", text);
  return Templates(dir.path()).render("page", TemplateData(shared), view);
}

TEST(Templates, Fill) {
  struct Case {
    const char* text;
    Json view;
    const char* want;
  };
  const Case cases[] = {
      {"{{a}}", {{"a", "<b> & \"q\" 'x'"}}, "&lt;b&gt; &amp; &quot;q&quot; &apos;x&apos;"},
      {"{{{a}}}", {{"a", "<b>"}}, "<b>"},
      {"{{n}}", {{"n", 42}}, "42"},
      {"[{{missing}}]", Json::object(), "[]"},
      {"{{#a}}yes{{/a}}{{^a}}no{{/a}}", {{"a", ""}}, "no"},
      {"{{#a}}yes{{/a}}{{^a}}no{{/a}}", {{"a", nullptr}}, "no"},
      {"{{#a}}yes{{/a}}{{^a}}no{{/a}}", {{"a", Json::array()}}, "no"},
      {"{{#a}}{{a}}{{/a}}", {{"a", "text"}}, "text"},
      {"{{#l}}<{{x}}{{y}}>{{/l}}", {{"y", "o"}, {"l", {{{"x", 1}}, {{"x", 2}}}}}, "<1o><2o>"},
      {"{{p.q}}", {{"p", {{"q", "deep"}}}}, "deep"},
  };
  for (const Case& test : cases) EXPECT_EQ(render({{"page", test.text}}, test.view), test.want) << test.text;
}

TEST(Templates, Include) {
  EXPECT_EQ(render({{"page", "a{{> part}}c"}, {"part", "{{>inner}}"}, {"inner", "{{b}}"}}, {{"b", "<"}}),
            "a&lt;c");
}

TEST(Templates, ViewComesBeforeShared) {
  EXPECT_EQ(render({{"page", "{{s.a}} {{s.b}}"}}, {{"s", {{"a", "view"}}}},
                   {{"s", {{"a", "shared"}, {"b", "shared"}}}}),
            "view shared");
}

TEST(Templates, RefuseMistakes) {
  EXPECT_THROW(render({{"page", "{{> nothing}}"}}, {}), Error);
  EXPECT_THROW(render({{"page", "{{> page}}"}}, {}), Error);
  EXPECT_THROW(render({{"page", "{{#open}}"}}, {}), Error);
  EXPECT_THROW(render({{"other", ""}}, {}), Error);
  EXPECT_THROW(Templates("/nonexistent"), Error);
}

}  // namespace
}  // namespace signpost
