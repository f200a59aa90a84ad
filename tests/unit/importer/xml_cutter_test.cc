// xml_cutter_test.cc - where a tag ends, in whatever pieces it comes.
#include "importer/xml_cutter.h"

#include <gtest/gtest.h>

#include <vector>

namespace signpost {
namespace {

// What is passed on, piece by piece, with '|' behind each; then the error, or "..." for what is unfinished.
std::string cut(const std::vector<std::string>& pieces) {
  XmlCutter cutter;
  std::string out;
  for (const std::string& piece : pieces) {
    out += cutter.add(piece) + "|";
    if (!cutter.error().empty()) return out + cutter.error();
  }
  return out + (cutter.unfinished() ? "..." : "");
}

TEST(XmlCutter, CutsBehindTags) {
  struct Case {
    std::vector<std::string> in;
    const char* want;
  };
  const Case cases[] = {
      {{"<a/>"}, "<a/>|"},
      {{"<a", "/>"}, "|<a/>|"},
      {{"<a/><b", " c='1'/>"}, "<a/>|<b c='1'/>|"},
      {{"<", "a>"}, "|<a>|"},
      {{"text", " and <a>"}, "|text and <a>|"},
      {{"<a b=\">\"", ">"}, "|<a b=\">\">|"},
      {{"<a b='\">", "'>"}, "|<a b='\">'>|"},
      {{"<a b=\"it's\"/>"}, "<a b=\"it's\"/>|"},
      {{"<!-- ' <b> \" --", "><a/>"}, "|<!-- ' <b> \" --><a/>|"},
      {{"<", "!", "-", "- > -", "->", "<a/>"}, "|||||<!-- > --><a/>|"},
      {{"<![CDATA[ <b ' ]]", "]", "><a/>"}, "||<![CDATA[ <b ' ]]]><a/>|"},
      {{"<?xml version='1.0\"?><a/>"}, "<?xml version='1.0\"?><a/>|"},
      {{"<?a ?", "><a/>"}, "|<?a ?><a/>|"},
      {{"<a b=\"", "\n\n"}, "||..."},
      {{"<!"}, "|..."},
      {{"<a><b <c>"}, "<a>|an unescaped '<' within a tag"},
      {{"<a b=\"x<y\"/>"}, "|an unescaped '<' within a tag"},
      {{"<a b=\"x", "<y\"/>"}, "||an unescaped '<' within a tag"},
      {{"<!DOCTYPE a [<!ENTITY b 'c'>]>"}, "|a document type is not allowed here"},
      {{"<a/><!", "ENTITY"}, "<a/>||a document type is not allowed here"},
      {{"<![IGNORE[ <!-- "}, "|a document type is not allowed here"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(cut(c.in), c.want);
    // In pieces of one byte the same things come out.
    std::string whole;
    std::vector<std::string> bytes;
    for (const std::string& piece : c.in) whole += piece;
    for (const char byte : whole) bytes.emplace_back(1, byte);
    const auto without_cuts = [](std::string text) {
      std::erase(text, '|');
      return text;
    };
    EXPECT_EQ(without_cuts(cut(bytes)), without_cuts(c.want)) << whole;
  }
}

TEST(XmlCutter, HasLimits) {
  std::string row = "<row";
  for (size_t i = 0; i < kMaxRowAttributes; ++i) row += " a" + std::to_string(i) + "='1'";
  EXPECT_EQ(cut({row + "/>", row + "/>"}), row + "/>|" + row + "/>|");
  EXPECT_EQ(cut({row + " b=\"\"/>"}), "|a row has over 64 attributes");
  const std::string part(kMaxRowBytes / 4, '\n');
  for (const char* begin : {"<row", "<row a='", "<!--", "<![CDATA[", "<?a"})
    EXPECT_EQ(cut({begin, part, part, part, part, part}), "|||||a row is over 4 MB long") << begin;
  EXPECT_EQ(cut({part, part, part, part, part, "<a/>"}),
            part + "|" + part + "|" + part + "|" + part + "|" + part + "|<a/>|");
}

}  // namespace
}  // namespace signpost
