// generation.cc - everything becomes visible by one rename of `current`, after all else is on the disk.
#include "index/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/dates.h"
#include "base/error.h"
#include "base/file_digest.h"
#include "base/file_io.h"
#include "base/named_path.h"
#include "base/printable.h"
#include "index/generation_files.h"
#include "index/manifest_files.h"
#include "index/schema.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr char kManifestName[] = "manifest.json";
constexpr mode_t kReadOnly = 0444;
// With more files than this one syncfs() is cheaper than an fsync() for each.
constexpr size_t kFilesToSyncSingly = 200;

// Opens and calls `sync` on the descriptor.
template <typename Sync>
void sync_path(const std::string& path, int flags, Sync sync) {
  const Descriptor opened(::open(path.c_str(), flags | O_CLOEXEC));
  if (!opened.is_open()) throw_io("cannot open", path);
  if (sync(opened.get()) != 0) throw_io("cannot write to disk", path);
}

void sync_file(const std::string& path) { sync_path(path, O_RDONLY, ::fsync); }
void sync_dir(const std::string& path) { sync_path(path, O_RDONLY | O_DIRECTORY, ::fsync); }

// Written beside the target, synced and renamed: a reader sees the old content or the new, never a part.
void replace_file(const std::string& path, const std::string& content, mode_t mode) {
  const std::string temporary = path + ".new";
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  if (!file.is_open()) throw_io("cannot create", temporary);
  if (!write_all(file.get(), content)) throw_io("cannot write", temporary);
  if (::fsync(file.get()) != 0) throw_io("cannot write to disk", temporary);
  if (!file.close()) throw_io("cannot write", temporary);
  if (::rename(temporary.c_str(), path.c_str()) != 0) throw_io("cannot rename to", path);
  sync_dir(fs::path(path).parent_path().string());
}

std::string generations_dir(const std::string& index_dir) { return index_dir + "/generations"; }

// "000042-20261122T130501Z": digits, '-', and what a time is made of; nothing that could leave the folder.
bool is_generation_name(const std::string& name) {
  const size_t dash = name.find('-');
  if (dash == std::string::npos || dash < 6 || dash + 1 == name.size()) return false;
  return std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(dash),
                     [](char c) { return c >= '0' && c <= '9'; }) &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dash) + 1, name.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == 'T' || c == 'Z'; });
}

bool is_finished(const fs::path& generation_dir) {
  std::error_code ignored;
  return fs::is_regular_file(generation_dir / kManifestName, ignored);
}

// The number in front, by which generations are ordered; it may outgrow its six digits.
unsigned long number_of(const std::string& name) { return std::strtoul(name.c_str(), nullptr, 10); }

bool older(const std::string& a, const std::string& b) {
  return number_of(a) != number_of(b) ? number_of(a) < number_of(b) : a < b;
}

