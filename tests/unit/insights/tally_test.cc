#include "insights/tally.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/event_file.h"
#include "store/insight_table.h"

namespace signpost {
namespace {

using testing::ElementsAre;
using testing::Pair;
using testing::UnorderedElementsAre;

constexpr uint32_t kFirstDay = 20'000;
constexpr int64_t kNoon = kFirstDay * int64_t{86'400} + 43'200;

class TallyTest : public ::testing::Test {
 protected:
  const DataFolder folder_{"signpost-tally"};
  SqliteDatabase events_ = open_event_file(folder_.path(), std::chrono::milliseconds(0));
  EventTables tables_{events_};
  Tally tally_{tables_};
  int64_t at_ = kNoon;

  void add(uint64_t visit, const Noticed& noticed, const std::string& opened_from = "") {
    tally_.add({std::make_shared<Noticed>(noticed), {visit, visit + 1'000'000}, at_, opened_from});
  }
  static Noticed search(const std::string& text, uint64_t hits = 3) {
    Noticed noticed{.kind = Noticed::Kind::search, .lang = "en", .article = "", .text = text};
    noticed.hits = hits;
    noticed.shown = {"install", "refunds", "teapots"};
    return noticed;
  }
  static Noticed deed(Noticed::Kind kind, const std::string& article = "") {
    return {.kind = kind, .lang = "en", .article = article, .article_lang = "en"};
  }
  QuerySums sums_of(const std::string& text) {
    tally_.write();
    QuerySums sums;
    each_query(events_, 0, kFirstDay + 9, [&](const QueryLine& line) {
      if (line.text == text) sums = line.sums;
    });
    return sums;
  }
  ArticleSums article(const std::string& id) {
    tally_.write();
    const std::string sql = std::string("SELECT ") + kArticleColumns +
                            " FROM article_days JOIN documents ON id = document WHERE article = ?";
    SqliteStatement select(events_, sql.c_str());
    if (!select.bind_text(1, id).step()) return {};
    return {select.number(0), select.number(1), select.number(2), select.number(3),
            select.number(4), select.number(5), select.number(6), select.number(7)};
  }
  std::map<std::string, int64_t> day(uint32_t day = kFirstDay) {
    tally_.write();
    std::map<std::string, int64_t> counts;
    each_day_count(events_, day, day, "", [&](const DayCount& count) {
      if (count.number != 0) counts[count.what] = count.number;
    });
    return counts;
  }
};

// By its days retention finds a text: also the one that was typed on before it was ever written.
TEST_F(TallyTest, NoTextIsWithoutItsDays) {
  add(1, search("tea"));
  at_ += 1;
  add(1, search("teapot"));
  tally_.write();
  EXPECT_EQ(events_.number("SELECT count(*) FROM queries"), 2);
  EXPECT_EQ(events_.number("SELECT count(*) FROM queries WHERE id NOT IN (SELECT query FROM query_days)"), 0);
}

TEST_F(TallyTest, APlaceThatSomebodySendsIsNotBelieved) {
  add(1, search("refund"));
  Noticed click = deed(Noticed::Kind::click, "refunds");
  click.text = "refund";
  click.position = 10;
  add(1, click);
  std::map<std::string, int64_t> positions;
  each_click(events_, [&](const ClickLine& line) { positions[line.article] = line.position; });
  EXPECT_THAT(positions, UnorderedElementsAre(Pair("refunds", 2)));
}

// Texts are known by a table that is cleared when it is full: also in the middle of a search.
TEST_F(TallyTest, KeepsATextWhileItForgetsOthers) {
  Noticed last = search("the last one");
  for (int i = 0; i < 25'000; ++i) {
    Noticed one = search("query number " + std::to_string(i) + " is about this");
    one.filters = "tag=" + std::to_string(i);
    add(static_cast<uint64_t>(i) + 10, one);
  }
  add(1, last);
  EXPECT_EQ(sums_of("the last one").searches, 1);
  EXPECT_EQ(sums_of("query number 9999 is about this").searches, 1);
}

TEST_F(TallyTest, NothingMoreBecomesOfSearchesThatWereForgotten) {
  add(1, search("refund"));
  tally_.forget_searches();
  Noticed click = deed(Noticed::Kind::click, "refunds");
  click.text = "refund";
  add(1, click);
  EXPECT_EQ(sums_of("refund").clicked, 0);
}

TEST_F(TallyTest, CountsSearchesAndVisits) {
  add(1, search("refund"));
  add(2, search("Refund "));
  at_ += 60;
  add(1, search("teapot", 0));
  EXPECT_EQ(sums_of("refund"), (QuerySums{.searches = 2, .visits = 2}));
  EXPECT_EQ(sums_of("teapot"), (QuerySums{.searches = 1, .visits = 1, .without_result = 1}));
  EXPECT_THAT(day(), UnorderedElementsAre(Pair("visits", 2), Pair("searches", 3), Pair("without_result", 1)));
}

TEST_F(TallyTest, TakesWhatIsTypedOnForOneSearch) {
  for (const char* typed : {"re", "ref", "refu", "refn", "ref", "refund"}) {
    add(1, search(typed, 0));
    at_ += 4;
  }
  EXPECT_EQ(sums_of("refund").searches, 1);
  // "refn" was neither typed on nor back to "refu".
  EXPECT_EQ(sums_of("refu").searches, 1);
  EXPECT_EQ(sums_of("re").searches + sums_of("ref").searches + sums_of("refn").searches, 0);
  EXPECT_EQ(day()["searches"], 2);
  EXPECT_EQ(day()["without_result"], 2);
  EXPECT_EQ(events_.number("SELECT count(*) FROM searches"), 2);
}

TEST_F(TallyTest, TakesASpaceForTypedOnButNoNextPage) {
  for (const char* typed : {"sign", "sign ", "sign in"}) {
    add(1, search(typed));
    at_ += 1;
  }
  EXPECT_EQ(sums_of("sign").searches, 0);
  EXPECT_EQ(sums_of("sign in").searches, 1);
  Noticed next_page = search("sign in");
  next_page.first_position = 11;
  add(1, next_page);
  add(1, search("sign in twice"));
  EXPECT_EQ(sums_of("sign in").searches, 1);
}

TEST_F(TallyTest, LeavesASearchThatStoodForAWhile) {
  add(1, search("bill"));
  at_ += 6;
  add(1, search("billing"));
  EXPECT_EQ(sums_of("bill").searches, 1);
  EXPECT_EQ(sums_of("billing").searches, 1);
}

TEST_F(TallyTest, LeavesASearchThatSomethingWasOpenedFrom) {
  add(1, search("bill"));
  at_ += 1;
  add(1, deed(Noticed::Kind::article, "install"), "bill");
  at_ += 1;
  add(1, search("billing"));
  EXPECT_EQ(sums_of("bill"), (QuerySums{.searches = 1, .visits = 1, .clicked = 1}));
}

TEST_F(TallyTest, TakesPagesAndRepetitionsForTheSameSearch) {
  add(1, search("refund"));
  at_ += 10;
  add(1, search("refund"));
  EXPECT_EQ(sums_of("refund").searches, 1);
  at_ += Tally::kSameSearch + 1;
  add(1, search("refund"));
  EXPECT_EQ(sums_of("refund"), (QuerySums{.searches = 2, .visits = 1}));
}

TEST_F(TallyTest, NeverHasMoreClicksThanSearches) {
  add(1, search("refund"));
  for (const char* id : {"install", "refunds", "install", "install"}) {
    add(1, deed(Noticed::Kind::article, id), "Refund");
    Noticed click = deed(Noticed::Kind::click, id);
    click.text = "refund";
    add(1, click);
  }
  add(2, deed(Noticed::Kind::article, "install"), "refund");  // of a visit that never searched
  EXPECT_EQ(sums_of("refund"), (QuerySums{.searches = 1, .visits = 1, .clicked = 1}));
  EXPECT_EQ(article("install"), (ArticleSums{.visits = 2, .clicks = 1}));
  EXPECT_EQ(article("refunds"), (ArticleSums{.visits = 1, .clicks = 1}));
  EXPECT_EQ(day()["clicked"], 1);
}

TEST_F(TallyTest, KnowsWhereAnArticleStood) {
  add(1, search("refund"));
  Noticed second = search("refund");
  second.first_position = 11;
  second.shown = {"eleventh"};
  add(1, second);
  for (const char* id : {"refunds", "eleventh", "elsewhere"})
    add(1, deed(Noticed::Kind::article, id), "refund");
  Noticed answered = search("how do i install");
  answered.answer = Noticed::AnswerState::quoted;
  answered.article = "quoted";
  at_ += 60;
  add(1, answered);
  add(1, deed(Noticed::Kind::article, "quoted"), "how do i install");
  Noticed click = deed(Noticed::Kind::click, "install");
  click.text = "how do i install";
  click.position = 0;
  add(1, click);
  std::map<std::string, int64_t> positions;
  each_click(events_, [&](const ClickLine& line) { positions[line.article] = line.position; });
  EXPECT_THAT(positions, UnorderedElementsAre(Pair("refunds", 2), Pair("eleventh", 11), Pair("elsewhere", -1),
                                              Pair("quoted", 0), Pair("install", 0)));
}

// The article is asked for at the same moment as its page tells that the answer led there.
TEST_F(TallyTest, BelievesThePageOfTheAnswerWhicheverComesFirst) {
  for (const bool is_told_first : {true, false}) {
    const std::string text = is_told_first ? "refund" : "money back";
    add(1, search(text));
    Noticed click = deed(Noticed::Kind::click, "refunds");
    click.text = text;
    click.position = 0;
    if (is_told_first) add(1, click);
    add(1, deed(Noticed::Kind::article, "refunds"), text);
    if (!is_told_first) add(1, click);
  }
  EXPECT_EQ(events_.number("SELECT count(*) FROM clicks WHERE position = 0"), 2);
  EXPECT_EQ(article("refunds").clicks, 2);
}

TEST_F(TallyTest, KnowsWhatBecameOfAQuestion) {
  Noticed question = search("why", 0);
  question.corrected = true;
  question.answer = Noticed::AnswerState::refused;
  question.refusal = "no_match";
  add(1, question);
  EXPECT_EQ(sums_of("why"),
            (QuerySums{.searches = 1, .visits = 1, .without_result = 1, .corrected = 1, .refused = 1}));
  EXPECT_EQ(day()["refused:no_match"], 1);
  Noticed quoted = search("how");
  quoted.answer = Noticed::AnswerState::quoted;
  quoted.article = "install";
  add(2, quoted);
  add(2, deed(Noticed::Kind::solved));
  add(2, deed(Noticed::Kind::solved));
  EXPECT_EQ(sums_of("how"), (QuerySums{.searches = 1, .visits = 1, .answered = 1, .solved = 1}));
  quoted.rejects = true;
  quoted.answer = Noticed::AnswerState::refused;
  add(3, search("how"));
  add(3, quoted);
  EXPECT_EQ(sums_of("how").unhelpful, 1);
  EXPECT_EQ(sums_of("how").refused, 0);
}

TEST_F(TallyTest, PutsTheFormToPeopleBehindWhatWasReadLast) {
  add(1, search("refund"));
  add(1, deed(Noticed::Kind::article, "refunds"), "refund");
  add(1, deed(Noticed::Kind::contact_begun));
  add(1, deed(Noticed::Kind::contact_begun));
  add(1, deed(Noticed::Kind::contact_sent));
  EXPECT_EQ(article("refunds"),
            (ArticleSums{.visits = 1, .clicks = 1, .contact_begun = 1, .contact_sent = 1}));
  EXPECT_EQ(sums_of("refund").contact, 1);
  add(2, deed(Noticed::Kind::article, "refunds"));
  at_ += Tally::kSameSearch + 1;
  add(2, deed(Noticed::Kind::contact_begun));
  EXPECT_EQ(article("refunds").contact_begun, 1);
  EXPECT_EQ(day()["contact_begun"], 2);
  EXPECT_EQ(day()["contact_sent"], 1);
}

TEST_F(TallyTest, CountsAnArticleOnceAVisit) {
  for (int i = 0; i < 3; ++i) {
    add(1, deed(Noticed::Kind::article, "install"));
    add(1, deed(Noticed::Kind::read, "install"));
    add(1, deed(Noticed::Kind::helpful, "install"));
  }
  EXPECT_EQ(article("install"), (ArticleSums{.visits = 1, .read = 1, .helpful = 1}));
  EXPECT_THAT(day(), UnorderedElementsAre(Pair("visits", 1), Pair("article_visits", 1), Pair("read", 1)));
}

// What people share is opened by many, of whom nobody is known: neither is a visit made of it.
TEST_F(TallyTest, CountsShortAddressesByThemselves) {
  for (int i = 0; i < 3; ++i) add(1, deed(Noticed::Kind::short_address, "install"));
  EXPECT_EQ(article("install"), (ArticleSums{.short_address = 3}));
  EXPECT_TRUE(day().empty());
}

TEST_F(TallyTest, KnowsAVisitAcrossAChangeOfKeys) {
  const auto refund = std::make_shared<Noticed>(search("refund"));
  tally_.add({refund, {1, 900}, at_});
  tally_.add({refund, {2, 1}, at_ + 60});
  tally_.add(
      {std::make_shared<Noticed>(deed(Noticed::Kind::article, "install")), {2, 1}, at_ + 70, "refund"});
  EXPECT_EQ(sums_of("refund"), (QuerySums{.searches = 1, .visits = 1, .clicked = 1}));
  EXPECT_EQ(day()["visits"], 1);
}

TEST_F(TallyTest, CountsAVisitOnEachOfItsDays) {
  at_ += 43'000;
  add(1, search("refund"));
  at_ += 100;
  add(1, search("teapot"));
  at_ += 200;
  add(1, deed(Noticed::Kind::article, "teapots"), "teapot");
  EXPECT_EQ(day()["visits"], 1);
  EXPECT_EQ(day()["clicked"], 1);  // of the day of the search
  EXPECT_THAT(day(kFirstDay + 1), UnorderedElementsAre(Pair("visits", 1), Pair("article_visits", 1)));
}

TEST_F(TallyTest, GoesOnBehindWhatIsThere) {
  add(1, search("refund"));
  tally_.write();
  Tally next(tables_);
  next.add({std::make_shared<Noticed>(search("refund")), {5, 6}, at_});
  next.write();
  EXPECT_EQ(events_.number("SELECT count(*) FROM searches"), 2);
  EXPECT_EQ(events_.number("SELECT count(DISTINCT visit) FROM searches"), 2);
}

TEST_F(TallyTest, TakesABoundedAmountOfMemoryForAVisit) {
  for (int i = 0; i < 200; ++i) {
    add(1, search("query " + std::to_string(i)));
    add(1, deed(Noticed::Kind::article, "a" + std::to_string(i)));
    at_ += 10;
  }
  EXPECT_EQ(day()["searches"], 200);
  EXPECT_EQ(day()["article_visits"], static_cast<int64_t>(VisitTable::kMostDocuments));
}

}  // namespace
}  // namespace signpost
