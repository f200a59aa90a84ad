// snapshot_test.cc - a generation with right sums in which any number leads astray is refused before it is
// read.
#include "index/snapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "base/error.h"
#include "generation_copy.h"
#include "index/manifest.h"
#include "index/names.h"
#include "search/searcher.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;

const BaseGeneration& base() {
  static const BaseGeneration one;
  return one;
}

// What opening the changed generation says, "" for nothing.
std::string refusal(const std::function<void(GenerationCopy&)>& change) {
  const TemporaryFolder folder;
  GenerationCopy copy(base());
  change(copy);
  copy.write(folder.path("generation"));
  try {
    verify_generation(folder.path("generation"));  // the sums are right
    const Snapshot files(folder.path("generation"));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::corrupt) << error.what();
    return error.what();
  }
  return "";
}

TEST(Snapshot, TakesWhatAWriterMakes) {
  const Snapshot files(base().dir());
  EXPECT_EQ(files.records().size(), 6u);
  EXPECT_EQ(files.family_count(), 4u);
  EXPECT_EQ(files.segments().size(), 2u);
  EXPECT_EQ(refusal([](GenerationCopy&) {}), "");
  const Searcher searcher(base().dir());
  EXPECT_NO_THROW(searcher.read_all());
}

TEST(Snapshot, NoNumberOfARecordLeadsAstray) {
  struct Case {
    const char* name;
    std::function<void(DocRecord&)> change;
    const char* want;
  };
  const Case cases[] = {
      {"a family that wraps", [](DocRecord& r) { r.family = 0xFFFFFFFF; }, "has a family that there is not"},
      {"a family of gigabytes", [](DocRecord& r) { r.family = 0x03FFFFFF; },
       "has a family that there is not"},
      {"a language", [](DocRecord& r) { r.language = 900; }, "does not fit names.bin"},
      {"a category", [](DocRecord& r) { r.category = 0xFFFF; }, "does not fit names.bin"},
      {"a kind", [](DocRecord& r) { r.kind = static_cast<Kind>(2); }, "a kind that there is not"},
      {"a store", [](DocRecord& r) { r.store_file = 2; }, "leads out of the store"},
      {"a store that wraps", [](DocRecord& r) { r.store_file = 0xFFFFFFFF; }, "leads out of the store"},
      {"an offset", [](DocRecord& r) { r.store_offset = 1u << 30; }, "leads out of the store"},
      {"an offset that wraps", [](DocRecord& r) { r.store_offset = ~uint64_t{0} - 10; },
       "leads out of the store"},
      {"forward_size", [](DocRecord& r) { r.forward_size = 0xFFFFFFFF; }, "leads out of the store"},
      {"text_size", [](DocRecord& r) { r.text_size = 0xFFFFFFFF; }, "leads out of the store"},
      {"meta_size", [](DocRecord& r) { r.meta_size = 0xFFFFFFFF; }, "leads out of the store"},
      {"structure_size", [](DocRecord& r) { r.structure_size = 0xFFFFFFFF; }, "leads out of the store"},
      {"body_size", [](DocRecord& r) { r.body_size = 0xFFFFFFFF; }, "leads out of the store"},
      {"card_size", [](DocRecord& r) { r.card_size = 0xFFFFFFFF; }, "leads out of the store"},
      {"a title's length", [](DocRecord& r) { r.zone_length[0] = 0xFFFFFFFF; }, "longer than any can be"},
  };
  for (const Case& c : cases) {
    const std::string said = refusal([&](GenerationCopy& copy) {
      std::vector<DocRecord> records = copy.records();
      c.change(records[3]);
      copy.set_records(records);
    });
    EXPECT_THAT(said, HasSubstr(c.want)) << c.name;
  }
}

