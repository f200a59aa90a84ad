#include "content/navigation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "0 Title <page>" of each entry.
std::vector<std::string> entries_of(const char* name, const char* text) {
  std::vector<std::string> all;
  for (const NavEntry& entry : read_navigation(name, text).entries)
    all.push_back(std::to_string(entry.depth) + " " + entry.title + " <" + entry.page + ">");
  return all;
}

TEST(Navigation, OfASummary) {
  EXPECT_THAT(
      entries_of("SUMMARY.md",
                 "# Table of contents\n\n* [Welcome](README.md)\n\n## Billing & more\n\n"
                 "* [**Pay**](billing/pay.md \"t\")\n  * [Cards](<billing/my%20cards.md>#a)\n* Draft\n"
                 "* [Site](https://e.com)\n[Suffix](end.md)\n\nText\n"),
      ElementsAre("0 Welcome <README.md>", "0 Billing & more <>", "1 Pay <billing/pay.md>",
                  "2 Cards <billing/my cards.md>", "1 Draft <>", "1 Site <>", "1 Suffix <end.md>"));
}

TEST(Navigation, OfMkdocs) {
  const char* text =
      "site_name: X\ndocs_dir: documentation\nnav:\n  - index.md\n  - Guide:\n      - Install: "
      "guide/install.md\n"
      "      - guide/use.md\n  - Repo: https://e.com\nplugins:\n  - x: !!python/name:y.z\n";
  EXPECT_THAT(
      entries_of("mkdocs.yml", text),
      ElementsAre("0  <index.md>", "0 Guide <>", "1 Install <guide/install.md>", "1  <guide/use.md>"));
  EXPECT_EQ(read_navigation("mkdocs.yml", text).folder, "documentation");
  EXPECT_EQ(read_navigation("mkdocs.yml", "site_name: X\n").folder, "docs");
}

TEST(Navigation, OfSidebars) {
  const auto want = ElementsAre("0  <intro>", "0 Guides <guides/index>", "1  <guides/b>", "1 A's <guides/a>");
  EXPECT_THAT(
      entries_of(
          "sidebars.js",
          "// @ts-check\n/** @type {x} */\nconst sidebars = {\n  docs: [\n    'intro', // first\n    {\n"
          "      type: 'category',\n      label: 'Guides',\n      link: {type: 'doc', id: 'guides/index'},\n"
          "      items: ['guides/b', {type: 'doc', id: 'guides/a', label: \"A's\"}],\n    },\n"
          "    {type: 'link', label: 'x', href: 'https://e.com'},\n  ],\n};\nmodule.exports = sidebars;\n"),
      want);
  EXPECT_THAT(
      entries_of(
          "sidebars.json",
          "{\"docs\": [\"intro\", {\"type\": \"category\", \"label\": \"Guides\", \"link\": {\"type\": "
          "\"doc\", \"id\": \"guides/index\"}, \"items\": [\"guides/b\", {\"type\": \"doc\", \"id\": "
          "\"guides/a\", \"label\": \"A's\"}]}]}"),
      want);
  EXPECT_THAT(entries_of("sidebars.js", "module.exports = { docs: { Guides: ['a', 'b'] } };"),
              ElementsAre("0 Guides <>", "1  <a>", "1  <b>"));
  for (const char* script :
       {"module.exports = require('./x').map(y => y);", "module.exports = { a: f(x => { y }) };"})
    EXPECT_NE(read_navigation("sidebars.js", script).error, "") << script;
}

TEST(Navigation, OfMintlify) {
  EXPECT_THAT(
      entries_of(
          "docs.json",
          "{\"navigation\": {\"tabs\": [{\"tab\": \"Guides\", \"groups\": [{\"group\": \"Start\", \"pages\": "
          "[\"index\", {\"group\": \"Deep\", \"pages\": [\"deep/a\"]}]}]}]}}"),
      ElementsAre("0 Guides <>", "1 Start <>", "2  <index>", "2 Deep <>", "3  <deep/a>"));
  EXPECT_THAT(entries_of("mint.json", "{\"navigation\": [{\"group\": \"Start\", \"pages\": [\"a\"]}]}"),
              ElementsAre("0 Start <>", "1  <a>"));
  EXPECT_THAT(
      entries_of("docs.json",
                 "{\"navigation\": {\"languages\": [{\"language\": \"en\", \"tabs\": [{\"tab\": \"Guides\", "
                 "\"groups\": [{\"group\": \"Start\", \"pages\": [\"a\"]}]}]}]}}"),
      ElementsAre("0 Guides <>", "1 Start <>", "2  <a>"));
  EXPECT_THAT(entries_of("docs.json", "{\"name\": \"no navigation\"}"), IsEmpty());
}

TEST(Navigation, OfAFolder) {
  const auto settings = read_folder_settings("{\"label\": \"My **guides**\", \"position\": 2.5}");
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->label, "My guides");
  EXPECT_EQ(settings->position, 2.5);
  EXPECT_FALSE(read_folder_settings("label: Guides\n")->position);
  EXPECT_FALSE(read_folder_settings("{\"label\""));
  EXPECT_FALSE(read_folder_settings("[1]"));
}

}  // namespace
}  // namespace signpost
