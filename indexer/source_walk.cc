// source_walk.cc - one folder after the other, so that depth costs neither stack nor descriptors.
#include "indexer/source_walk.h"

#include <fcntl.h>
#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "base/printable.h"
#include "content/hidden_folders.h"
#include "content/internal_folder.h"
#include "content/markdown_names.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

const char* type_name(mode_t mode) {
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  return "no regular file";
}

class Walk {
 public:
  Walk(const SourceFolder& source, const std::vector<std::string>& exclude, const std::string& skip_dir,
       FolderStates known)
      : source_(source), exclude_(exclude), known_(std::move(known)) {
    std::error_code error;
    skip_dir_ = fs::weakly_canonical(skip_dir, error).string();
  }

  SourceListing run(const std::string& top) {
    const OpenedFile all = source_.open_folder("");
    if (all.error != 0) throw_io("cannot read the source folder", source_.path(), all.error);
    if (top.empty()) {
      pending_.push_back({"", modified_ns(all.info)});
    } else {
      visit_top(all.fd.get(), top.substr(0, top.size() - 1));
    }
    while (!pending_.empty()) {
      const Folder folder = std::move(pending_.back());
      pending_.pop_back();
      read_folder(folder);
    }
    std::sort(listing_.markdown.begin(), listing_.markdown.end(),
              [](const SourceEntry& a, const SourceEntry& b) { return a.path < b.path; });
    std::sort(listing_.other_files.begin(), listing_.other_files.end());
    return std::move(listing_);
  }

 private:
  void report(Severity severity, const std::string& path, const char* rule, const std::string& message) {
    listing_.diagnostics.push_back({severity, path, 0, 0, rule, message});
  }

  // What is excluded is still walked through: every Markdown file is to be accounted for.
  struct Folder {
    std::string path;      // "" or with '/' at its end
    int64_t modified = 0;  // as it was found
    bool excluded = false;
    bool hidden = false;    // only what an article may show is looked for
    bool internal = false;  // and whoever reads must not know of it
  };

  // A folder whose time is known need not be listed: of an unchanged source only the files are asked for.
  void read_folder(const Folder& folder) {
    const OpenedFile opened = source_.open_folder(folder.path.substr(0, folder.path.rfind('/')));
    if (opened.error != 0) {
      if (folder.hidden) return;
      return report(Severity::error, folder.path, "file-read",
                    "the folder " + describe_read_error(opened.error) + "; left out");
    }
    auto known = known_.extract(folder.path);
    const bool unchanged = !known.empty() && known.mapped().modified == folder.modified;
    FolderState& state = unchanged ? listing_.folders.insert(std::move(known)).position->second
                                   : listing_.folders[folder.path];
    if (!unchanged) list(folder, opened, state);
    for (const std::string& name : state.names) visit(folder, opened.fd.get(), name);
    if (folder.internal) listing_.folders.erase(folder.path);
  }

  void list(const Folder& folder, const OpenedFile& opened, FolderState& state) {
    const int error = list_names(opened, state.names);
    // A folder that changes while it is read has another time by then, and is read again by the next run.
    state.modified = error == 0 && folder.modified < young_ ? folder.modified : 0;
    if (error != 0 && !folder.hidden) {
      report(Severity::error, folder.path, "file-read", std::string("cannot list: ") + std::strerror(error));
    }
  }

