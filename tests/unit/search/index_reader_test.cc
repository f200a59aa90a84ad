// index_reader_test.cc - what search derives once from a generation: families, one document of each,
// averages.
#include "search/index_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "help_centre.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

std::vector<uint32_t> numbers_in(const Bitmap& set) {
  std::vector<uint32_t> out;
  set.each([&](uint32_t number) { return out.push_back(number), true; });
  return out;
}

TEST(IndexReader, ChoosesOneDocumentOfEachFamily) {
  const TestIndex index({make_document("a", "A", {"x"}), make_document("a", "가", {"x"}, "ko"),
                         make_document("b", "B", {"x"}), make_document("c", "다", {"x"}, "ko"),
                         make_document("c", "シ", {"x"}, "ja")});
  const IndexReader reader(index.dir());
  EXPECT_TRUE(reader.has_translations());
  EXPECT_THAT(numbers_in(reader.universe("en")), ElementsAre(1, 3, 4));
  EXPECT_THAT(numbers_in(reader.universe("ko")), ElementsAre(2, 3, 4));
  EXPECT_THAT(numbers_in(reader.universe("ja")), ElementsAre(1, 3, 5));
  EXPECT_THAT(numbers_in(reader.universe("")), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_THAT(numbers_in(reader.universe("fr")), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_THAT(reader.family(reader.record(5).family), ElementsAre(4, 5));  // in the site's order
  EXPECT_EQ(reader.find("ko", "c"), 4u);
  EXPECT_EQ(reader.find("en", "c"), 0u);
}

TEST(IndexReader, VariantsStandInBeforeOtherLanguages) {
  Site site = three_languages();
  site.languages = {{"en", "English"}, {"pt-BR", "pt-BR"}, {"pt", "pt"}, {"ja", "ja"}};
  const TestIndex index({make_document("a", "A", {"x"}), make_document("a", "B", {"x"}, "pt"),
                         make_document("b", "C", {"x"}, "ja"), make_document("b", "D", {"x"}, "pt"),
                         make_document("c", "E", {"x"}, "pt-BR"), make_document("c", "F", {"x"}, "en")},
                        site);
  const IndexReader reader(index.dir());
  EXPECT_THAT(reader.stand_ins("pt-BR"), ElementsAre("pt-BR", "pt", "en", "ja"));
  EXPECT_THAT(reader.stand_ins("pt-PT"), ElementsAre("pt", "pt-BR", "en", "ja"));
  EXPECT_THAT(reader.stand_ins("ja"), ElementsAre("ja", "en", "pt-BR", "pt"));
  EXPECT_THAT(numbers_in(reader.universe("pt-BR")), ElementsAre(2, 4, 5));
  EXPECT_THAT(numbers_in(reader.universe("pt")), ElementsAre(2, 4, 5));
  EXPECT_THAT(numbers_in(reader.universe("ja")), ElementsAre(1, 3, 6));
  EXPECT_EQ(reader.nearest_language("pt-PT"), "pt");
  EXPECT_EQ(reader.nearest_language("de"), "en");
}

TEST(IndexReader, ThreadsAreNoTranslationsOfArticles) {
  Document thread = make_document("a", "A?", {"x"}, "ko");
  thread.kind = Kind::community;
  thread.posts = {{"ann", "2026-01-01", 0, false, "question", "<p>q</p>"}};
  const TestIndex index({make_document("a", "A", {"x"}), thread});
  const IndexReader reader(index.dir());
  EXPECT_FALSE(reader.has_translations());
  EXPECT_THAT(numbers_in(reader.universe("en")), ElementsAre(1, 2));
}

TEST(IndexReader, AveragesLengths) {
  const TestIndex index(
      {make_document("a", "One", {"one two three"}), make_document("b", "One two", {"one"})});
  const IndexReader reader(index.dir());
  EXPECT_EQ(reader.average_zone_length(Zone::title), 1.5F);
  EXPECT_EQ(reader.average_zone_length(Zone::body), 2);
  EXPECT_EQ(reader.average_zone_length(Zone::summary), 1);  // never nothing, since it divides
}

TEST(IndexReader, ReadsStoredParts) {
  const IndexReader& reader = help_centre_reader();
  const uint32_t number = reader.find("ko", "reset-password");
  EXPECT_EQ(reader.read_meta(number).title, "비밀번호 재설정");
  EXPECT_EQ(reader.read_body(number).id, "reset-password");
  HitRecord hit;
  reader.read_hit(number, hit);
  std::string room;
  EXPECT_EQ(hit.forward, reader.forward(number, room));
  EXPECT_EQ(room, "") << "what is so small lies in memory";
  HitRecord rest;
  reader.read_rest(number, rest);
  EXPECT_EQ(rest.forward, "");
  EXPECT_EQ(rest.meta, hit.meta);
  EXPECT_EQ(rest.text, hit.text);
  EXPECT_NO_THROW(reader.read_all());
}

TEST(IndexReader, NeedsAGeneration) { EXPECT_THROW(IndexReader("/nonexistent/generation"), Error); }

}  // namespace
}  // namespace signpost
