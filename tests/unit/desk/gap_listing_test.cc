// gap_listing_test.cc - gaps of a data folder: only what enough visitors asked is written as a text.
#include "desk/gap_listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "store/event_counts.h"
#include "store/event_file.h"
#include "store/gap_table.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class GapListing : public ::testing::Test {
 protected:
  GapListing() {
    Gap gap;
    gap.lang = "en";
    gap.sums = {.visits = 9, .lost = 9};
    for (const auto& [text, visits] : {std::pair("warranty", 5), std::pair("ann smith's warranty", 4)}) {
      SqliteStatement insert(events_, "INSERT INTO queries(lang, text, sum) VALUES ('en', ?, ?)");
      insert.bind_text(1, text).bind_number(2, query_key("en", text)).step();
      gap.queries.push_back({query_key("en", text), visits, visits, {}, 1});
    }
    gap.changes = {{GapState::open, 0, "g1", ""}};
    keep_gap(database_, gap);
    gap.state = GapState::closed;
    gap.proof = GapArticle{"returns", "en", "Returns"};
    keep_gap(database_, gap);
  }
  std::string listed(std::optional<GapState> state, ListingFormat format) {
    std::ostringstream out;
    list_gaps(shown_gaps(database_, &events_, state), format, out);
    return out.str();
  }

  const DataFolder folder_{"signpost-gap-listing"};
  SqliteDatabase database_ = folder_.open();
  SqliteDatabase events_ = open_event_file(folder_.path(), std::chrono::milliseconds(0));
};

TEST_F(GapListing, WritesWhatEnoughVisitorsAsked) {
  for (const ListingFormat format : {ListingFormat::text, ListingFormat::json, ListingFormat::csv}) {
    const std::string all = listed(std::nullopt, format);
    EXPECT_THAT(all, HasSubstr("warranty"));
    EXPECT_THAT(all, Not(HasSubstr("smith")));
  }
  EXPECT_THAT(listed(GapState::closed, ListingFormat::csv), HasSubstr("G-2"));
  EXPECT_THAT(listed(GapState::open, ListingFormat::csv), Not(HasSubstr("G-2")));
}

TEST_F(GapListing, WritesGoldenQueriesOfWhatIsProven) {
  EXPECT_EQ(golden_queries(shown_gaps(database_, &events_, GapState::closed)),
            "golden:\n  - {q: \"warranty\", lang: en, expect: [\"returns\"], top: 3}  # G-2\n");
  EXPECT_EQ(golden_queries({}), "golden: []  # nothing is proven yet\n");
}

TEST_F(GapListing, WritesNoTextWhereNothingIsCounted) {
  std::ostringstream out;
  list_gaps(shown_gaps(database_, nullptr, std::nullopt), ListingFormat::text, out);
  EXPECT_THAT(out.str(), Not(HasSubstr("warranty")));
}

}  // namespace
}  // namespace signpost
