#include "api/staff_requests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/data_file.h"
#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

class StaffRequestsTest : public ::testing::Test {
 protected:
  const DataFolder folder_{"signpost-staff-requests"};
  Store store_{{.dir = folder_.path(), .write_patience = std::chrono::milliseconds(0)}};
  const std::map<std::string, std::string> texts_{};
  const OperationContext context_{
      .generation = nullptr, .lang = "en", .texts = texts_, .now = 500, .store = &store_};
  const std::string code_ = store_.keep(draft_of("ann@example.com"), "", 100)->code;
};

TEST_F(StaffRequestsTest, FindsChangesAndNotes) {
  const auto all = std::get<RequestsFound>(find_requests(context_, {}));
  EXPECT_EQ(all.found.total, 1);
  EXPECT_EQ(all.values.products, std::vector<std::string>{"printer"});
  EXPECT_EQ(change_request_state(context_, code_, RequestState::closed), std::nullopt);
  EXPECT_EQ(note_on_request(context_, code_, "lee", "a\r\nb"), std::nullopt);
  const auto request = std::get<StoredRequest>(find_whole_request(context_, " " + code_));
  EXPECT_EQ(request.state(), RequestState::closed);
  EXPECT_EQ(request.notes.at(0), (RequestNote{"lee", 500, "a\nb"}));
}

TEST_F(StaffRequestsTest, SaysWhatThereIsNot) {
  for (const char* code : {"0000-0000-0000", "", "x"}) {
    EXPECT_EQ(std::get<Problem>(find_whole_request(context_, code)).status, 404) << code;
    EXPECT_EQ(change_request_state(context_, code, RequestState::closed)->status, 404) << code;
    EXPECT_EQ(note_on_request(context_, code, "lee", "a")->status, 404) << code;
  }
  EXPECT_EQ(note_on_request(context_, code_, "lee", " ")->status, 400);
}

TEST_F(StaffRequestsTest, SaysThatTheFileCantBeUsed) {
  // Another program has it for itself.
  SqliteDatabase other = open_data_file(folder_.path(), std::chrono::milliseconds(0));
  SqliteTransaction theirs(other);
  EXPECT_EQ(change_request_state(context_, code_, RequestState::closed)->status, 503);
  EXPECT_EQ(note_on_request(context_, code_, "lee", "a")->status, 503);
  Store none({.dir = folder_.path() + "/none"});
  OperationContext broken = context_;
  broken.store = &none;
  EXPECT_EQ(std::get<Problem>(find_requests(broken, {})).status, 503);
  EXPECT_EQ(std::get<Problem>(find_whole_request(broken, code_)).status, 503);
}

}  // namespace
}  // namespace signpost
