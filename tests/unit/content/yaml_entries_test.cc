#include "content/yaml_entries.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

// "key=scalar", "key=[a,b]", "key=~" or "key=?", one after the other with ';'.
std::string summary(const HeadEntries& yaml) {
  std::string text;
  for (const HeadEntry& entry : yaml.entries) {
    if (!text.empty()) text += ';';
    text += std::to_string(entry.line) + ":" + entry.key + "=";
    switch (entry.shape) {
      case HeadEntry::Shape::null:
        text += "~";
        break;
      case HeadEntry::Shape::scalar:
        text += entry.scalar;
        break;
      case HeadEntry::Shape::list:
        text += "[";
        for (const std::string& item : entry.items) text += (text.back() == '[' ? "" : ",") + item;
        text += "]";
        break;
      case HeadEntry::Shape::other:
        text += "?";
        break;
    }
  }
  return text;
}

TEST(HeadEntries, ReadAsYaml) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a: b\nc: 'd e'\nf: \"g: h\"\n", "1:a=b;2:c=d e;3:f=g: h"},
      {"a: b # comment\n", "1:a=b"},
      {"a: b#c\n", "1:a=b#c"},
      {"a: 'it''s'\n", "1:a=it's"},
      {"a: \"b\\n\\\"c\"\n", "1:a=b\n\"c"},
      {"a: |\n  b\n  c\nd: e\n", "1:a=b\nc\n;4:d=e"},
      {"a: >-\n  b\n  c\n", "1:a=b c"},
      {"a: b\n  c\n", "1:a=b c"},
      {"a:\n  - b\n  - 'c d'\n", "1:a=[b,c d]"},
      {"a:\n- b\n- c\nd: e", "1:a=[b,c];4:d=e"},
      {"a: [b, c]\n", "1:a=[b,c]"},
      {"a: []\n", "1:a=[]"},
      {"a:\nb: ~\nc: null\n", "1:a=~;2:b=~;3:c=~"},
      {"a:\n  b: c\n", "1:a=?"},
      {"a:\n  - b: c\n", "1:a=?"},
      {"a:\n  - - b\n", "1:a=?"},
      {"'a b': c\n", "1:a b=c"},
      {"a.b-c_d: e\n", "1:a.b-c_d=e"},
      {"a: 1\nb: true\nc: 2024-01-01\n", "1:a=1;2:b=true;3:c=2024-01-01"},
      {"a: - b\n", "1:a=- b"},  // no YAML; saved as it stands
      {"{a: b, c: [d]}\n", "1:a=b;1:c=[d]"},
      {"a: &x b\nc: *x\n", "1:a=b;2:c=b"},
      {"", ""},
      {"# only a comment\n", ""},
      {"a: b\r\nc:\r\n  - d\r\n", "1:a=b;2:c=[d]"},
  };
  for (const Case& c : cases) EXPECT_EQ(summary(read_yaml_entries(c.in)), c.want) << c.in;
}

// The quick reader must never say anything else than the full one.
TEST(HeadEntries, QuickAndFullReaderAgree) {
  for (const char* yaml : {"a: b\n",         "a: 'b c'\n",       "a: \"b c\"\n",
                           "a:\n- b\n- c\n", "a:\n  - b\n",      "a: /x/y\n",
                           "a: b: c\n",      "a: 'b'c\n",        "a: b'c\n",
                           "a: (b)\n",       "a: 한국어\n",      "a:\n",
                           "a: \n\nb: c\n",  "a: b\n\n\nc: d\n", "a: 12:30\n",
                           "a: b:\n",        "a: b #c\n",        "a:\n  - b c\n  - d: e\n",
                           "a: b   \n",      "a: 'b' \n",        "a:\tb\n",
                           "a: null\n"}) {
    const HeadEntries quick = read_yaml_entries(yaml);
    const HeadEntries full = read_yaml_entries(std::string(yaml) + "zz: {}\n");  // forces the full one
    std::string want = summary(full);
    if (full.error.empty()) {
      want.resize(want.rfind(";") == std::string::npos ? 0 : want.rfind(";"));
      EXPECT_EQ(summary(quick), want) << yaml;
    } else {
      EXPECT_FALSE(quick.error.empty()) << yaml;
    }
  }
}

TEST(HeadEntries, TellsWhereItIsNoYaml) {
  const HeadEntries yaml = read_yaml_entries("a: b\nc: [d\ne: f\n");
  EXPECT_FALSE(yaml.error.empty());
  EXPECT_GE(yaml.error_line, 2);
  EXPECT_EQ(summary(yaml), "1:a=b;3:e=f");
}

}  // namespace
}  // namespace signpost
