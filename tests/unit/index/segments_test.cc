#include "index/segments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file_io.h"
#include "index/encode.h"
#include "index/merge.h"
#include "index/schema.h"
#include "index/segment_builder.h"
#include "index/shard_files.h"
#include "index/shard_writer.h"
#include "index/word_list.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(Segments, ComeBackAsTheyWereWritten) {
  const std::vector<Segment> segments = {
      {"segments/000001", 3, 2, {1, 0, 3}}, {"segments/000004", 1, 1, {2}}, {"segments/000009", 7, 1, {}}};
  const std::string bytes = encode_segments(segments);
  const std::vector<Segment> again = decode_segments(bytes);
  ASSERT_EQ(again.size(), 3u);
  EXPECT_EQ(again[0].path, "segments/000001");
  EXPECT_EQ(again[0].stores, 2u);
  EXPECT_THAT(again[0].numbers, ElementsAre(1, 0, 3));
  EXPECT_EQ(again[0].number(3), 3u);
  EXPECT_EQ(again[2].number(7), 7u);  // numbered as they are
  EXPECT_THROW(decode_segments(std::string_view(bytes).substr(0, bytes.size() - 1)), Error);
  EXPECT_THROW(decode_segments(encode_segments({{"s", 3, 1, {1}}})), Error);
}

TEST(Segments, CountsOfTheDeadComeBack) {
  DeadCounts counts;
  counts.terms = {{"XLen", 2}, {"instal", 1}};
  counts.words = {{"install", {2, 1}}};
  const DeadCounts again = decode_dead_counts(encode_dead_counts(counts));
  EXPECT_EQ(again.terms, counts.terms);
  EXPECT_EQ(again.words.at("install").documents, 2u);
  EXPECT_EQ(again.words.at("install").titles, 1u);
}

Document document(const std::string& id, const std::string& title, const std::string& text) {
  Document d;
  d.id = id;
  d.lang = "en";
  d.title = title;
  d.sections.push_back({"", "", 0, {}, text, {}});
  return d;
}

SegmentSource make_segment(const TemporaryFolder& folder, const std::string& name,
                           const std::vector<Document>& documents) {
  const std::string shard = folder.path("shard");
  ShardWriter writer(shard);
  for (const Document& d : documents) writer.add(encode_document(d));
  writer.finish();
  return build_segment({shard}, folder.path("generation"), "segments/" + name, folder.path("facts"));
}

// The second document was changed, a third one came before it.
TEST(Segments, TheDeadAreTakenOffTheWords) {
  const TemporaryFolder folder;
  const std::vector<SegmentSource> segments = {
      make_segment(folder, "000001",
                   {document("a", "Refunds", "money back"), document("c", "Refunds", "old wombat")}),
      make_segment(folder, "000002",
                   {document("b", "Invoices", "money"), document("c", "Billing", "new wombat")})};
  const IndexStats stats =
      write_generation(segments, {{0, 0}, {1, 0}, {1, 1}}, Site(), folder.path("generation"), "");
  EXPECT_EQ(stats.documents, 3u);
  const std::string bytes = read_file(folder.path("generation/words.bin"));
  const WordList words(bytes);
  const auto frequency = [&words](const char* word) {
    const uint32_t i = words.find(word);
    return i == words.size() ? 0 : words.info(i).frequency;
  };
  EXPECT_EQ(frequency("refunds"), 1u);
  EXPECT_EQ(frequency("wombat"), 1u);
  EXPECT_EQ(frequency("money"), 2u);
  EXPECT_EQ(frequency("old"), 0u);
  const DeadCounts dead = decode_dead_counts(read_file(folder.path("generation/dead.bin")));
  EXPECT_EQ(dead.terms.at("old"), 1u);
  EXPECT_EQ(dead.terms.count("new"), 0u);
  const std::vector<Segment> placed = decode_segments(read_file(folder.path("generation/segments.bin")));
  EXPECT_THAT(placed[0].numbers, ElementsAre(1, 0));
  EXPECT_THAT(placed[1].numbers, ElementsAre(2, 3));
}

TEST(ShardFiles, WordsAddUp) {
  const std::string ac = shard::encode_word_counts({{"a", {1, 0}}, {"c", {2, 1}}});
  const std::string abd = shard::encode_word_counts({{"a", {4, 2}}, {"b", {1, 1}}, {"d", {3, 0}}});
  const std::vector<std::string> files = {ac, abd};
  const shard::WordCounts words = shard::add_word_counts(files);
  std::string shown;
  for (const auto& [word, count] : words) {
    shown +=
        std::string(word) + ' ' + std::to_string(count.documents) + ' ' + std::to_string(count.titles) + ';';
  }
  EXPECT_EQ(shown, "a 5 2;b 1 1;c 2 1;d 3 0;");
}

}  // namespace
}  // namespace signpost
