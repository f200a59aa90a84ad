// xml_rows_test.cc - tests importer/xml_rows.
#include "importer/xml_rows.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/error.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

struct Read {
  std::string rows;  // "LINE:Id=Body " of each
  std::string said;
  XmlRowsResult result;
};

Read read(const std::string& xml) {
  const TemporaryFolder folder;
  folder.write("Posts.xml", xml);
  std::ostringstream err;
  FindingPrinter findings(err);
  Read got;
  const std::string path = folder.path("Posts.xml");
  got.result = for_each_xml_row(path, findings, [&](const XmlRow& row) {
    got.rows += std::to_string(row.line) + ":" + std::string(row.get("Id")) + "=" +
                std::string(row.get("Body")) + " ";
  });
  got.said = err.str();
  for (size_t at = got.said.find(path); at != std::string::npos; at = got.said.find(path))
    got.said.erase(at, path.size());
  return got;
}

TEST(XmlRows, ReadsARow) {
  const Read got = read(
      "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n"
      "  <row Id=\"1\" Body=\"&lt;p&gt;a &amp;amp; b&#xA;&quot;&lt;/p&gt;\" />\n  <row Id=\"2\"/><row "
      "Id=\"3\"/>\n</posts>");
  EXPECT_EQ(got.rows, "3:1=<p>a &amp; b\n\"</p> 4:2= 4:3= ");
  EXPECT_EQ(got.said, "");
  EXPECT_TRUE(got.result.complete);
  EXPECT_EQ(got.result.rows, 3u);
}

TEST(XmlRows, GoesOnBehindABadRow) {
  const struct {
    const char* bad;
    const char* says;
  } cases[] = {
      {"<row Id=\"2\" Body=\"a < b\" />", "unescaped '<'"},
      {"<row Id=\"2\" Body=\"a & b\" />", "xmlParseEntityRef"},
      {"<row Id=2 />", "AttValue"},
      {"<row Id=\"2\" Id=\"2\" />", "redefined"},
      {"<row Id=\"2\" Body=\"&entity;\" />", "not defined"},
      {"<row Id=\"2\" Body=\"never closed", "unescaped '<'"},
      {"</wrong>", "mismatch"},
  };
  for (const auto& each : cases) {
    const Read got = read("<posts>\n<row Id=\"1\" />\n" + std::string(each.bad) +
                          "\n<row Id=\"3\" />\n<row Id=\"4\" />\n</posts>\n");
    EXPECT_EQ(got.rows, "2:1= 4:3= 5:4= ") << each.bad;
    EXPECT_EQ(got.said.substr(0, 10), ":3: error:") << got.said;
    EXPECT_NE(got.said.find(each.says), std::string::npos) << got.said;
    EXPECT_EQ(got.result.broken, 1u) << got.said;
    EXPECT_FALSE(got.result.complete);
  }
}

TEST(XmlRows, BadCharactersAreLeftOut) {
  const Read got = read(
      "<posts>\n<row Id=\"1\" Body=\"a&#x1;b\xFF"
      "c\" />\n</posts>\n");
  EXPECT_EQ(got.rows,
            "2:1=ab\xEF\xBF\xBD"
            "c ");
  EXPECT_EQ(got.said, ":2: warning: a character that XML does not allow was left out [xml]\n");
}

TEST(XmlRows, WhatComesBeforeACutIsRead) {
  const std::string whole =
      "<posts>\n<row Id=\"1\" Body=\"x\" />\n<row Id=\"2\" Body=\"yyyy\" />\n</posts>\n";
  for (const size_t size : {size_t{40}, size_t{45}, size_t{whole.size() - 10}}) {
    const Read got = read(whole.substr(0, size));
    EXPECT_EQ(got.rows.substr(0, 6), "2:1=x ") << size;
    EXPECT_FALSE(got.result.complete);
    EXPECT_NE(got.said.find("the file ends too early"), std::string::npos) << got.said;
  }
}

