// publish.cc - see publish.h.
#include "release/publish.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <ostream>

#include "base/error.h"
#include "base/printable.h"
#include "index/draft_generation.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "release/document_diff.h"
#include "release/held_signals.h"
#include "release/probe.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

bool same_files(const std::vector<ManifestFile>& a, const std::vector<ManifestFile>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ManifestFile& x, const ManifestFile& y) {
    return x.path == y.path && x.size == y.size && x.sha256 == y.sha256;
  });
}

// nullopt when there is none that can be read; then any pack mends it.
std::optional<Manifest> published(const std::string& index) {
  try {
    const auto current = current_generation(index);
    if (!current) return std::nullopt;
    const Manifest manifest = read_manifest(*current);
    // What an earlier version of the program has published counts, though this one reads nothing of it.
    if (manifest.schema_version == kSchemaVersion) verify_generation(*current);
    return manifest;
  } catch (const Error&) {
  }
  return std::nullopt;
}

void remove_leftovers(const std::string& index) {
  try {
    prune_generations(index);
  } catch (const Error&) {
    // A damaged `current` is mended by publishing over it.
  }
}

void check_loss(const PackManifest& pack, const std::optional<Manifest>& before, bool force) {
  if (force || !before || pack.documents * 2 >= before->documents) return;
  throw Error(ErrorKind::usage, "nothing was published: only " + std::to_string(pack.documents) + " of " +
                                    std::to_string(before->documents) +
                                    " documents are left; --force publishes nevertheless");
}

void check_count(uint64_t documents, const PackManifest& pack, const std::string& file) {
  if (documents == pack.documents) return;
  throw Error(ErrorKind::corrupt, file + " has " + std::to_string(documents) + " documents, not " +
                                      std::to_string(pack.documents));
}

std::string describe(const PackManifest& pack) {
  std::string text = std::to_string(pack.documents) + (pack.documents == 1 ? " document" : " documents") +
                     ", made by " + pack.build.program;
  if (!pack.build.revision.empty()) text += " from " + pack.build.revision;
  if (!pack.build.date.empty()) text += ", " + pack.build.date;
  return printable(text);
}

// Who follows a link to one of these gets another article than before. An index run refuses that; who made
// the pack knew nothing of what is published here.
void tell_taken(const std::string& index, const std::string& draft, std::ostream& out) {
  const Searcher before(*current_generation(index));
  const Searcher after(draft);
  for (const TakenUrl& taken : compare_documents(before, after).taken_urls) {
    out << "warning: " << printable(taken.url) << " shows '" << printable(taken.title) << "' now; '"
        << printable(taken.former_title) << "', which it showed, is at " << printable(taken.former_url)
        << "\n";
  }
}

}  // namespace

int run_publish(const PublishOptions& options, std::ostream& out) {
  const HeldSignals signals;
  PackReader reader(options.file,
                    options.sha256.empty() ? std::vector<std::string>{} : std::vector{options.sha256});
  const PackManifest& pack = reader.manifest();
  check_schema(pack, options.file);
  const IndexLock lock(options.index);
  remove_leftovers(options.index);
  const std::optional<Manifest> before = published(options.index);
  check_loss(pack, before, options.force);

  DraftGeneration draft(options.index);
  const auto between = [&] { signals.check(); };
  reader.extract(draft.dir(), options.max_bytes, between);
  check_count(probe_generation(draft.dir(), options.file, between), pack, options.file);
  if (before && before->schema_version == pack.schema_version && same_files(before->files, pack.files)) {
    out << options.file << " is published already, as " << before->generation << "\n";
    return 0;
  }
  seal_generation(draft.dir(), pack.documents);
  if (!same_files(read_manifest(draft.dir()).files, pack.files)) {
    throw Error(ErrorKind::io, draft.dir() + " changed while it was written");
  }
  signals.check();
  if (before && before->schema_version == kSchemaVersion) tell_taken(options.index, draft.dir(), out);
  signals.check();
  draft.publish();
  prune_generations(options.index);
  out << "Published " << fs::path(draft.dir()).filename().string() << " from " << options.file << ": "
      << describe(pack) << "\n";
  return 0;
}

}  // namespace signpost
