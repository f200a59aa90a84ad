#include "content/unused_definitions.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

TEST(UnusedDefinitions, Go) {
  const struct {
    std::string in;
    std::string want;
  } kCases[] = {
      {"a\n\n[//]: # (secret)\n\nb\n", "a\n\n\nb\n"},
      {"[//]: # \"one\"\n[//]: # 'two'\n[todo]: <> (three\nlines)\n\nb", "\nb"},
      {"> [//]: # (secret)\n> b", "> \n> b"},
      {"[a][X y]\n\n[x  Y]: /z \"t\"\n", "[a][X y]\n\n[x  Y]: /z \"t\"\n"},
      {"[x]\n\n[x]: /z\n[y]: /z\n", "[x]\n\n[x]: /z\n"},
      {"a[^1]\n\n[^1]: used\n\n[^2]: secret\n    more\n\n    more\n\nb", "a[^1]\n\n[^1]: used\n\nb"},
      {"a\n[//]: # (text of the paragraph)\n", "a\n[//]: # (text of the paragraph)\n"},
      {"[//]: # (not a title\n\nb", "[//]: # (not a title\n\nb"},
      {"[x]: no definition\n", "[x]: no definition\n"},
      {"```\n[//]: # (code)\n```\n", "```\n[//]: # (code)\n```\n"},
      {"no definition", "no definition"},
  };
  for (const auto& [in, want] : kCases) EXPECT_EQ(without_unused_definitions(in), want) << in;
}

}  // namespace
}  // namespace signpost
