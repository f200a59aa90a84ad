// sequences_test.cc - counting documents with terms behind each other, by all or by a sample.
#include "search/sequences.h"

#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

TEST(Sequences, CountsDocumentsThatHaveThemBehindEachOther) {
  std::vector<Document> documents;
  for (int i = 0; i < 120; ++i) {
    const bool together = i % 2 == 0;
    documents.push_back(
        make_document("d" + std::to_string(i), "Title", {together ? "red green blue" : "green red blue"}));
  }
  const TestIndex index(documents);
  const IndexReader reader(index.dir());
  const auto count = [&reader](const std::vector<std::string>& terms, const std::vector<uint32_t>& offsets) {
    return documents_with({terms, offsets}, reader);
  };
  EXPECT_EQ(count({"red", "green"}, {0, 1}), 50U);  // half of 50 that are read, and of 120 twice as many
  EXPECT_EQ(documents_with({{"red", "green"}, {0, 1}}, reader, 3), 3U);
  EXPECT_EQ(count({"blue", "red"}, {0, 1}), 0U);
  EXPECT_EQ(count({"red", "unknown"}, {0, 1}), 0U);

  const TestIndex few({make_document("a", "Red green", {"blue"}), make_document("b", "Green red", {"blue"})});
  const IndexReader few_reader(few.dir());
  EXPECT_EQ(documents_with({{"red", "green"}, {0, 1}}, few_reader), 1U);
}

}  // namespace
}  // namespace signpost
