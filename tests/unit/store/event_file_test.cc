#include "store/event_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "data_folder.h"
#include "store/data_file.h"

namespace signpost {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

TEST(EventFile, IsMadeForItsOwnerAlone) {
  const DataFolder folder("signpost-events");
  open_event_file(folder.path(), milliseconds(100));
  struct stat found {};
  ASSERT_EQ(::stat(event_file_path(folder.path()).c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0600u);
}

TEST(EventFile, IsNothingWhereNothingWasCounted) {
  const DataFolder folder("signpost-events");
  open_data_file(folder.path(), milliseconds(100));
  EXPECT_FALSE(open_existing_event_file(folder.path(), milliseconds(100)));
  std::ofstream(event_file_path(folder.path())).flush();
  EXPECT_FALSE(open_existing_event_file(folder.path(), milliseconds(100))) << "only just made";
  open_event_file(folder.path(), milliseconds(100));
  EXPECT_TRUE(open_existing_event_file(folder.path(), milliseconds(100)));
}

TEST(EventFile, IsNotTakenForTheOneOfRequests) {
  const DataFolder folder("signpost-events");
  { open_data_file(folder.path(), milliseconds(100)); }
  std::filesystem::copy(data_file_path(folder.path()), event_file_path(folder.path()));
  try {
    open_event_file(folder.path(), milliseconds(100));
    FAIL() << "took it";
  } catch (const Error& failure) {
    EXPECT_EQ(failure.kind(), ErrorKind::corrupt);
    EXPECT_THAT(failure.what(), HasSubstr(event_file_path(folder.path())));
  }
}

TEST(EventFile, NamesAFileThatIsNoDatabase) {
  const DataFolder folder("signpost-events");
  std::filesystem::create_directories(folder.path());
  std::ofstream(event_file_path(folder.path())) << std::string(5000, 'x');
  EXPECT_THROW(open_event_file(folder.path(), milliseconds(100)), Error);
}

}  // namespace
}  // namespace signpost
