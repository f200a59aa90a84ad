#include "content/saved_reply.h"

#include <gmock/gmock.h>

namespace signpost {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::optional<SavedReply> read(const std::string& path, const std::string& bytes,
                               std::vector<Diagnostic>& found) {
  const auto info = reply_at(path);
  return info ? read_reply(*info, {path, bytes}, found) : std::nullopt;
}

TEST(SavedReply, LiesInAFolderOfItsLanguage) {
  EXPECT_EQ(reply_at("replies/en/late.md")->id, "late");
  EXPECT_EQ(reply_at("replies/en/shipping/late.md")->id, "shipping-late");
  EXPECT_EQ(reply_at("replies/pt-br/late.md")->lang, "pt-BR");
  for (const char* path :
       {"replies/late.md", "replies/en/late.txt", "help/replies/en/late.md", "replies/drafts/a.md"})
    EXPECT_FALSE(reply_at(path)) << path;
}

TEST(SavedReply, IsItsTextAsItIsWritten) {
  std::vector<Diagnostic> found;
  const auto reply = read(
      "replies/en/late.md",
      "---\ntitle: Late delivery\narticle: track-a-parcel\n---\n\nDear {{name}},\n\nit is *late*.\n", found);
  ASSERT_TRUE(reply);
  EXPECT_EQ(*reply,
            (SavedReply{"late", "en", "Late delivery", "Dear {{name}},\n\nit is *late*.", "track-a-parcel"}));
  EXPECT_THAT(found, IsEmpty());
}

TEST(SavedReply, HasATitleByItsHeadingOrItsName) {
  std::vector<Diagnostic> found;
  EXPECT_EQ(read("replies/ko/a.md", "# 배송 지연\n\n죄송합니다.", found)->title, "배송 지연");
  EXPECT_EQ(read("replies/ko/a.md", "# 배송 지연\n\n죄송합니다.", found)->text, "죄송합니다.");
  EXPECT_EQ(read("replies/en/late-delivery.md", "Sorry.", found)->title, "Late delivery");
  EXPECT_EQ(read("replies/en/a.md", "---\nid: b\n---\nSorry.", found)->id, "b");
}

TEST(SavedReply, WithoutATextOrWithTooMuchIsAnError) {
  std::vector<Diagnostic> found;
  EXPECT_FALSE(read("replies/en/a.md", "---\ntitle: A\n---\n\n", found));
  EXPECT_FALSE(read("replies/en/a.md", std::string(kMaxReplyBytes + 1, 'a'), found));
  EXPECT_FALSE(read("replies/en/a.md", "", found));
  ASSERT_THAT(found, SizeIs(3));
  for (const Diagnostic& diagnostic : found) EXPECT_EQ(diagnostic.severity, Severity::error);
}

}  // namespace
}  // namespace signpost