// All names in generations/, finished or not, oldest first.
std::vector<std::string> all_names(const std::string& index_dir) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(generations_dir(index_dir), error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (is_generation_name(name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end(), older);
  return names;
}

// "20261122T130501Z"
std::string time_in_name() {
  std::string time = format_time(seconds_of_clock());
  std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
  return time;
}

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

std::string to_json(const Manifest& manifest) {
  return nlohmann::ordered_json{{"generation", manifest.generation},
                                {"schema_version", manifest.schema_version},
                                {"created", manifest.created},
                                {"documents", manifest.documents},
                                {"files", files_to_json(manifest.files)}}
             .dump(1) +
         "\n";
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

// A checkout can hold links of these names, and whoever writes through them writes into another index.
void require_own_folders(const std::string& index_dir) {
  canonical_named(index_dir, "index folder");
  std::error_code error;
  if (fs::is_symlink(generations_dir(index_dir), error))
    throw Error(ErrorKind::io, "cannot use " + generations_dir(index_dir) + ": it is a link");
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

IndexLock::IndexLock(const std::string& index_dir, To to) {
  std::error_code error;
  if (fs::exists(index_dir, error)) require_own_folders(index_dir);
  fs::create_directories(generations_dir(index_dir), error);
  if (error) throw_io("cannot create", generations_dir(index_dir), error.value());
  const std::string path = index_dir + (to == To::write ? "/lock" : "/watching");
  fd_ = Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!fd_.is_open()) throw_io("cannot open", path);
  constexpr int kTries = 50;
  for (int i = 0; ::flock(fd_.get(), LOCK_EX | LOCK_NB) != 0; ++i) {
    if (errno != EWOULDBLOCK && errno != EINTR) throw_io("cannot lock", path);
    if (i == kTries) {
      throw Error(ErrorKind::usage,
                  to == To::write
                      ? "another signpost-index is writing to " + index_dir + "; try again later"
                      : "another signpost-serve --source or signpost-index --watch already writes to " +
                            index_dir + "; end that one, or name another index");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

std::optional<std::string> current_generation(const std::string& index_dir) {
  const std::optional<std::string> text = read_file_if_present(index_dir + "/current");
  if (!text) return std::nullopt;
  const std::string name = text->substr(0, text->find('\n'));
  if (!is_generation_name(name)) {
    throw Error(ErrorKind::corrupt, index_dir + "/current does not name a generation");
  }
  return generations_dir(index_dir) + "/" + name;
}

std::string find_generation(const std::string& path) {
  if (is_finished(path)) return path;
  if (const auto current = current_generation(path)) return *current;
  throw Error(ErrorKind::not_found, "there is no index in " + path);
}

std::vector<std::string> list_generations(const std::string& index_dir) {
  const std::optional<std::string> current = current_generation(index_dir);
  if (!current) return {};
  const std::string current_name = fs::path(*current).filename().string();
  std::vector<std::string> names = all_names(index_dir);
  std::erase_if(names, [&](const std::string& name) {
    return older(current_name, name) || !is_finished(fs::path(generations_dir(index_dir)) / name);
  });
  return names;
}

std::string new_generation(const std::string& index_dir) {
  const std::vector<std::string> names = all_names(index_dir);
  unsigned long number = names.empty() ? 0 : number_of(names.back());
  try {
    if (const auto current = current_generation(index_dir)) {
      number = std::max(number, number_of(fs::path(*current).filename().string()));
    }
  } catch (const Error&) {
    // A damaged `current` is mended by publishing over it.
  }
  char digits[24];
  std::snprintf(digits, sizeof digits, "%06lu", number + 1);
  const std::string dir = generations_dir(index_dir) + "/" + digits + "-" + time_in_name();
  std::error_code error;
  fs::create_directories(dir, error);
  if (error) throw_io("cannot create", dir, error.value());
  return dir;
}

void seal_generation(const std::string& generation_dir, uint64_t documents, const std::string& previous_dir) {
  Manifest manifest{fs::path(generation_dir).filename().string(),
                    kSchemaVersion,
                    format_time(seconds_of_clock()),
                    documents,
                    {}};
  std::vector<std::string> folders;
  std::vector<ManifestFile*> fresh;
  std::vector<std::string> paths;
  try {
    manifest.files = files_below(generation_dir, folders);
    const SharedFiles shared(previous_dir);
    for (ManifestFile& file : manifest.files) {
      if (!is_generation_file(file.path))
        throw Error(ErrorKind::internal, printable(file.path) + " is no file of a generation");
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
    sync_path(generation_dir, O_RDONLY | O_DIRECTORY, ::syncfs);
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

void remove_generation(const std::string& generation_dir, std::error_code& error) {
  fs::remove(generation_dir + "/" + kManifestName, error);
  fs::remove_all(generation_dir, error);
}

void publish_generation(const std::string& index_dir, const std::string& generation_dir) {
  const std::string name = fs::path(generation_dir).filename().string();
  if (!is_generation_name(name) || !is_finished(fs::path(generations_dir(index_dir)) / name)) {
    throw Error(ErrorKind::usage, generation_dir + " is no finished generation of " + index_dir);
  }
  replace_file(index_dir + "/current", name + "\n", 0644);
}

std::string roll_back(const std::string& index_dir) {
  const std::vector<std::string> names = list_generations(index_dir);
  if (names.size() < 2) {
    throw Error(ErrorKind::not_found, index_dir + " has no generation before the published one");
  }
  const std::string& previous = names[names.size() - 2];
  const std::string dir = generations_dir(index_dir) + "/" + previous;
  verify_generation(dir);
  publish_generation(index_dir, dir);
  return previous;
}

void prune_generations(const std::string& index_dir) {
  const std::optional<std::string> current = current_generation(index_dir);
  const std::string current_name = current ? fs::path(*current).filename().string() : "";
  const std::vector<std::string> names = all_names(index_dir);
  size_t kept = 0;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const fs::path dir = fs::path(generations_dir(index_dir)) / *name;
    const bool finished = is_finished(dir);
    if (*name == current_name || (finished && kept < kGenerationsKept)) {
      kept += finished;
      continue;
    }
    std::error_code error;
    remove_generation(dir.string(), error);
    if (error) throw_io("cannot remove", dir.string(), error.value());
  }
}

}  // namespace signpost
