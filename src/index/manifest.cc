// manifest.cc - writes the manifest of a generation, and holds the files against it.
//
// The manifest is the last file of a generation to be written, after all others are on the disk: a directory
// that has one is whole. It lists every file with size and SHA-256, and only names of the closed list
// (generation_files.h); whoever opens a generation first has verify_generation() compare what lies there with
// it, so that nothing behind it meets a file that was cut off, exchanged or added. Names and sizes are looked
// at before any file is read.
//
// Reading all files costs time in proportion to the index, so what is known is not read again: a file that is
// a hard link to one of a generation that was sealed or verified before, and has the same sum in both
// manifests, is the same file. That is what makes a run that changed little cheap, and a reload after it
// (segments.h).
#include "index/manifest.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "base/dates.h"
#include "base/error.h"
#include "base/file_digest.h"
#include "base/file_io.h"
#include "base/printable.h"
#include "base/synced_file.h"
#include "index/generation_files.h"
#include "index/manifest_files.h"
#include "index/schema.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr mode_t kReadOnly = 0444;
// With more files than this one syncfs() is cheaper than an fsync() for each.
constexpr size_t kFilesToSyncSingly = 200;

// All that lies below `dir` but the manifest, with sizes, sorted by path. Throws Error{corrupt} for what is
// neither file nor folder: a link leads somewhere else.
std::vector<ManifestFile> files_below(const fs::path& dir, std::vector<std::string>& folders) {
  std::vector<ManifestFile> files;
  folders.push_back(dir.string());
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(dir)) {
    const fs::file_type type = entry.symlink_status().type();
    const std::string relative = entry.path().lexically_relative(dir).generic_string();
    if (type == fs::file_type::directory) {
      folders.push_back(entry.path().string());
    } else if (type != fs::file_type::regular) {
      throw Error(ErrorKind::corrupt, printable(entry.path().string()) + " is neither file nor folder");
    } else if (relative != kManifestName && relative != std::string(kManifestName) + ".new") {
      files.push_back({relative, entry.file_size(), ""});
    }
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

constexpr char kForStaff[] = "staff";

std::string to_json(const Manifest& manifest) {
  nlohmann::ordered_json json = {{"generation", manifest.generation},
                                 {"schema_version", manifest.schema_version},
                                 {"created", manifest.created},
                                 {"documents", manifest.documents}};
  if (manifest.readers == Readers::staff) json["readers"] = kForStaff;
  json["files"] = files_to_json(manifest.files);
  return json.dump(1) + "\n";
}

// That what lies in the directory is what the manifest lists. Sizes are cheap, and a file that was cut off
// needs no reading.
void compare_files(const std::string& dir, const std::vector<ManifestFile>& listed,
                   const std::vector<ManifestFile>& found) {
  const auto damaged = [&](const ManifestFile& file, const std::string& what) {
    throw Error(ErrorKind::corrupt, printable(dir + "/" + file.path) + " " + what);
  };
  auto there = found.begin();
  for (const ManifestFile& file : listed) {
    if (there != found.end() && there->path < file.path) break;
    if (there == found.end() || there->path != file.path) damaged(file, "is missing");
    if (there->size != file.size)
      damaged(file, "has " + std::to_string(there->size) + " bytes, not " + std::to_string(file.size));
    ++there;
  }
  if (there != found.end()) damaged(*there, "is not in the manifest");
}

// The manifest entries of an earlier generation, for files that are the same on disk.
class SharedFiles {
 public:
  explicit SharedFiles(const std::string& dir) : dir_(dir) {
    if (dir.empty()) return;
    try {
      for (ManifestFile& file : read_manifest(dir).files) {
        const std::string path = file.path;
        files_.emplace(path, std::move(file));
      }
    } catch (const Error&) {
      // Pruned or removed since: all files are read, then.
    }
  }

  // The entry of the file at this path below `dir` if both are one file; nullptr otherwise.
  const ManifestFile* find(const std::string& dir, const std::string& path) const {
    const auto found = files_.find(path);
    if (found == files_.end()) return nullptr;
    std::error_code error;
    return fs::equivalent(dir + "/" + path, dir_ + "/" + path, error) && !error ? &found->second : nullptr;
  }

 private:
  const std::string dir_;
  std::map<std::string, ManifestFile> files_;
};

}  // namespace

