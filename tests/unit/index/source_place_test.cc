#include "index/source_place.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

StoredMeta two_sections() {
  StoredMeta meta;
  for (const char* anchor : {"", "first", "second"})
    meta.sections.push_back({.anchor = anchor, .heading = anchor});
  return meta;
}

const SourceOwners kOwners{"docs", {{"/docs/", {"@docs"}, ""}}};

TEST(SourcePlace, IsTheLineOfTheHeading) {
  Document body;
  body.source_path = "help/en/a.md";
  body.section_lines = {0, 7, 12};
  const SectionPlaces places = places_of_sections(two_sections(), body, kOwners);
  EXPECT_EQ(places.at(""), (SourcePlace{"docs/help/en/a.md", 1, {"@docs"}}));
  EXPECT_EQ(places.at("first"), (SourcePlace{"docs/help/en/a.md", 7, {"@docs"}}));
  EXPECT_EQ(places.at("second"), (SourcePlace{"docs/help/en/a.md", 12, {"@docs"}}));
  EXPECT_EQ(places.size(), 3u);
}

TEST(SourcePlace, HasTheOwnersOfTheFrontMatterBeforeOthers) {
  Document body;
  body.source_path = "a.md";
  body.owners = {"@me"};
  SourceOwners owners = kOwners;
  EXPECT_EQ(places_of_sections(two_sections(), body, owners).at("first").owners, body.owners);
  body.owners.clear();
  owners.folder = "";
  // What was read as plain text, and threads, have no lines.
  EXPECT_EQ(places_of_sections(two_sections(), body, owners).at("first"), (SourcePlace{"a.md", 1, {}}));
}

}  // namespace
}  // namespace signpost
