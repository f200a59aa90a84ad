// section_vectors_test.cc - what is written is found again, the nearest section first, and no other file is
// believed.
#include "index/section_vectors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../indexer/temporary_folder.h"
#include "base/error.h"

namespace signpost {
namespace {

using ::testing::FloatNear;
using ::testing::IsEmpty;

// Document 1 has sections 0 and 2, document 2 none, document 3 section 1.
std::string write_three(const TemporaryFolder& folder) {
  std::string path = folder.path("vectors.bin");
  const uint32_t counts[] = {2, 0, 1};
  SectionVectorsWriter writer(path, 3, counts);
  writer.add({0, quantize(std::vector<float>{1, 0, 0})});
  writer.add({2, quantize(std::vector<float>{0, 0.6F, 0.8F})});
  writer.add({1, quantize(std::vector<float>{0, -1, 0})});
  writer.close();
  return path;
}

TEST(SectionVectors, ComeBack) {
  const TemporaryFolder folder;
  const SectionVectors vectors(write_three(folder));
  EXPECT_EQ(vectors.dimension(), 3u);
  EXPECT_EQ(vectors.documents(), 3u);
  EXPECT_EQ(vectors.count(), 3u);
  const std::vector<SectionVector> first = vectors.read(1);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[1].section, 2u);
  EXPECT_EQ(first[1].vector, quantize(std::vector<float>{0, 0.6F, 0.8F}));
  EXPECT_THAT(vectors.read(2), IsEmpty());
}

TEST(SectionVectors, FindTheNearestSection) {
  const TemporaryFolder folder;
  const SectionVectors vectors(write_three(folder));
  const struct {
    uint32_t document;
    std::vector<float> query;
    uint32_t section;
    float cosine;
  } kCases[] = {
      {1, {1, 0, 0}, 0, 1},
      {1, {0, 0, 1}, 2, 0.8F},
      {1, {0.6F, 0.8F, 0}, 0, 0.6F},
      {3, {0, 1, 0}, 1, -1},
  };
  for (const auto& c : kCases) {
    const auto near = vectors.nearest(c.document, quantize(c.query));
    ASSERT_TRUE(near);
    EXPECT_EQ(near->section, c.section);
    EXPECT_THAT(near->cosine, FloatNear(c.cosine, 0.01F));
  }
  EXPECT_FALSE(vectors.nearest(2, quantize(std::vector<float>{1, 0, 0})));
}

TEST(SectionVectors, AreNotBelievedWhenTheyDoNotHold) {
  const TemporaryFolder folder;
  write_three(folder);
  const std::string good = folder.read("vectors.bin");
  const auto with = [&good](size_t at, uint32_t value) {
    std::string bytes = good;
    bytes.replace(at, 4, reinterpret_cast<const char*>(&value), 4);
    return bytes;
  };
  const struct {
    const char* what;
    std::string bytes;
  } kCases[] = {
      {"empty", ""},
      {"header cut", good.substr(0, 7)},
      {"cut", good.substr(0, good.size() - 1)},
      {"longer", good + "x"},
      {"no dimension", with(0, 0)},
      {"too large a dimension", with(0, kMaxDimension + 1)},
      {"other dimension", with(0, 4)},
      {"more documents", with(4, 1000)},
      {"as many documents as there can't be", with(4, UINT32_MAX)},
      {"more vectors", with(8, UINT32_MAX)},
      {"begins late", with(12, 1)},
      {"out of order", with(16, 3000)},
      {"ends early", with(24, 2)},
  };
  for (const auto& [what, bytes] : kCases) {
    folder.write("damaged.bin", bytes);
    EXPECT_THROW(SectionVectors(folder.path("damaged.bin")), Error) << what;
  }
}

// A scale is no number, or beyond all bounds: the vector is near to nothing, and nothing breaks.
TEST(SectionVectors, SurviveScalesThatAreNone) {
  const TemporaryFolder folder;
  write_three(folder);
  std::string bytes = folder.read("vectors.bin");
  const uint32_t nan = 0x7FC00000;
  bytes.replace(28, 4, reinterpret_cast<const char*>(&nan), 4);
  folder.write("vectors.bin", bytes);
  const SectionVectors vectors(folder.path("vectors.bin"));
  EXPECT_EQ(vectors.nearest(1, quantize(std::vector<float>{1, 1, 1}))->section, 2u);
  // Whoever publishes a pack reads all of them before.
  EXPECT_THROW(vectors.read(1), Error);
  EXPECT_NO_THROW(vectors.read(3));
}

}  // namespace
}  // namespace signpost
