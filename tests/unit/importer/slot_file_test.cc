// slot_file_test.cc - tests importer/slot_file.
#include "importer/slot_file.h"

#include <gtest/gtest.h>

#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

TEST(SlotFile, FindsWhatWasAdded) {
  const TemporaryFolder folder;
  SlotFile file(folder.path());
  for (uint32_t id = 1; id <= 2000; ++id) file.add(id * 3, "value " + std::to_string(id));
  file.add(1, "out of order");
  file.add(3, "twice");
  file.seal();
  EXPECT_EQ(file.find(1), "out of order");
  EXPECT_EQ(file.find(3), "value 1");
  EXPECT_EQ(file.find(6000), "value 2000");
  EXPECT_FALSE(file.find(5));
  EXPECT_TRUE(file.contains(9));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "the file has a name";
}

TEST(SlotFile, CutsLongValuesBetweenCharacters) {
  const TemporaryFolder folder;
  SlotFile file(folder.path());
  std::string name;
  for (int i = 0; i < 100; ++i) name += "한";
  file.add(1, name);
  file.add(2, "");
  file.seal();
  EXPECT_EQ(file.find(1), name.substr(0, 126));
  EXPECT_EQ(file.find(2), "");
}

}  // namespace
}  // namespace signpost
