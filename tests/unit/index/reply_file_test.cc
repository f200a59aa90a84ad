#include "index/reply_file.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "base/error.h"
#include "index/schema.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;

TEST(ReplyFile, GivesBackWhatWasWritten) {
  const TemporaryFolder folder;
  const std::vector<SavedReply> replies = {{"late", "en", "Late", "Dear {{name}},\n\n\"sorry\".", "track"},
                                           {"late", "ko", "지연", "죄송합니다.", ""}};
  write_replies(folder.path(), replies);
  EXPECT_EQ(load_replies(folder.path()), replies);
}

TEST(ReplyFile, IsNotThereWhereThereAreNone) {
  const TemporaryFolder folder;
  write_replies(folder.path(), {});
  EXPECT_FALSE(std::filesystem::exists(folder.path(files::kReplies)));
  EXPECT_THAT(load_replies(folder.path()), IsEmpty());
}

TEST(ReplyFile, ThatIsDamagedIsRefused) {
  const TemporaryFolder folder;
  for (const char* bytes : {"", "{", "{}x", "[1]", "[{\"id\":1}]", "[[[[[]]]]]"}) {
    folder.write(files::kReplies, bytes);
    EXPECT_THROW(load_replies(folder.path()), Error) << bytes;
  }
}

}  // namespace
}  // namespace signpost
