#include "content/diagnostic.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Diagnostic, PrintsAsCompilersDo) {
  EXPECT_EQ(to_string(Diagnostic{Severity::error, "a/b.md", 12, 3, "link-target", "link to nowhere: x.md"}),
            "a/b.md:12:3: error: link to nowhere: x.md [link-target]");
  EXPECT_EQ(to_string(Diagnostic{Severity::warning, "a.md", 12, 0, "", "odd"}), "a.md:12: warning: odd");
  EXPECT_EQ(to_string(Diagnostic{Severity::note, "a.md", 0, 7, "x", "hm"}), "a.md: note: hm [x]");
}

TEST(Diagnostic, IsOneLineThatCommandsNobody) {
  EXPECT_EQ(to_string(Diagnostic{Severity::error, "a\x1b[2J.md", 1, 0, "x", "b\nc.md: note: d"}),
            "a\\x1b[2J.md:1: error: b\\nc.md: note: d [x]");
  EXPECT_EQ(to_string(Diagnostic{Severity::note, "::stop-commands::a.md", 0, 0, "x", "y"}),
            "./::stop-commands::a.md: note: y [x]");
}

}  // namespace
}  // namespace signpost
