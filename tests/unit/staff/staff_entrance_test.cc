#include "staff/staff_entrance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "staff/password_hash.h"
#include "staff/session_token.h"
#include "store/maintenance.h"
#include "store/staff_table.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

constexpr char kPassword[] = "correct horse battery";
constexpr int64_t kNow = 1'796'000'000;

class StaffEntranceTest : public ::testing::Test {
 protected:
  StaffEntranceTest() {
    static const std::string hash = hash_password(kPassword);  // once: it takes its time
    store_.write([](SqliteDatabase& database) { add_staff_account(database, "lee", hash, kNow); });
  }
  // The token, or "" where it was refused.
  std::string sign_in(const std::string& name, const std::string& password, int64_t now = kNow,
                      const std::string& address = "192.0.2.1") {
    const auto done = entrance_.sign_in(name, password, address, now);
    if (const auto* refused = std::get_if<NotSignedIn>(&done)) {
      refused_ = *refused;
      return "";
    }
    return std::get<std::string>(done);
  }

  const DataFolder folder_{"signpost-staff-entrance"};
  Store store_{{.dir = folder_.path()}};
  std::vector<std::string> told_;
  StaffEntrance entrance_{store_,
                          {.signed_in = [this](std::string_view name) { told_.emplace_back(name); },
                           .refused = [this] { told_.emplace_back("-"); }}};
  NotSignedIn refused_;
};

TEST_F(StaffEntranceTest, LetsInByNameAndPassword) {
  EXPECT_TRUE(entrance_.has_accounts());
  const std::string token = sign_in("lee", kPassword);
  ASSERT_NE(token, "");
  const auto who = entrance_.find_session(token, kNow);
  ASSERT_TRUE(who);
  EXPECT_EQ(who->name, "lee");
  EXPECT_TRUE(who->has_session);
  EXPECT_NE(who->form_token, token);
  EXPECT_NE(sign_in("lee", kPassword), token) << "each has its own";
  EXPECT_EQ(sign_in("lee", "correct horse batterz"), "");
  EXPECT_EQ(refused_.why, SignInRefusal::wrong);
  EXPECT_EQ(sign_in("kim", kPassword), "");
  EXPECT_EQ(refused_.why, SignInRefusal::wrong);
  EXPECT_EQ(sign_in("lee", std::string(kMaxPasswordBytes + 1, 'a')), "");
  EXPECT_EQ(sign_in("a\nb", kPassword), "");
  EXPECT_THAT(told_, ElementsAre("lee", "lee", "-", "-", "-", "-"));
}

TEST_F(StaffEntranceTest, KnowsNoTokenButItsOwn) {
  sign_in("lee", kPassword);
  for (const std::string& token :
       {std::string(), std::string("lee"), std::string(64, 'a'), make_session_token()})
    EXPECT_FALSE(entrance_.find_session(token, kNow)) << token;
}

TEST_F(StaffEntranceTest, ASessionEndsWhenItIsNotUsed) {
  const std::string token = sign_in("lee", kPassword);
  int64_t now = kNow + StaffEntrance::kIdleSeconds - 1;
  EXPECT_TRUE(entrance_.find_session(token, now));
  now += StaffEntrance::kIdleSeconds - 1;
  EXPECT_TRUE(entrance_.find_session(token, now));
  EXPECT_FALSE(entrance_.find_session(token, now + StaffEntrance::kIdleSeconds));
}

TEST_F(StaffEntranceTest, ASessionEndsHoweverMuchItIsUsed) {
  const std::string token = sign_in("lee", kPassword);
  for (int64_t now = kNow; now < kNow + StaffEntrance::kLongestSeconds; now += 3600)
    EXPECT_TRUE(entrance_.find_session(token, now));
  EXPECT_FALSE(entrance_.find_session(token, kNow + StaffEntrance::kLongestSeconds));
}

