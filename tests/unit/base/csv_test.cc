#include "base/csv.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(CsvCell, IsNothingThatASpreadsheetCalculates) {
  struct {
    std::string in, want;
  } const cases[] = {
      {"", "\"\""},
      {"plain", "\"plain\""},
      {"two\nlines, \"quoted\"", "\"two\nlines, \"\"quoted\"\"\""},
      {"=HYPERLINK(\"http://evil.example\")", "\"'=HYPERLINK(\"\"http://evil.example\"\")\""},
      {"+82 10 1234 5678", "\"'+82 10 1234 5678\""},
      {"-1+2", "\"'-1+2\""},
      {"@SUM(A1)", "\"'@SUM(A1)\""},
      {"\t=1", "\"'\t=1\""},
      {"\n=1", "\"'\n=1\""},
      {"\r=1", "\"'\r=1\""},
      {"＝1", "\"'＝1\""},
      {"＠SUM(A1)", "\"'＠SUM(A1)\""},
      {"a=1", "\"a=1\""},
  };
  for (const auto& [in, want] : cases) EXPECT_EQ(csv_cell(in), want);
}

}  // namespace
}  // namespace signpost
