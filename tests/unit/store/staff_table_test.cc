#include "store/staff_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

class StaffTableTest : public ::testing::Test {
 protected:
  static Sha256Sum sum_of(char c) {
    Sha256Sum sum;
    sum.fill(static_cast<unsigned char>(c));
    return sum;
  }
  bool is_there(char c) { return find_staff_session(database_, sum_of(c)).has_value(); }

  const DataFolder folder_{"signpost-staff-table"};
  SqliteDatabase database_ = folder_.open();
};

TEST_F(StaffTableTest, KeepsAccounts) {
  EXPECT_FALSE(has_staff_accounts(database_));
  EXPECT_TRUE(add_staff_account(database_, "lee", "hash-1", 100));
  EXPECT_TRUE(add_staff_account(database_, "김민수", "hash-2", 101));
  EXPECT_FALSE(add_staff_account(database_, "lee", "hash-3", 102)) << "there is one";
  EXPECT_TRUE(has_staff_accounts(database_));
  EXPECT_THAT(staff_accounts(database_), ElementsAre(StaffAccount{"lee", 100}, StaffAccount{"김민수", 101}));
  EXPECT_EQ(find_password_hash(database_, "lee"), "hash-1");
  EXPECT_EQ(find_password_hash(database_, "Lee"), std::nullopt);
  EXPECT_TRUE(remove_staff_account(database_, "lee"));
  EXPECT_FALSE(remove_staff_account(database_, "lee"));
  EXPECT_EQ(find_password_hash(database_, "lee"), std::nullopt);
}

TEST_F(StaffTableTest, KnowsASessionByTheSumOfItsToken) {
  add_staff_account(database_, "lee", "hash", 100);
  EXPECT_TRUE(add_staff_session(database_, sum_of('a'), "lee", "hash", 200));
  const auto session = find_staff_session(database_, sum_of('a'));
  ASSERT_TRUE(session);
  EXPECT_EQ(session->name, "lee");
  EXPECT_EQ(session->began_at, 200);
  EXPECT_EQ(session->used_at, 200);
  use_staff_session(database_, sum_of('a'), 300);
  EXPECT_EQ(find_staff_session(database_, sum_of('a'))->used_at, 300);
  EXPECT_EQ(find_staff_session(database_, sum_of('a'))->began_at, 200);
  EXPECT_FALSE(is_there('b'));
  remove_staff_session(database_, sum_of('a'));
  EXPECT_FALSE(is_there('a'));
}

// The password was changed, or the account went, while it was compared.
TEST_F(StaffTableTest, BeginsNoSessionOfAPasswordThatIsNoLongerRight) {
  add_staff_account(database_, "lee", "hash", 100);
  EXPECT_FALSE(add_staff_session(database_, sum_of('a'), "lee", "older hash", 200));
  EXPECT_FALSE(add_staff_session(database_, sum_of('a'), "kim", "hash", 200));
  EXPECT_FALSE(is_there('a'));
}

TEST_F(StaffTableTest, EndsSessionsWithTheirPasswordAndTheirAccount) {
  add_staff_account(database_, "lee", "hash", 100);
  add_staff_account(database_, "kim", "hash", 100);
  add_staff_session(database_, sum_of('a'), "lee", "hash", 200);
  add_staff_session(database_, sum_of('b'), "lee", "hash", 200);
  add_staff_session(database_, sum_of('c'), "kim", "hash", 200);
  EXPECT_TRUE(change_password_hash(database_, "lee", "hash-2"));
  EXPECT_FALSE(change_password_hash(database_, "nobody", "hash-2"));
  EXPECT_FALSE(is_there('a'));
  EXPECT_FALSE(is_there('b'));
  EXPECT_TRUE(is_there('c'));
  EXPECT_EQ(find_password_hash(database_, "lee"), "hash-2");
  remove_staff_account(database_, "kim");
  EXPECT_FALSE(is_there('c'));
}

TEST_F(StaffTableTest, DeletesOldSessions) {
  add_staff_account(database_, "lee", "hash", 100);
  add_staff_session(database_, sum_of('a'), "lee", "hash", 200);  // began too long ago
  use_staff_session(database_, sum_of('a'), 900);
  add_staff_session(database_, sum_of('b'), "lee", "hash", 500);  // not used for too long
  add_staff_session(database_, sum_of('c'), "lee", "hash", 500);
  use_staff_session(database_, sum_of('c'), 800);
  remove_old_staff_sessions(database_, 300, 800);
  EXPECT_FALSE(is_there('a'));
  EXPECT_FALSE(is_there('b'));
  EXPECT_TRUE(is_there('c'));
}

TEST_F(StaffTableTest, NamesAreOneLineOfText) {
  for (const char* name : {"lee", "ann@example.com", "김 민수", "a"})
    EXPECT_TRUE(is_staff_name(name)) << name;
  for (const std::string& name :
       {std::string(), std::string(" lee"), std::string("lee "), std::string("a\nb"), std::string("\xFF"),
        std::string("a\x1B"), std::string(kMaxStaffNameBytes + 1, 'a')})
    EXPECT_FALSE(is_staff_name(name)) << name;
}

}  // namespace
}  // namespace signpost
