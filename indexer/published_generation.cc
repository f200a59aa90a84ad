// published_generation.cc - see published_generation.h.
#include "indexer/published_generation.h"

#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "indexer/indexing_run.h"

namespace signpost {

uint64_t published_documents(const std::string& output) {
  try {
    const auto current = current_generation(output);
    return current ? read_manifest(*current).documents : 0;
  } catch (const Error&) {
    return 0;
  }
}

int run_roll_back(const std::string& output, std::ostream& out) {
  if (!std::filesystem::is_directory(output))
    throw Error(ErrorKind::not_found, "there is no index in " + output);
  const IndexLock lock(output);
  out << "Published " << roll_back(output) << " again\n";
  const std::string staff = staff_index(output);
  if (list_generations(staff).size() > 1) {
    const IndexLock staff_lock(staff);
    out << "Published " << roll_back(staff) << " for staff again\n";
  }
  return kExitClean;
}

}  // namespace signpost
