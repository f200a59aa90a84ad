// query_table_test.cc - a query is the sum of its terms, and no damaged table is believed.
#include "index/query_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../indexer/temporary_folder.h"
#include "base/error.h"
#include "base/fnv1a.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;

std::string encode_small_table() {
  const auto row = [](const char* term, std::vector<float> vector) {
    return QueryTableRow{fnv1a(term), quantize(vector)};
  };
  const LanguageMeans means = {{"", {0, 0}}, {"ko", {0, 1}}};
  return encode_query_table(means, {row("password", {1, 0}), row("reset", {0, 1}), row("cancel", {0, -1})});
}

class QueryTableTest : public ::testing::Test {
 protected:
  QueryTable table() {
    folder_.write("query-table.bin", encode_small_table());
    return QueryTable(folder_.path("query-table.bin"));
  }
  TemporaryFolder folder_;
};

std::vector<float> direction(const QueryMeaning& meaning) { return dequantize(meaning.vector); }

TEST_F(QueryTableTest, AddsUpTermsByTheRootsOfTheirWeights) {
  const QueryTable small = table();
  EXPECT_EQ(small.rows(), 3u);
  EXPECT_EQ(small.dimension(), 2u);
  const WeightedQueryTerm both[] = {{"password", 16}, {"reset", 9}};  // 4 and 3
  const QueryMeaning meaning = small.meaning(both);
  EXPECT_THAT(direction(meaning), ElementsAre(FloatNear(0.8F, 0.01F), FloatNear(0.6F, 0.01F)));
  EXPECT_FLOAT_EQ(meaning.known, 1);
}

TEST_F(QueryTableTest, SaysHowMuchItKnows) {
  const QueryTable small = table();
  const WeightedQueryTerm half[] = {{"password", 1}, {"unheard", 1}};
  EXPECT_FLOAT_EQ(small.meaning(half).known, 0.5F);
  const WeightedQueryTerm none[] = {{"unheard", 1}};
  EXPECT_EQ(small.meaning(none).known, 0);
  EXPECT_EQ(small.meaning({}).known, 0);
  // Without weight it says nothing, and opposites cancel each other out.
  const WeightedQueryTerm weightless[] = {{"password", 0}};
  EXPECT_EQ(small.meaning(weightless).known, 0);
  const WeightedQueryTerm opposites[] = {{"reset", 1}, {"cancel", 1}};
  EXPECT_EQ(small.meaning(opposites).known, 0);
}

TEST_F(QueryTableTest, TakesTheMeanOfItsLanguageOffAModelsVector) {
  const QueryTable small = table();
  const std::vector<float> vector = {0.6F, 0.8F};
  EXPECT_THAT(direction(small.meaning_of_model(vector, "en")),
              ElementsAre(FloatNear(0.6F, 0.01F), FloatNear(0.8F, 0.01F)));
  EXPECT_THAT(direction(small.meaning_of_model(vector, "ko")),
              ElementsAre(FloatNear(0.949F, 0.01F), FloatNear(-0.316F, 0.01F)));
}

TEST_F(QueryTableTest, IsNotBelievedWhenItDoesNotHold) {
  const std::string good = encode_small_table();
  const auto with = [&good](size_t at, uint32_t value) {
    std::string bytes = good;
    bytes.replace(at, 4, reinterpret_cast<const char*>(&value), 4);
    return bytes;
  };
  const size_t hashes_at = good.size() - 3 * (4 + 2) - 3 * 8;
  const struct {
    const char* what;
    std::string bytes;
  } kCases[] = {
      {"empty", ""},
      {"cut", good.substr(0, good.size() - 1)},
      {"longer", good + "x"},
      {"no dimension", with(0, 0)},
      {"other dimension", with(0, 3)},
      {"more rows", with(4, 0x20000000)},
      {"longer means", with(8, UINT32_MAX)},
      {"no means", with(8, 0)},
      {"out of order", with(hashes_at + 4, UINT32_MAX)},
  };
  for (const auto& [what, bytes] : kCases) {
    folder_.write("damaged.bin", bytes);
    EXPECT_THROW(QueryTable(folder_.path("damaged.bin")), Error) << what;
  }
}

TEST_F(QueryTableTest, RefusesARowThatNoFitHasMade) {
  std::string bytes = encode_small_table();
  const uint32_t infinite = 0x7F800000;
  for (size_t row = 0; row < 3; ++row)
    bytes.replace(bytes.size() - (row + 1) * 6, 4, reinterpret_cast<const char*>(&infinite), 4);
  folder_.write("damaged.bin", bytes);
  const QueryTable damaged(folder_.path("damaged.bin"));
  const WeightedQueryTerm one[] = {{"password", 1}};
  EXPECT_THROW(damaged.meaning(one), Error);
  EXPECT_THROW(damaged.read_all(), Error);
  EXPECT_NO_THROW(table().read_all());
}

}  // namespace
}  // namespace signpost