TEST_F(StaffEntranceTest, ASessionEndsWithSigningOutAndWithItsAccount) {
  const std::string a = sign_in("lee", kPassword);
  const std::string b = sign_in("lee", kPassword);
  entrance_.sign_out(a);
  EXPECT_FALSE(entrance_.find_session(a, kNow));
  EXPECT_TRUE(entrance_.find_session(b, kNow));
  store_.write([](SqliteDatabase& database) { remove_staff_account(database, "lee"); });
  EXPECT_FALSE(entrance_.find_session(b, kNow));
  EXPECT_FALSE(entrance_.has_accounts());
}

// Whoever reads the data file, or a backup of it, has no session by that.
TEST_F(StaffEntranceTest, TheFileHasNoToken) {
  const std::string token = sign_in("lee", kPassword);
  EXPECT_TRUE(folder_has(folder_.path(), "lee"));
  EXPECT_FALSE(folder_has(folder_.path(), token));
  EXPECT_FALSE(folder_has(folder_.path(), entrance_.find_session(token, kNow)->form_token));
  EXPECT_FALSE(folder_has(folder_.path(), kPassword));
}

TEST_F(StaffEntranceTest, WrongPasswordsMakeOneWaitAndTheRightOneToo) {
  for (int i = 0; i < SignInDelays::kFreeTries; ++i) EXPECT_EQ(sign_in("lee", "wrong"), "");
  EXPECT_EQ(sign_in("lee", kPassword), "");
  EXPECT_EQ(refused_.why, SignInRefusal::later);
  EXPECT_EQ(refused_.wait, 1);
  EXPECT_NE(sign_in("lee", kPassword, kNow + 1), "");
  EXPECT_NE(sign_in("lee", kPassword, kNow + 1), "") << "the count ended with that";
}

// Of a name that there is not, as of one that there is: else a try tells which.
TEST_F(StaffEntranceTest, UnknownNamesAreDelayedLikeKnownOnes) {
  for (int i = 0; i < SignInDelays::kFreeTries; ++i) EXPECT_EQ(sign_in("nobody", "wrong"), "");
  EXPECT_EQ(sign_in("nobody", "wrong"), "");
  EXPECT_EQ(refused_.why, SignInRefusal::later);
}

TEST_F(StaffEntranceTest, OfManyAtOnceSomeAreRefused) {
  StaffEntrance one_at_once(store_, {.passwords_at_once = 1});
  std::atomic<int> busy = 0;
  std::vector<std::thread> tries;
  for (int i = 0; i < 8; ++i) {
    tries.emplace_back([&, i] {
      const auto done = one_at_once.sign_in("n" + std::to_string(i), "wrong", "", kNow);
      if (std::get<NotSignedIn>(done).why == SignInRefusal::busy) ++busy;
    });
  }
  for (std::thread& one : tries) one.join();
  EXPECT_LE(busy, 8 - 3) << "one within, two that wait";
  EXPECT_TRUE(std::holds_alternative<std::string>(one_at_once.sign_in("lee", kPassword, "", kNow)));
}

TEST_F(StaffEntranceTest, BelievesAProxyForANameThatCanBeOne) {
  const auto who = entrance_.vouched_for("ann@example.com");
  ASSERT_TRUE(who);
  EXPECT_EQ(who->name, "ann@example.com");
  EXPECT_FALSE(who->has_session);
  EXPECT_NE(who->form_token, entrance_.vouched_for("bob@example.com")->form_token);
  EXPECT_EQ(who->form_token, entrance_.vouched_for("ann@example.com")->form_token);
  EXPECT_NE(who->form_token, StaffEntrance(store_).vouched_for("ann@example.com")->form_token)
      << "of another process";
  for (const char* name : {"", " ", "a\nb", "\xFF"}) EXPECT_FALSE(entrance_.vouched_for(name)) << name;
}

TEST_F(StaffEntranceTest, ForgetsSessionsThatHaveEnded) {
  sign_in("lee", kPassword);
  const std::string used = sign_in("lee", kPassword);
  const int64_t later = kNow + StaffEntrance::kIdleSeconds;
  entrance_.find_session(used, later - 1);
  entrance_.forget_old_sessions(later);
  EXPECT_EQ(folder_.open().number("SELECT count(*) FROM staff_sessions"), 1);
  EXPECT_TRUE(entrance_.find_session(used, later));
}

}  // namespace
}  // namespace signpost
