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

TEST(RequestText, LinksToAnswersThatDidNotHelpWhereTheyAreNamed) {
  RequestDraft draft;
  draft.message = "a";
  draft.packet.answers = {"install#on-debian", "install#", "Put in paper.", "See step #3", "#1", "a#b#c"};
  EXPECT_THAT(
      request_text(told(draft), "https://help.example.com"),
      HasSubstr(
          "Answers that did not help:\n- https://help.example.com/articles/install#on-debian\n- "
          "https://help.example.com/articles/install\n- Put in paper.\n- See step #3\n- #1\n- a#b#c\n"));
  EXPECT_THAT(request_text(told(draft), ""), HasSubstr("- install#on-debian\n- install\n- Put in paper.\n"));
}

TEST(RequestText, SaysNothingOfWhatIsNotKnown) {
  RequestDraft draft;
  draft.message = "It does not print.";
  EXPECT_EQ(request_text(told(draft), ""),
            "4F9K-0A7C-PQX3\nreceived: 1970-01-01T00:00:00Z\n\nIt does not print.\n");
}

}  // namespace
}  // namespace signpost
