#include "store/event_store.h"

#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/event_file.h"
#include "store/event_tables.h"

namespace signpost {
namespace {

TEST(EventStore, ReadsWhatIsCountedMeanwhile) {
  const DataFolder folder("signpost-event-store");
  EventStore store(folder.path());
  int64_t queries = -1;
  const auto read = [&](SqliteDatabase& events) { queries = events.number("SELECT count(*) FROM queries"); };
  EXPECT_FALSE(store.read(read));
  EXPECT_EQ(queries, -1);
  SqliteDatabase events = open_event_file(folder.path(), std::chrono::milliseconds(0));
  EXPECT_TRUE(store.read(read));
  EXPECT_EQ(queries, 0);
  EventTables(events).query("en", "refund");
  EXPECT_TRUE(store.read(read));
  EXPECT_EQ(queries, 1);
}

}  // namespace
}  // namespace signpost