  void visit(const Folder& folder, int opened, const std::string& name) {
    if (folder.hidden || name[0] == '.') return visit_hidden(folder, opened, name);
    const bool markdown = is_markdown_name(name);
    if (!is_printable(name)) {
      listing_.left_out += markdown;
      report(Severity::error, folder.path + printable(name), "file-name",
             "the name is not UTF-8 or has control characters; left out");
      return;
    }
    std::string path = folder.path + name;
    const bool excluded = folder.excluded || matches_any(exclude_, path);
    struct stat info {};
    if (::fstatat(opened, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) {
      const int error = errno;
      return leave_out(markdown, path, "file-read", std::strerror(error));
    }
    const bool is_folder = S_ISDIR(info.st_mode);
    if (excluded) {
      listing_.excluded += markdown && !is_folder;
      if (is_folder) pending_.push_back({path + "/", modified_ns(info), true});
      return;
    }
    if (is_kept_internal(folder, name, is_folder)) {
      listing_.internal += markdown && !is_folder;
      if (is_folder) pending_.push_back({path + "/", modified_ns(info), false, false, true});
      return;
    }
    if (S_ISLNK(info.st_mode) && !follow(path, markdown, info)) return;
    if (is_folder) return enter(std::move(path), modified_ns(info), markdown);
    if (!S_ISREG(info.st_mode)) {
      return leave_out(markdown, path, "file-type", std::string("is ") + type_name(info.st_mode));
    }
    if (markdown) {
      listing_.markdown.push_back({std::move(path), static_cast<uint64_t>(info.st_size), modified_ns(info)});
    } else {
      listing_.other_files.push_back(std::move(path));
    }
  }

  bool is_kept_internal(const Folder& folder, const std::string& name, bool is_folder) const {
    if (folder.internal) return true;
    return source_.readers() == Readers::everybody && is_folder && is_internal_folder(folder.path, name);
  }

  void visit_top(int opened, const std::string& name) {
    struct stat info {};
    const bool is_there = ::fstatat(opened, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0;
    if (is_there && S_ISDIR(info.st_mode)) visit({}, opened, name);
  }

  // Whatever else lies there is the tools' own, and nobody's to be told of.
  void visit_hidden(const Folder& folder, int opened, const std::string& name) {
    std::string path = folder.path + name;
    struct stat info {};
    if (!is_printable(name) || folder.excluded || folder.internal || matches_any(exclude_, path)) return;
    if (::fstatat(opened, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return;
    if (S_ISDIR(info.st_mode)) {
      if (source_.path() + "/" + path != skip_dir_)
        pending_.push_back({path + "/", modified_ns(info), false, true});
    } else if (S_ISREG(info.st_mode) && may_be_asset(path)) {
      listing_.other_files.push_back(std::move(path));
    }
  }

  void leave_out(bool markdown, const std::string& path, const char* rule, const std::string& reason) {
    listing_.left_out += markdown;
    report(markdown ? Severity::error : Severity::warning, path, rule, reason + "; left out");
  }

  void enter(std::string path, int64_t modified, bool markdown) {
    if (!skip_dir_.empty() && source_.path() + "/" + path == skip_dir_) return;
    if (markdown)
      report(Severity::warning, path, "file-type", "is a folder, although its name is a Markdown file's");
    pending_.push_back({std::move(path) + "/", modified});
  }

  // Replaces `info` by that of the link's target; false when the link is not for us.
  bool follow(const std::string& path, bool markdown, struct stat& info) {
    if (const int error = source_.look_at(path, info)) {
      leave_out(markdown, path, "symlink", "symbolic link that " + describe_read_error(error));
      return false;
    }
    if (S_ISDIR(info.st_mode)) {
      report(Severity::warning, path, "symlink", "symbolic link to a folder; not followed");
      return false;
    }
    return true;
  }

  const SourceFolder& source_;
  const std::vector<std::string>& exclude_;
  FolderStates known_;
  const int64_t young_ = now_ns() - kTimeGrain;
  std::string skip_dir_;
  std::vector<Folder> pending_;
  SourceListing listing_;
};

}  // namespace

SourceListing list_source(const SourceFolder& source, const std::vector<std::string>& exclude,
                          const std::string& skip_dir, FolderStates known, const std::string& top) {
  return Walk(source, exclude, skip_dir, std::move(known)).run(top);
}

bool matches_any(const std::vector<std::string>& patterns, const std::string& path) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    if (::fnmatch(pattern.c_str(), path.c_str(), 0) == 0) return true;
    return pattern.compare(0, 3, "**/") == 0 && ::fnmatch(pattern.c_str() + 3, path.c_str(), 0) == 0;
  });
}

}  // namespace signpost
