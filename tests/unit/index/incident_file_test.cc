#include "index/incident_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "base/file_io.h"
#include "index/schema.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

TEST(IncidentFile, IsThereOnlyWithIncidents) {
  const TemporaryFolder dir;
  write_incidents(dir.path(), {});
  EXPECT_FALSE(std::filesystem::exists(dir.path() + "/" + files::kIncidents));
  EXPECT_TRUE(load_incidents(dir.path()).empty());
  Incident incident;
  incident.id = "slow-search";
  incident.texts = {{"en", "Search is slow", "", {}}};
  write_incidents(dir.path(), {incident});
  EXPECT_EQ(load_incidents(dir.path()), std::vector<Incident>{incident});
}

TEST(IncidentFile, ADamagedOneIsSaidToBe) {
  const TemporaryFolder dir;
  write_file(dir.path() + "/" + files::kIncidents, "[{}]");
  EXPECT_THROW(load_incidents(dir.path()), Error);
}

}  // namespace
}  // namespace signpost
