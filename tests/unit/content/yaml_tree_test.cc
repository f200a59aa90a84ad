// yaml_tree_test.cc - what is too large, too deep or too many for a tree is told before there is one.
#include "content/yaml_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::HasSubstr;

std::string yaml_of(std::string_view unit, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

// "" or "LINE: what is wrong".
std::string why_no_tree(const std::string& text) {
  try {
    load_yaml(text);
    return "";
  } catch (const YAML::Exception& error) {
    return std::to_string(error.mark.line + 1) + ": " + error.msg;
  }
}

TEST(YamlTree, IsBuiltOfWhatKeepsTheLimits) {
  EXPECT_EQ(load_yaml("a: [1, {b: 2}]\n")["a"][1]["b"].as<int>(), 2);
  EXPECT_EQ(load_yaml("a: &x [1, 2]\nb: *x\n")["b"].size(), 2u);
  EXPECT_TRUE(load_yaml("").IsNull());
  std::string lines;
  for (int i = 0; i < 50'000; ++i) lines += "k" + std::to_string(i) + ": v\n";
  EXPECT_EQ(load_yaml(lines).size(), 50'000u);
  EXPECT_EQ(why_no_tree(std::string(20, '[') + "a" + std::string(20, ']')), "");
}

// Figures of before: brackets of a megabyte took a third of a gigabyte of tree, nine levels of nine aliases
// were walked 387 million times.
TEST(YamlTree, IsNotBuiltOfMore) {
  constexpr size_t kBytes = kMaxYamlBytes - 16;
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias;
    for (int j = 1; j < 9; ++j) laughs += ", " + alias;
    laughs += "]\n";
  }
  struct Case {
    const char* name;
    std::string text;
    const char* want;
  };
  const Case cases[] = {
      {"size", std::string(kMaxYamlBytes + 1, '#'), "0: the YAML is over 1 MB"},
      {"brackets", yaml_of("[", kBytes), "1: the YAML is nested over 64 deep"},
      {"closed brackets", std::string(kBytes / 2, '[') + std::string(kBytes / 2, ']'),
       "1: the YAML is nested"},
      {"braces", yaml_of("{", kBytes), "1: the YAML is nested over 64 deep"},
      {"both", yaml_of("[{", kBytes), "1: the YAML is nested over 64 deep"},
      {"keys", yaml_of("? ", kBytes), "1: the YAML is nested over 64 deep"},
      {"items", yaml_of("- ", kBytes), "1: the YAML is nested over 64 deep"},
      {"lines", yaml_of("? \n", kBytes), "the YAML has over 200000 values"},
      {"list", "[" + yaml_of("a,", kBytes - 2) + "]", "the YAML has over 200000 values"},
      {"laughs", laughs, "6: the YAML has over 200000 values"},
      {"long laughs", "a: &a " + std::string(1000, 'x') + "\nb: [*a" + yaml_of(", *a", 40'000) + "]\n",
       "2: the aliases of the YAML stand for over 2 MB"},
      {"ring", "a: &a [*a]\n", "1: an alias contains itself"},
      {"ring of maps", "a: &a\n  b: {c: *a}\n", "2: an alias contains itself"},
      {"rings", yaml_of("&a [*a,", kBytes), "1: an alias contains itself"},
  };
  for (const Case& c : cases) EXPECT_THAT(why_no_tree(c.text), HasSubstr(c.want)) << c.name;
}

TEST(YamlErrors, EndWithTheHundredth) {
  const std::string text = "a: 한 b\nc: d\n";
  std::vector<Diagnostic> diagnostics;
  const std::string path = "site.yaml";
  YamlErrors errors(text, path, "site", diagnostics);
  YAML::Mark mark;
  mark.line = 0;
  mark.column = 7;
  for (int i = 0; i < 1000; ++i) errors.add(mark, "wrong");
  ASSERT_EQ(diagnostics.size(), 101u);
  EXPECT_EQ(to_string(diagnostics[0]), "site.yaml:1:6: error: wrong [site]");
  EXPECT_EQ(diagnostics[100].message, "and more errors");
}

}  // namespace
}  // namespace signpost
