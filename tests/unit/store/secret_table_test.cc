// secret_table_test.cc - a secret is made once for each name.
#include "store/secret_table.h"

#include <gtest/gtest.h>

#include "data_folder.h"

namespace signpost {
namespace {

TEST(SecretTable, MakesOneForEachNameOnce) {
  const DataFolder folder("signpost-secrets");
  SqliteDatabase database = folder.open();
  const std::string first = keep_secret(database, "a");
  EXPECT_EQ(first.size(), 32u);
  EXPECT_EQ(keep_secret(database, "a"), first);
  EXPECT_NE(keep_secret(database, "b"), first);
}

}  // namespace
}  // namespace signpost