void seal_generation(const std::string& generation_dir, uint64_t documents, const std::string& previous_dir,
                     Readers readers) {
  Manifest manifest{fs::path(generation_dir).filename().string(),
                    kSchemaVersion,
                    format_time(seconds_of_clock()),
                    documents,
                    readers,
                    {}};
  std::vector<std::string> folders;
  std::vector<ManifestFile*> fresh;
  std::vector<std::string> paths;
  try {
    manifest.files = files_below(generation_dir, folders);
    const SharedFiles shared(previous_dir);
    for (ManifestFile& file : manifest.files) {
      if (!is_generation_file(file.path))
        throw Error(ErrorKind::internal, printable(file.path) + " is not a file of a generation");
      if (const ManifestFile* known = shared.find(generation_dir, file.path)) {
        file.sha256 = known->sha256;
      } else {
        fresh.push_back(&file);
        paths.push_back(generation_dir + "/" + file.path);
      }
    }
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorKind::io, error.what());
  }
  const std::vector<FileDigest> digests = digest_files(paths);
  for (size_t i = 0; i < digests.size(); ++i) {
    if (digests[i].error != 0) throw_io("cannot read", paths[i], digests[i].error);
    fresh[i]->sha256 = digests[i].sha256;
    // Where a file system knows no modes, nothing is lost.
    (void)::chmod(paths[i].c_str(), kReadOnly);
  }
  if (paths.size() > kFilesToSyncSingly) {
    sync_file_system(generation_dir);
  } else {
    for (const std::string& path : paths) sync_file(path);
    for (const std::string& folder : folders) sync_dir(folder);
  }
  replace_file(generation_dir + "/" + kManifestName, to_json(manifest), kReadOnly);
  sync_dir(fs::path(generation_dir).parent_path().string());
}

Manifest read_manifest(const std::string& generation_dir) {
  const std::string path = generation_dir + "/" + kManifestName;
  const std::optional<std::string> text = read_file_if_present(path);
  if (!text) throw Error(ErrorKind::corrupt, path + " is missing");
  try {
    const nlohmann::ordered_json json = parse_manifest_json(*text, path);
    Manifest manifest{json.at("generation"),
                      static_cast<int>(number_from_json(json, "schema_version", path)),
                      json.at("created"),
                      number_from_json(json, "documents", path),
                      json.value("readers", "") == kForStaff ? Readers::staff : Readers::everybody,
                      {}};
    // What another version of the program lists is not for this one to judge.
    if (manifest.schema_version == kSchemaVersion) manifest.files = files_from_json(json.at("files"), path);
    return manifest;
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorKind::corrupt, path + " is damaged");
  }
}

Manifest verify_generation(const std::string& generation_dir, const std::string& verified_dir) {
  const Manifest manifest = read_manifest(generation_dir);
  if (manifest.schema_version != kSchemaVersion) {
    throw Error(ErrorKind::corrupt, generation_dir + " is in version " +
                                        std::to_string(manifest.schema_version) +
                                        " of the index, and this program reads version " +
                                        std::to_string(kSchemaVersion) + "; index the articles again");
  }
  try {
    std::vector<std::string> folders;
    compare_files(generation_dir, manifest.files, files_below(generation_dir, folders));
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorKind::io, error.what());
  }
  const SharedFiles shared(verified_dir);
  std::vector<const ManifestFile*> unread;
  std::vector<std::string> paths;
  for (const ManifestFile& file : manifest.files) {
    const ManifestFile* known = shared.find(generation_dir, file.path);
    if (known != nullptr && known->sha256 == file.sha256) continue;
    unread.push_back(&file);
    paths.push_back(generation_dir + "/" + file.path);
  }
  const std::vector<FileDigest> digests = digest_files(paths);
  for (size_t i = 0; i < paths.size(); ++i) {
    if (digests[i].error != 0) {
      throw Error(ErrorKind::corrupt, paths[i] + ": " + std::strerror(digests[i].error));
    }
    if (digests[i].sha256 != unread[i]->sha256) {
      throw Error(ErrorKind::corrupt, paths[i] + " is damaged: its SHA-256 differs from the manifest's");
    }
  }
  return manifest;
}

}  // namespace signpost