// Neither do entities grow, nor is another file read.
TEST(XmlRows, RefusesADocumentType) {
  const Read got = read(
      "<!DOCTYPE posts [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM "
      "\"file:///etc/passwd\">]>\n"
      "<posts>\n<row Id=\"1\" Body=\"&b;&f;\" />\n<row Id=\"2\" />\n</posts>\n");
  EXPECT_EQ(got.rows, "4:2= ");
  EXPECT_NE(got.said.find("a document type is not allowed"), std::string::npos) << got.said;
}

TEST(XmlRows, RowsHaveALimit) {
  const std::string long_row = "<row Id=\"1\" Body=\"" + std::string(kMaxRowBytes - 1000, 'x') + "\" />\n";
  const std::string too_long = "<row Id=\"2\" Body=\"" + std::string(3 * kMaxRowBytes, 'x') + "\" />\n";
  const Read got = read("<posts>\n" + long_row + too_long + "<row Id=\"3\" />\n</posts>\n");
  EXPECT_EQ(got.result.rows, 2u);
  EXPECT_EQ(got.said, ":3: error: this row cannot be read and is left out: a row is over 4 MB long [xml]\n");
}

std::string numbered(const std::string& before, int count, const std::string& behind) {
  std::string text;
  for (int i = 0; i < count; ++i) text += before + std::to_string(i) + behind;
  return text;
}

// libxml2 compares each attribute with each other: 300,000 of them took minutes.
TEST(XmlRows, AttributesHaveALimit) {
  const std::string most = "<row" + numbered(" a", kMaxRowAttributes, "='1'") + " />\n";
  const std::string more = "<row" + numbered(" a", 300'000, "=\"1\"") + " />\n";
  const std::string lines = "<row\n" + numbered(" a", 100'000, "=\"1\"\n") + " />\n";
  const Read got = read("<posts>\n" + most + more + lines + "<row Id=\"3\" /><row Id=\"4\" />\n</posts>\n");
  EXPECT_EQ(got.rows, "2:= 100006:3= 100006:4= ");
  EXPECT_EQ(got.said,
            ":3: error: this row cannot be read and is left out: a row has over 64 attributes [xml]\n"
            ":4: error: this row cannot be read and is left out: a row has over 64 attributes [xml]\n");
  EXPECT_EQ(got.result.broken, 2u);
}

// libxml2 keeps each name that it has seen, in a table that gets slower.
TEST(XmlRows, ManyNamesCostNoneTheirRows) {
  const Read names = read("<posts>\n" + numbered("<row n", 300'000, "=\"1\" />\n") + "</posts>");
  EXPECT_EQ(names.result.rows, 300'000u);
  EXPECT_EQ(names.said, "");
  EXPECT_TRUE(names.result.complete);
  const Read one_line = read("<posts>" + numbered("<row n", 50'000, "=\"1\"/>") + "</posts>");
  EXPECT_EQ(one_line.result.rows, 50'000u);
  EXPECT_TRUE(one_line.result.complete) << one_line.said;
  const Read nested =
      read("<posts>\n<x>\n" + numbered("<e", 30'000, "/>\n") + "<row Id=\"1\" />\n</posts>\n");
  EXPECT_EQ(nested.rows, "30003:1= ");
  EXPECT_NE(nested.said.find("it is nested in another element"), std::string::npos) << nested.said;
}

TEST(XmlRows, OtherFiles) {
  EXPECT_EQ(read("").result.rows, 0u);
  EXPECT_EQ(read("no XML at all").result.rows, 0u);
  EXPECT_EQ(read(std::string(100'000, '<')).result.rows, 0u);
  std::ostringstream err;
  FindingPrinter findings(err);
  EXPECT_THROW(for_each_xml_row("/nowhere/Posts.xml", findings, [](const XmlRow&) {}), Error);
}

}  // namespace
}  // namespace signpost
