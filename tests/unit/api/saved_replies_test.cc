#include "api/saved_replies.h"

#include <gmock/gmock.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const SavedReplies kReplies({{"late", "en", "Late delivery", "Dear {{name}}, your parcel is late.", ""},
                             {"late", "ko", "배송 지연", "소포가 늦어집니다.", ""},
                             {"refund", "en", "Refund", "Your refund for the late parcel is on its way.", ""},
                             {"cafe", "en", "Café", "Thé", ""}});

std::vector<std::string> ids(std::string_view text, std::string_view lang = "en", size_t most = 10) {
  std::vector<std::string> ids;
  for (const SavedReply& reply : kReplies.find(text, lang, most)) ids.push_back(reply.lang + "/" + reply.id);
  return ids;
}

TEST(SavedReplies, AreFoundByTheBeginningsOfAllWords) {
  EXPECT_THAT(ids("late del"), ElementsAre("en/late"));
  EXPECT_THAT(ids("PARC late"), ElementsAre("en/late", "en/refund"));
  EXPECT_THAT(ids("cafe the"), ElementsAre("en/cafe"));
  EXPECT_THAT(ids("ate"), IsEmpty());
  EXPECT_THAT(ids("late nothing"), IsEmpty());
  EXPECT_THAT(ids(""), IsEmpty());
}

TEST(SavedReplies, ComeOnceAndInTheLanguageThatIsWanted) {
  EXPECT_THAT(ids("late", "ko"), ElementsAre("ko/late", "en/refund"));
  EXPECT_THAT(ids("지연", "en"), ElementsAre("en/late"));
  EXPECT_THAT(ids("소포", "ko"), ElementsAre("ko/late"));
  EXPECT_THAT(ids("late", "en", 1), ElementsAre("en/late"));
}

TEST(SavedReplies, AreGivenByTheirId) {
  EXPECT_EQ(kReplies.reply("late", "ko")->title, "배송 지연");
  EXPECT_EQ(kReplies.reply("refund", "ko")->lang, "en");
  EXPECT_FALSE(kReplies.reply("nothing", "en"));
}

}  // namespace
}  // namespace signpost
