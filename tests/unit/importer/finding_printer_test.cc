// finding_printer_test.cc - tests importer/findings.
#include "importer/finding_printer.h"

#include <gtest/gtest.h>

#include <sstream>

namespace signpost {
namespace {

TEST(FindingPrinter, PrintsTheFirstAndCountsAll) {
  std::ostringstream err;
  FindingPrinter findings(err, 2);
  findings.error("a.xml", 3, "record", "one\nline \x1b[2J");
  findings.warning("a.xml", 0, "file", "w");
  findings.error("a.xml", 4, "record", "two");
  findings.error("a.xml", 5, "record", "three");
  findings.finish();
  EXPECT_EQ(findings.errors(), 3u);
  EXPECT_EQ(findings.warnings(), 1u);
  EXPECT_EQ(err.str(),
            "a.xml:3: error: one line \xEF\xBF\xBD[2J [record]\n"
            "a.xml: warning: w [file]\n"
            "a.xml:4: error: two [record]\n"
            "... and 1 more errors\n");
}

}  // namespace
}  // namespace signpost
