#include "index/owners_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "base/file_io.h"
#include "index/schema.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::SizeIs;

class OwnersFileTest : public ::testing::Test {
 protected:
  // What a generation gives back of the rules of this CODEOWNERS.
  SourceOwners rules_of(const std::string& text, size_t findings) {
    std::vector<Diagnostic> found;
    const SourceOwners owners{"", parse_code_owners(text, "CODEOWNERS", found)};
    EXPECT_THAT(found, SizeIs(findings));
    write_owners(folder_.path(), owners);
    EXPECT_TRUE(load_owners(folder_.path()) == owners);
    return owners;
  }

  const TemporaryFolder folder_;
};

TEST_F(OwnersFileTest, GivesBackWhatWasWritten) {
  const SourceOwners owners{"docs/ê¸", {{"*", {"@all", "kim@example.com"}, ""}, {"/docs/", {}, "docs"}}};
  write_owners(folder_.path(), owners);
  EXPECT_EQ(load_owners(folder_.path()), owners);
}

TEST_F(OwnersFileTest, IsNotThereWithoutAnythingToSay) {
  write_owners(folder_.path(), {});
  EXPECT_FALSE(std::filesystem::exists(folder_.path(files::kOwners)));
  EXPECT_EQ(load_owners(folder_.path()), SourceOwners{});
}

TEST_F(OwnersFileTest, RefusesADamagedFile) {
  for (const std::string& text : {std::string(), std::string("{"), std::string("[]"),
                                  std::string(R"({"folder": "", "rules": {"a": 1}})"),
                                  std::string(R"({"folder": "", "rules": [{"pattern": 1}]})"),
                                  std::string(R"({"rules": []})"), std::string(100'000, '[')}) {
    write_file(folder_.path(files::kOwners), text);
    EXPECT_THROW(load_owners(folder_.path()), Error) << text.substr(0, 80);
  }
}

// What is written would else keep writers out.
TEST_F(OwnersFileTest, LoadsTheLargestThatIsWritten) {
  std::string most_rules;
  for (size_t i = 0; i < kMaxOwnerRules; ++i) most_rules += "a @b\n";
  EXPECT_THAT(rules_of(most_rules, 0).rules, SizeIs(kMaxOwnerRules));
  // The most owners: a section's, in each of its rules.
  std::string most_owners = "[s]";
  for (int i = 0; i < 31; ++i) most_owners += " @b";
  most_owners += "\n";
  for (size_t i = 0; i < kMaxOwnerRules; ++i) most_owners += "a\n";
  const auto rules = rules_of(most_owners, 1).rules;
  EXPECT_EQ(rules.size(), kMaxCodeOwnersBytes / (1 + 1 + 31 * 2));
  // And what is longest as JSON.
  EXPECT_THAT(rules_of(std::string(kMaxCodeOwnersBytes - 1, '"') + "\n", 0).rules, SizeIs(1));
}

TEST_F(OwnersFileTest, EndsASectionThatWouldFillTheMemory) {
  std::string text = "[s]";
  for (int i = 0; i < 33'000; ++i) text += " @o" + std::to_string(i);
  text += "\n";
  for (int i = 0; i < 50'000; ++i) text += "a\n";
  EXPECT_LT(rules_of(text, 1).rules.size(), 20u);
}

}  // namespace
}  // namespace signpost
