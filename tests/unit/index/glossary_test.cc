// glossary_test.cc - a glossary comes back as it was written, and no damaged one is believed.
#include "index/glossary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../indexer/temporary_folder.h"
#include "base/error.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;

class GlossaryTest : public ::testing::Test {
 protected:
  Glossary open(const std::string& bytes) {
    folder_.write("glossary.bin", bytes);
    return Glossary(folder_.path("glossary.bin"));
  }
  void expect_corrupt(const std::string& bytes) {
    try {
      open(bytes).read_all();
      ADD_FAILURE() << "believed";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::corrupt) << error.what();
    }
  }
  static std::string small() {
    return encode_glossary({{glossary_sum("ko", "파드"), {{"en", "pod", 1}, {"ja", "ぽっど", 0.5F}}},
                            {glossary_sum("en", "pod"), {{"ko", "파드", 1}}}});
  }
  TemporaryFolder folder_;
};

TEST_F(GlossaryTest, HasWhatWasWritten) {
  const Glossary glossary = open(small());
  EXPECT_EQ(glossary.words(), 2u);
  const std::vector<Translation> found = glossary.find("ko", "파드");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].lang, "en");
  EXPECT_EQ(found[0].text, "pod");
  EXPECT_FLOAT_EQ(found[0].likeness, 1);
  EXPECT_EQ(found[1].text, "ぽっど");
  EXPECT_NEAR(found[1].likeness, 0.5, 0.01);
  EXPECT_THAT(glossary.find("ja", "파드"), IsEmpty());
  EXPECT_THAT(glossary.find("ko", "포드"), IsEmpty());
  EXPECT_NO_THROW(glossary.read_all());
}

TEST_F(GlossaryTest, MayBeEmpty) {
  const Glossary glossary = open(encode_glossary({}));
  EXPECT_EQ(glossary.words(), 0u);
  EXPECT_THAT(glossary.find("en", "pod"), IsEmpty());
}

TEST_F(GlossaryTest, BelievesNoDamagedFile) {
  const std::string good = small();
  for (size_t size = 0; size < good.size(); ++size) expect_corrupt(good.substr(0, size));
  expect_corrupt(good + "x");
  std::string many = good;
  many.replace(0, 4, "\xFF\xFF\xFF\xFF");
  expect_corrupt(many);
  std::string turned = good;  // the sums out of order
  std::swap_ranges(turned.begin() + 4, turned.begin() + 12, turned.begin() + 12);
  expect_corrupt(turned);
  std::string end = good;  // of the first word's translations
  end[20] = '\x7F';
  expect_corrupt(end);
  std::string unlikely = good;
  unlikely[28] = '\0';
  expect_corrupt(unlikely);
  std::string size_of_text = good;
  size_of_text[29] = '\x7F';
  expect_corrupt(size_of_text);
}

}  // namespace
}  // namespace signpost
