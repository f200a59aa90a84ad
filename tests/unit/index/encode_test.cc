#include "index/encode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "base/error.h"
#include "index/analyzer.h"
#include "index/forward_index.h"
#include "index/impact.h"
#include "index/shard_files.h"
#include "index/stored_document.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Pair;

Document sample() {
  Document d;
  d.id = "reset-password";
  d.lang = "en";
  d.title = "Reset your password";
  d.summary = "Get back in.";
  d.fields.set(Field::category, "account");
  d.fields[Field::tag] = {"Login", "security"};
  d.aliases = {"/old/reset"};
  d.names = {"Forgotten secret"};
  d.fields.set(Field::product, "App");
  d.fields.set(Field::level, "basic");
  d.updated = "2026-10-01";
  d.votes = -3;
  d.extra = {{"reviewer", "ann"}};
  d.owners = {"@docs"};
  d.section_lines = {0, 7, 12, 300};
  d.sections = {{"", "", 0, {}, "Use the link on the sign-in page.", {}},
                {"steps", "Steps", 2, {"Steps"}, "Open settings.\nChoose a password.", {}},
                {"on-a-phone", "On a phone", 3, {"Steps", "On a phone"}, "Tap the menu.", {}},
                {"see-also", "See also", 2, {"See also"}, "", {}}};
  d.html = "<p>Use the link</p>";
  d.markdown = "Use the link";
  d.posts = {{"ann",
              "2026-01-02",
              4,
              true,
              "question",
              "<p>x</p>",
              {"https://a.example/q/1", "", "", "CC BY 4.0", ""}}};
  return d;
}

TEST(EncodeDocument, KeepsTermsFieldsAndWords) {
  const std::string bytes = encode_document(sample());
  const EncodedDocument e = decode_document(bytes);
  const shard::ShardDocument facts = shard::read_shard_document(e.facts);
  EXPECT_EQ(facts.id, "reset-password");
  const std::map<std::string_view, uint32_t> impacts(e.terms.begin(), e.terms.end());
  EXPECT_GT(impacts.at("password"), impacts.at("get"));  // in the title, and in the summary
  EXPECT_GT(impacts.at("get"), impacts.at("signin"));
  EXPECT_LE(impacts.at("password"), kMaxImpact);
  EXPECT_THAT(e.boolean_terms, Contains("Qen:reset-password"));
  EXPECT_THAT(e.boolean_terms, Contains("XTlogin"));
  EXPECT_THAT(e.boolean_terms, Contains("XVbasic"));
  EXPECT_THAT(e.words, Contains(Pair("password", true)));
  EXPECT_THAT(e.words, Contains(Pair("link", false)));
  EXPECT_THAT(e.words, Contains(Pair("forgotten", false)));
  EXPECT_THAT(facts.headings, Contains(Pair("on-a-phone", "On a phone")));
  EXPECT_THAT(facts.aliases, ElementsAre("/old/reset"));
  EXPECT_EQ(e.record.zone_length[static_cast<size_t>(Zone::title)], 3u);
  EXPECT_EQ(e.record.votes, -3);
}

TEST(EncodeDocument, WhatATitleHasOutweighsWhatATextRepeats) {
  Document d = sample();
  for (int i = 0; i < 100; ++i) d.sections.front().text += " repeated";
  const std::string bytes = encode_document(d);
  const EncodedDocument e = decode_document(bytes);
  const std::map<std::string_view, uint32_t> impacts(e.terms.begin(), e.terms.end());
  EXPECT_GT(impacts.at("password"), impacts.at("repeat"));
}

TEST(EncodeDocument, IsTheSameForTheSameInput) {
  EXPECT_EQ(encode_document(sample()), encode_document(sample()));
}

TEST(StoredDocument, GivesBackMetaBodyAndText) {
  const Document d = sample();
  const StoredMeta meta = decode_meta(encode_meta(d));
  EXPECT_EQ(meta.title, d.title);
  EXPECT_EQ(meta.votes, -3);
  ASSERT_EQ(meta.sections.size(), 4u);
  EXPECT_THAT(heading_path(meta.sections, 2), ElementsAre("Steps", "On a phone"));
  EXPECT_THAT(heading_path(meta.sections, 3), ElementsAre("See also"));
  const std::string text = encode_text(d);
  EXPECT_EQ(decode_text(text, meta.sections[2].text_begin, meta.sections[2].text_end), "Tap the menu.");
  EXPECT_EQ(decode_text(text, meta.sections[3].text_begin, meta.sections[3].text_end), "");
  const Document body = decode_body(encode_body(d));
  EXPECT_EQ(body.html, d.html);
  EXPECT_EQ(body.extra, d.extra);
  EXPECT_EQ(body.owners, d.owners);
  EXPECT_EQ(body.section_lines, d.section_lines);
  EXPECT_EQ(body.fields.by_field, d.fields.by_field);
  ASSERT_EQ(body.posts.size(), 1u);
  EXPECT_TRUE(body.posts[0].accepted);
  EXPECT_EQ(body.posts[0].origin, d.posts[0].origin);
}

TEST(StoredDocument, ReadsAPassageOfALongText) {
  Document d = sample();
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i) + " ";
  d.sections = {{"", "", 0, {}, text, {}}};
  const std::string encoded = encode_text(d);
  for (const uint32_t at : {0u, 16383u, 16384u, 50000u, static_cast<uint32_t>(text.size()) - 10}) {
    EXPECT_EQ(decode_text(encoded, at, at + 10), text.substr(at, 10)) << at;
  }
  EXPECT_EQ(decode_text(encoded, 9'000'000, 9'000'010), "");
}

TEST(StoredDocument, RefusesDamage) {
  EXPECT_THROW(decode_meta("nonsense"), Error);
  EXPECT_THROW(decode_body(""), Error);
}

TEST(EncodeDocument, PutsEveryTermWhereTheTextHasIt) {
  const Document d = sample();
  const std::string bytes = encode_document(d);
  const EncodedDocument e = decode_document(bytes);
  const ForwardView forward(e.stored.substr(0, e.record.forward_size));
  std::vector<uint32_t> positions;
  ASSERT_TRUE(forward.positions(term_hash("menu"), positions));
  ASSERT_EQ(positions.size(), 1u);
  std::vector<ZoneStart> zones;
  forward.zones(zones);
  const ZoneStart zone = zones[forward.zone_of(positions[0])];
  EXPECT_EQ(zone.zone, Zone::body);
  EXPECT_EQ(zone.section, 2u);
}

// What a dead document is taken off the counts by: it is read back and analysed again.
TEST(StoredDocument, GivesBackEverythingThatItsTermsComeFrom) {
  const std::string first = encode_document(sample());
  const EncodedDocument e = decode_document(first);
  const DocRecord& r = e.record;
  const size_t text_at = size_t{r.forward_size} + r.meta_size;
  const Document restored =
      restore_document(e.stored.substr(r.forward_size, r.meta_size), e.stored.substr(text_at, r.text_size),
                       e.stored.substr(text_at + r.text_size + r.structure_size));
  const std::string second = encode_document(restored);
  const EncodedDocument again = decode_document(second);
  EXPECT_EQ(again.terms, e.terms);
  EXPECT_EQ(again.boolean_terms, e.boolean_terms);
  EXPECT_EQ(std::map(again.words.begin(), again.words.end()), std::map(e.words.begin(), e.words.end()));
}

}  // namespace
}  // namespace signpost
