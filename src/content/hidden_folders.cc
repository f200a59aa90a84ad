// hidden_folders.cc - folders whose names begin with '.'.
// Tested by tests/unit/content/hidden_folders_test.cc.
#include "content/hidden_folders.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

// Nothing in them is meant for readers, or there is more than a walk should pass through.
bool is_of_tools(std::string_view name) {
  return is_one_of(name, {".git",
                          ".svn",
                          ".hg",
                          ".bzr",
                          ".jj",
                          ".pijul",
                          ".ssh",
                          ".gnupg",
                          ".aws",
                          ".azure",
                          ".kube",
                          ".docker",
                          ".config",
                          ".local",
                          ".env",
                          ".secrets",
                          ".vault",
                          ".terraform",
                          ".cache",
                          ".venv",
                          ".virtualenv",
                          ".tox",
                          ".nox",
                          ".idea",
                          ".vs",
                          ".vscode",
                          ".next",
                          ".nuxt",
                          ".output",
                          ".docusaurus",
                          ".svelte-kit",
                          ".astro",
                          ".angular",
                          ".turbo",
                          ".parcel-cache",
                          ".yarn",
                          ".pnpm-store",
                          ".npm",
                          ".gradle",
                          ".m2",
                          ".cargo",
                          ".rustup",
                          ".bundle",
                          ".eggs",
                          ".trash",
                          ".stversions",
                          ".snapshot",
                          ".snapshots",
                          ".ipynb_checkpoints"}) ||
         name.ends_with("-cache") || name.ends_with("_cache");
}

bool is_of_readers(std::string_view file) {
  const size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return false;
  return is_one_of(lower_case(file.substr(dot + 1)),
                   {"apng", "avif", "bmp",  "gif",  "ico",  "jfif", "jpeg", "jpg", "png", "svg",  "webp",  //
                    "m4v",  "mov",  "mp4",  "ogv",  "webm", "vtt",                                         //
                    "aac",  "flac", "m4a",  "mp3",  "oga",  "ogg",  "opus", "wav",                         //
                    "csv",  "doc",  "docx", "epub", "odp",  "ods",  "odt",  "pdf", "ppt", "pptx", "rtf",
                    "xls",  "xlsx", "zip"});
}

}  // namespace

bool may_hold_assets(std::string_view folder) {
  return folder.size() > 1 && folder[0] == '.' && folder[1] != '.' && !is_of_tools(lower_case(folder));
}

bool may_be_asset(std::string_view path) {
  bool hidden = false;
  for (size_t at = 0; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view name = path.substr(at, end - at);
    if (name.substr(0, 1) == ".") {
      if (end == path.size() || !may_hold_assets(name)) return false;
      hidden = true;
    }
    at = end + 1;
  }
  return !hidden || is_of_readers(path);
}

}  // namespace signpost