TEST(Snapshot, NoSegmentLeadsAstray) {
  struct Case {
    const char* name;
    std::function<void(std::vector<Segment>&)> change;
    const char* want;
  };
  const Case cases[] = {
      {"another generation's",
       [](auto& all) { all[0].path = "../../../other/generations/000001-2026/segments/000001"; },
       "names a folder that is no segment's"},
      {"an absolute one", [](auto& all) { all[0].path = "/segments/000001"; }, "no segment's"},
      {"none", [](auto& all) { all[0].path = ""; }, "no segment's"},
      {"one twice", [](auto& all) { all[1].path = all[0].path; }, "has one segment twice"},
      {"more stores", [](auto& all) { all[0].stores = 0xFFFFFFFF; }, "more stores than there can be"},
      {"more documents", [](auto& all) { all[1].numbers.clear(), all[1].documents = 0x7FFFFFFF; },
       "more documents"},
      {"a number beyond", [](auto& all) { all[0].numbers[2] = 7; }, "in the wrong place"},
      {"a number that wraps", [](auto& all) { all[0].numbers[2] = 0xFFFFFFFF; }, "in the wrong place"},
      {"a document twice", [](auto& all) { all[0].numbers[2] = 2; }, "in the wrong place"},
      {"out of order", [](auto& all) { std::swap(all[0].numbers[0], all[0].numbers[2]); },
       "in the wrong place"},
      {"a document lost", [](auto& all) { all[0].numbers[2] = 0; }, "lacks a document"},
      {"a segment lost", [](auto& all) { all.pop_back(); }, ""},
  };
  for (const Case& c : cases) {
    const std::string said = refusal([&](GenerationCopy& copy) {
      std::vector<Segment> segments = copy.segments();
      c.change(segments);
      copy.set_segments(segments);
    });
    EXPECT_NE(said, "") << c.name;
    EXPECT_THAT(said, HasSubstr(c.want)) << c.name;
  }
}

TEST(Snapshot, NoTableLeadsAstray) {
  const auto with = [](const char* file, const std::string& bytes) {
    return refusal([&](GenerationCopy& copy) { copy.files[file] = bytes; });
  };
  const auto names = [&](const std::function<void(Names&)>& change) {
    Names changed = decode_names(base().files().at(files::kNames));
    change(changed);
    return with(files::kNames, encode_names(changed));
  };
  EXPECT_THAT(names([](Names& n) { n.aliases["/x"] = 0; }), HasSubstr("old address that leads nowhere"));
  EXPECT_THAT(names([](Names& n) { n.aliases["/x"] = 7; }), HasSubstr("old address that leads nowhere"));
  EXPECT_THAT(names([](Names& n) { n.categories.clear(); }), HasSubstr("no sound categories"));
  EXPECT_THAT(names([](Names& n) { n.categories.assign(70'000, ""); }), HasSubstr("no sound categories"));
  EXPECT_THAT(names([](Names& n) { n.languages.resize(2000, "xx"); }), HasSubstr("more languages"));
  EXPECT_THAT(with(files::kRelated, std::string(6 * 5 * 4, '\x07')),
              HasSubstr("names a document that is not there"));
  EXPECT_THAT(with(files::kRelated, ""), HasSubstr("related.bin has the wrong size"));
  EXPECT_THAT(with(files::kDocuments, "x"), HasSubstr("docs.bin has the wrong size"));
  EXPECT_NE(with(files::kDocuments, ""), "");
  EXPECT_NE(with(files::kWords, std::string(8, '\xff')), "");
  EXPECT_NE(with(files::kSuggest, std::string(16, '\xff')), "");
  EXPECT_NE(with(files::kSite, std::string(1 << 20, '[')), "");
  EXPECT_THAT(with(files::kIncidents, "[{}]"), HasSubstr("incidents: "));
  EXPECT_THAT(with(files::kIncidents, std::string(1 << 20, '[')), HasSubstr("nested too deep"));
  EXPECT_THAT(with(files::kHistory, "[{}]"), HasSubstr("history.json is damaged"));
  EXPECT_THAT(with(files::kHistory, std::string(1 << 20, '[')), HasSubstr("nested too deep"));
  EXPECT_THAT(with(files::kGlossary, ""), HasSubstr("too short"));
  EXPECT_THAT(with(files::kGlossary, std::string(16, '\xff')),
              HasSubstr("glossary.bin: the size doesn't fit"));
  DeadCounts dead;
  dead.terms = {{"a", 1}, {"b", 1}};
  std::string bytes = encode_dead_counts(dead);
  std::swap(bytes[2], bytes[5]);
  EXPECT_THAT(with(files::kDead, bytes), HasSubstr("out of order"));
}

// Their stored parts are read when they are asked for: what is wrong with one costs that page.
TEST(Snapshot, AWrongPartOfADocumentCostsOnlyIt) {
  const TemporaryFolder folder;
  for (const auto part :
       {GenerationCopy::Part::forward, GenerationCopy::Part::meta, GenerationCopy::Part::text,
        GenerationCopy::Part::structure, GenerationCopy::Part::body}) {
    GenerationCopy copy(base());
    copy.set_part(1, part, "\xff\xff\xff\xff");
    copy.write(folder.path("generation"));
    const Searcher searcher(folder.path("generation"));
    EXPECT_THROW(searcher.read_all(), Error);
    EXPECT_EQ(searcher.article("lost-letter", "en")->document.title, "Lost letter?");
  }
}

}  // namespace
}  // namespace signpost
