#include "content/visibility.h"

#include <gtest/gtest.h>

#include "base/dates.h"
#include "content/identity.h"
#include "content/split_source.h"

namespace signpost {
namespace {

constexpr auto kOpen = Visibility::Verdict::open;
constexpr auto kUnclear = Visibility::Verdict::unclear;
constexpr auto kInternal = Visibility::Verdict::internal;
constexpr auto kShut = Visibility::Verdict::shut;

Judgement judged(const std::string& bytes, const char* now = "2026-06-15T12:00:00Z") {
  return judge(read_identity(bytes).visibility, parse_time(now).value_or(0));
}

TEST(Visibility, IsSaidInManyWords) {
  const struct {
    const char* line;
    Visibility::Verdict want;
  } cases[] = {
      {"title: A", kOpen},
      {"draft: true", kShut},
      {"draft: yes", kShut},
      {"draft: 'True'", kShut},
      {"Draft: true", kShut},
      {"draft : true", kShut},
      {"is_draft: 1", kShut},
      {"draft: false", kOpen},
      {"draft: perhaps", kUnclear},
      {"draft: [true]", kUnclear},
      {"draft:", kOpen},
      {"published: false", kShut},
      {"published: no", kShut},
      {"published: true", kOpen},
      {"published: maybe", kUnclear},
      {"published: \"{{ env }}\"", kUnclear},
      {"published: draft", kShut},
      {"published: 2020-01-01", kOpen},
      {"published: 2030-01-01", kShut},
      {"publish: false", kShut},
      {"public: false", kShut},
      {"private: true", kShut},
      {"hidden: true", kShut},
      {"hidden: false", kOpen},
      {"unlisted: true", kShut},
      {"headless: true", kShut},
      {"internal: true", kInternal},
      {"internal: false", kOpen},
      {"visibility: staff", kInternal},
      {"visibility: 社内", kInternal},
      {"staff_only: yes", kInternal},
      {"visibility: [staff, draft]", kShut},
      {"visibility: staff\ndraft: true", kShut},
      {"excluded: true", kShut},
      {"archived: true", kShut},
      {"visibility: private", kShut},
      {"visibility: public", kOpen},
      {"visibility: Team Only", kInternal},
      {"visibility: gold", kUnclear},
      {"access: internal", kInternal},
      {"access: 社内", kInternal},
      {"status: draft", kShut},
      {"status: In review", kShut},
      {"status: 초안", kShut},
      {"status: published", kOpen},
      {"status: deprecated", kOpen},
      {"status:\n  - experimental\n  - non-standard", kOpen},
      {"audience: internal", kInternal},
      {"audience: [internal, support]", kInternal},
      {"audience: [internal, customers]", kOpen},
      {"audience: developers", kOpen},
      {"publishDate: 2026-06-16", kShut},
      {"publish_date: 2026-06-15", kOpen},
      {"publishDate: 2026-06-15T12:30:00Z", kShut},
      {"publishDate: 2026-06-15T12:30:00+09:00", kOpen},
      {"publishDate: soon", kUnclear},
      {"publishDate:", kOpen},
      {"published_at: '2030-01-01 10:00'", kShut},
      {"date: 2030-01-01", kShut},
      {"date: 2020-01-01", kOpen},
      {"date: next spring", kOpen},
      {"expiryDate: 2026-06-15", kShut},
      {"expiryDate: 2026-06-16", kOpen},
      {"expires: never", kOpen},
      {"expiry_date: 9999-12-31", kOpen},
      {"expiry_date: some day", kUnclear},
      {"_build:\n  render: never", kShut},
      {"_build: {list: never, render: false}", kShut},
      {"build:\n  list: local", kShut},
      {"build:\n  render: always\n  list: always", kOpen},
      {"build:\n  render: sometimes", kUnclear},
      {"draft: false\npublished: false", kShut},
      {"published: maybe\ndraft: true", kShut},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(judged("---\n" + std::string(c.line) + "\n---\nText\n").verdict, c.want) << c.line;
  }
}

TEST(Visibility, IsReadInEveryFrontMatter) {
  const struct {
    const char* bytes;
    Visibility::Verdict want;
  } cases[] = {
      {"+++\ntitle = \"A\"\ndraft = true\n+++\nText", kShut},
      {"+++\npublishDate = 2030-01-01T00:00:00Z\n+++\nText", kShut},
      {"+++\n[build]\nrender = \"never\"\n+++\nText", kShut},
      {"{\"title\": \"A\", \"draft\": true}\n\nText", kShut},
      {"{\n  \"title\": \"A\",\n  \"published\": false\n}\nText", kShut},
      {";;;\n\"draft\": true\n;;;\nText", kShut},
      {"---json\n{\"draft\": true}\n---\nText", kShut},
      {"\xEF\xBB\xBF---\ndraft: true\n---\nText", kShut},
      {"\n---\ndraft: true\n---\nText", kShut},
      {"---\r\ndraft: true\r\n---\r\nText", kShut},
      // What can't be read: only what says nothing of it is shown.
      {"---\ntitle: a: b\n---\nText", kOpen},
      {"---\ntitle: a: b\ndraft: true\n---\nText", kShut},
      {"---\ntitle: A\ndraft:true\n---\nText", kUnclear},
      {"---\ntitle: a: b\n  draft: true\n---\nText", kUnclear},
      {"---\ntitle: A\n\tdraft: true\n---\nText", kUnclear},
      {"---\ntitle: A\ndraft: true\n\nText", kShut},
      {"---\ntitle: A\n\ndraft: true\n\nText", kUnclear},
      {"+++\ntitle = \"A\"\nText", kOpen},
      {"+++\ntitle = A\n+++\nText", kUnclear},
      {"{\n\"title\": \"A\"\n\"draft\": true\n}\nText", kUnclear},
      {"Title: A\nStatus: draft\n\nText", kUnclear},
      {"Title: A\nStatus: new\n\nText: draft", kOpen},
      {"Status: draft is a word of ours\n\nText", kOpen},
      {"Text\n\ndraft: true\n", kOpen},
      {"---\nrelated:\n- draft: true\n  status: draft\n---\nText", kOpen},
      {"+++\n[params]\nhidden = true\n+++\nText", kOpen},
  };
  for (const auto& c : cases) EXPECT_EQ(judged(c.bytes).verdict, c.want) << c.bytes;
}

TEST(Visibility, SaysWhy) {
  EXPECT_EQ(judged("---\ndraft: true\n---\n").message, "is a draft");
  EXPECT_EQ(judged("---\npublished: false\n---\n").message, "says 'published: false'");
  EXPECT_EQ(judged("---\npublished: maybe\n---\n").message,
            "may not be meant for readers: 'published: maybe'");
  EXPECT_EQ(judged("---\npublishDate: 2030-01-01\n---\n").message,
            "is not to be published before 2030-01-01T00:00:00Z");
  EXPECT_EQ(judged("---\nexpiryDate: 2020-01-01\n---\n").message,
            "was to be published only until 2020-01-01T00:00:00Z");
  EXPECT_EQ(judged("+++\nx = \n+++\n").message,
            "may not be meant for readers: its front matter can't be read");
  EXPECT_EQ(judged("---\npublishDate: 2030-01-01\n---\n").key, "publishDate");
}

TEST(Visibility, OfAPageChangesWithTime) {
  const std::string page = "---\npublishDate: 2026-01-01\nexpiryDate: 2027-01-01\n---\n";
  EXPECT_EQ(judged(page, "2025-12-31T23:59:59Z").verdict, kShut);
  EXPECT_EQ(judged(page, "2026-01-01T00:00:00Z").verdict, kOpen);
  EXPECT_EQ(judged(page, "2026-12-31T23:59:59Z").verdict, kOpen);
  EXPECT_EQ(judged(page, "2027-01-01T00:00:00Z").verdict, kShut);
}

}  // namespace
}  // namespace signpost
