#include "store/request_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

StoredRequest told(const RequestDraft& draft) {
  return {.code = "4F9K-0A7C-PQX3", .changes = {{RequestState::received, 0}}, .draft = draft};
}

TEST(RequestText, LinksToWhatWasReadWhereTheSiteIsKnown) {
  RequestDraft draft = draft_of("a@example.com", "One\n\ntwo");
  draft.packet.read = {{"setup/a b", "종이"}};
  EXPECT_THAT(request_text(told(draft), "https://help.example.com"),
              AllOf(HasSubstr("\nOne\n\ntwo\n"),
                    HasSubstr("- https://help.example.com/articles/setup%2Fa%20b#%EC%A2%85%EC%9D%B4\n"),
                    HasSubstr("- https://help.example.com/articles/print#paper (2)\n")));
  EXPECT_THAT(request_text(told(draft), ""), AllOf(HasSubstr("- setup/a b#종이\n"), Not(HasSubstr("http"))));
}

TEST(RequestText, SaysNothingOfWhatIsNotKnown) {
  RequestDraft draft;
  draft.message = "It does not print.";
  EXPECT_EQ(request_text(told(draft), ""),
            "4F9K-0A7C-PQX3\nreceived: 1970-01-01T00:00:00Z\n\nIt does not print.\n");
}

}  // namespace
}  // namespace signpost
