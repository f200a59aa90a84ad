#include "api/staff_review.h"

#include <gmock/gmock.h>

#include "api/addresses.h"
#include "base/dates.h"
#include "open_test_generation.h"
#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;

class StaffReviewTest : public ::testing::Test {
 protected:
  StaffReviewTest() { store_.check(); }

  ReviewQueue queue(ArticleListQuestion question = {}, int64_t now = int64_t{40'000} * kSecondsOfDay) {
    question.most = question.most == 0 ? 100 : question.most;
    const OperationContext context{.generation = &open_test_generation(),
                                   .lang = "en",
                                   .texts = texts_,
                                   .now = now,
                                   .store = &store_,
                                   .whole = &open_test_generation()};
    auto found = staff_review(context, question);
    EXPECT_TRUE(std::holds_alternative<ReviewQueue>(found));
    return std::get<ReviewQueue>(std::move(found));
  }

  const DataFolder folder_{"signpost-staff-review"};
  Store store_{{.dir = folder_.path()}};
  const std::map<std::string, std::string> texts_;
};

TEST_F(StaffReviewTest, HasWhatIsPastOrNearTheEarliestFirst) {
  const ReviewQueue all = queue();
  ASSERT_GE(all.articles.size(), 1u) << "the test site has a day of review";
  EXPECT_EQ(all.total, all.articles.size());
  for (size_t i = 0; i < all.articles.size(); ++i) {
    EXPECT_TRUE(all.articles[i].is_past);
    if (i > 0) {
      EXPECT_LE(all.articles[i - 1].review_by, all.articles[i].review_by);
    }
  }
  const uint32_t day = all.articles.front().review_by;
  const auto at = [&](uint32_t today) { return queue({}, int64_t{today} * kSecondsOfDay + 1); };
  EXPECT_FALSE(at(day).articles.front().is_past) << "on the day itself";
  EXPECT_EQ(at(day - kReviewDaysAhead).articles.front().review_by, day);
  EXPECT_THAT(at(day - kReviewDaysAhead - 1).articles, IsEmpty());
}

TEST_F(StaffReviewTest, IsNarrowedAndPaged) {
  const ReviewQueue all = queue();
  EXPECT_THAT(queue({.lang = "xx", .owner = "", .first = 0, .most = 10}).articles, IsEmpty());
  EXPECT_THAT(queue({.lang = "", .owner = "@nobody", .first = 0, .most = 10}).articles, IsEmpty());
  const ReviewQueue behind = queue({.lang = "", .owner = "", .first = all.total, .most = 10});
  EXPECT_THAT(behind.articles, IsEmpty());
  EXPECT_EQ(behind.total, all.total);
}

TEST(EditAddress, IsTheSitesWithThePathAndTheMessage) {
  Site site;
  EXPECT_EQ(edit_address(site, "help/en/a.md", "m"), "");
  site.edit_url = "https://git.example.com/edit/main/articles/{path}";
  EXPECT_EQ(edit_address(site, "help/en/a b.md", "m"),
            "https://git.example.com/edit/main/articles/help/en/a%20b.md");
  EXPECT_EQ(edit_address(site, "", "m"), "");
  site.edit_url = "javascript:alert(1)//{path}";
  EXPECT_EQ(edit_address(site, "a.md", "m"), "") << "as a pack may say";
  site.edit_url = "https://git.example.com/new?message={message}&file={path}";
  EXPECT_EQ(edit_address(site, "a.md", "Still true: {path} & more"),
            "https://git.example.com/new?message=Still%20true%3A%20%7Bpath%7D%20%26%20more&file=a.md");
}

}  // namespace
}  // namespace signpost
