// generation.cc - everything becomes visible by one rename of `current`, after all else is on the disk.
#include "index/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "base/ascii.h"
#include "base/dates.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/named_path.h"
#include "base/synced_file.h"
#include "index/manifest.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

std::string generations_dir(const std::string& index_dir) { return index_dir + "/generations"; }

// "000042-20261122T130501Z": digits, '-', and what a time is made of; nothing that could leave the folder.
bool is_generation_name(const std::string& name) {
  const size_t dash = name.find('-');
  if (dash == std::string::npos || dash < 6 || dash + 1 == name.size()) return false;
  return std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(dash), is_digit) &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dash) + 1, name.end(),
                     [](char c) { return is_digit(c) || c == 'T' || c == 'Z'; });
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

// A checkout can hold links of these names, and whoever writes through them writes into another index.
void require_own_folders(const std::string& index_dir) {
  canonical_named(index_dir, "index folder");
  std::error_code error;
  if (fs::is_symlink(generations_dir(index_dir), error))
    throw Error(ErrorKind::io, "cannot use " + generations_dir(index_dir) + ": it is a link");
}

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

std::string staff_index(const std::string& index_dir) { return index_dir + "/staff"; }

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

void remove_generation(const std::string& generation_dir, std::error_code& error) {
  fs::remove(generation_dir + "/" + kManifestName, error);
  fs::remove_all(generation_dir, error);
}

void publish_generation(const std::string& index_dir, const std::string& generation_dir) {
  const std::string name = fs::path(generation_dir).filename().string();
  if (!is_generation_name(name) || !is_finished(fs::path(generations_dir(index_dir)) / name)) {
    throw Error(ErrorKind::usage, generation_dir + " is not a finished generation of " + index_dir);
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
