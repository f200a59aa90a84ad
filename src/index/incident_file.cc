// incident_file.cc - see incident_file.h.
#include "index/incident_file.h"

#include <filesystem>

#include "base/file_io.h"
#include "content/incident_json.h"
#include "index/schema.h"

namespace signpost {

void write_incidents(const std::string& generation_dir, const std::vector<Incident>& incidents) {
  if (incidents.empty()) return;
  write_file(generation_dir + "/" + files::kIncidents, incidents_to_json(incidents));
}

std::vector<Incident> load_incidents(const std::string& generation_dir) {
  const std::string path = generation_dir + "/" + files::kIncidents;
  if (!std::filesystem::exists(path)) return {};
  return incidents_from_json(read_file(path));
}

}  // namespace signpost
