#include "store/note_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/request_code.h"
#include "store/request_table.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NoteTableTest : public ::testing::Test {
 protected:
  std::string keep(const std::string& reply_to) {
    return *parse_request_code(keep_request(database_, draft_of(reply_to), "", 100)->code);
  }
  int64_t count() { return database_.number("SELECT count(*) FROM request_notes"); }

  const DataFolder folder_{"signpost-note-table"};
  SqliteDatabase database_ = folder_.open();
};

TEST_F(NoteTableTest, StandsWithItsRequestInTheOrderOfWriting) {
  const std::string code = keep("a@example.com");
  const RequestNote first{"Kim", 200, "Called back.\nNobody there."};
  const RequestNote second{"이", 150, "다시 걸 것"};
  EXPECT_TRUE(add_note(database_, code, first));
  EXPECT_TRUE(add_note(database_, code, second));
  EXPECT_FALSE(add_note(database_, "000000000000", first));
  EXPECT_THAT(find_request(database_, code)->notes, ElementsAre(first, second));
}

TEST_F(NoteTableTest, IsNothingForWhoSentTheRequest) {
  const std::string code = keep("a@example.com");
  add_note(database_, code, {"Kim", 200, "A difficult one."});
  EXPECT_THAT(find_request_state(database_, code)->notes, IsEmpty());
}

TEST_F(NoteTableTest, GoesWithTheRequest) {
  const std::string deleted = keep("a@example.com");
  const std::string old = keep("b@example.com");
  const std::string forgotten = keep("c@example.com");
  for (const std::string& code : {deleted, old, forgotten}) add_note(database_, code, {"Kim", 200, "x"});
  delete_request(database_, deleted);
  EXPECT_EQ(count(), 2);
  set_request_state(database_, old, RequestState::closed, 300);
  delete_closed_before(database_, 301);
  EXPECT_EQ(count(), 1);
  forget_address(database_, "c@example.com");
  EXPECT_EQ(count(), 0);
}

TEST_F(NoteTableTest, LosesAnAddressThatIsForgotten) {
  const std::string code = keep("other@example.com");
  add_note(database_, code, {"ann@example.com", 200, "As Ann@Example.com said, joann@example.com too"});
  add_note(database_, code, {"Kim", 201, "ok"});
  const Forgotten done = forget_address(database_, "ann@example.com");
  EXPECT_EQ(done.requests, 0);
  EXPECT_EQ(done.mentions, 1);
  EXPECT_THAT(find_request(database_, code)->notes,
              ElementsAre(RequestNote{"[...]", 200, "As [...] said, joann@example.com too"},
                          RequestNote{"Kim", 201, "ok"}));
}

TEST_F(NoteTableTest, IsATextOfAtMostEightThousandBytes) {
  std::string text = "a\r\nb";
  EXPECT_TRUE(settle_note(text));
  EXPECT_EQ(text, "a\nb");
  for (const std::string& bad :
       {std::string(" \n "), std::string("\x1B"), std::string("\xFF"), std::string(kMaxNoteBytes + 1, 'a')}) {
    std::string tried = bad;
    EXPECT_FALSE(settle_note(tried)) << bad.substr(0, 10);
  }
  std::string longest(kMaxNoteBytes, 'a');
  EXPECT_TRUE(settle_note(longest));
}

}  // namespace
}  // namespace signpost
