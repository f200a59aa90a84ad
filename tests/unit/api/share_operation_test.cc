#include "api/share_operation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "open_test_generation.h"

namespace signpost {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using testing::operation_context;

const std::string kShort = "https://help.example.com/s/";

TEST(ShareOperation, GivesLinksInEveryForm) {
  const auto shared = share(operation_context("en"), "install", "");
  ASSERT_TRUE(shared);
  EXPECT_EQ(shared->title, "Install the desktop app");
  EXPECT_EQ(shared->url, "/en/articles/install");
  EXPECT_EQ(shared->address, kShort + testing::short_code_of("install"));
  EXPECT_EQ(shared->markdown, "[Install the desktop app](" + shared->address + ")");
  EXPECT_EQ(shared->html, "<a href=\"" + shared->address + "\">Install the desktop app</a>");
  EXPECT_EQ(shared->text, "Install the desktop app\n" + shared->address);
  ASSERT_EQ(shared->replies.size(), 3U);
  EXPECT_EQ(shared->replies[0].text,
            "Install the desktop app\nGet the app onto your computer.\n1. Open the installer.\n2. Follow the "
            "steps.\n" +
                shared->address);
}

TEST(ShareOperation, KnowsSectionsInTheLanguageOfTheArticle) {
  const auto steps = share(operation_context("en"), "install", "steps");
  ASSERT_TRUE(steps);
  EXPECT_EQ(steps->title, "Install the desktop app › Steps");
  EXPECT_EQ(steps->url, "/en/articles/install#steps");
  EXPECT_THAT(steps->replies[0].text, HasSubstr("\n1. Open the installer.\n2. Follow the steps.\n"));
  EXPECT_NE(steps->address, kShort + testing::short_code_of("install"));
  const auto korean = share(operation_context("ko"), "install", "");
  ASSERT_TRUE(korean);
  EXPECT_THAT(korean->replies[0].text, HasSubstr("데스크톱 앱 설치하기\n컴퓨터에 앱을 설치합니다."));
  EXPECT_EQ(korean->address, kShort + testing::short_code_of("install", "ko"));
  EXPECT_FALSE(share(operation_context("en"), "install", "none"));
  EXPECT_FALSE(share(operation_context("en"), "none", ""));
}

// A thread has no short address.
TEST(ShareOperation, OfAThreadTheAddressIsItsOwn) {
  const auto thread = share(operation_context("en"), "printer-offline", "");
  ASSERT_TRUE(thread);
  EXPECT_EQ(thread->address, "https://help.example.com/community/printer-offline");
  for (const SharedReply& reply : thread->replies) EXPECT_THAT(reply.text, EndsWith("\n" + thread->address));
}

}  // namespace
}  // namespace signpost
