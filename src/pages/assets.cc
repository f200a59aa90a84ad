// assets.cc - see assets.h.
#include "pages/assets.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/ascii.h"
#include "base/error.h"
#include "net/content_coding.h"
#include "net/entity_tag.h"
#include "net/media_type.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr size_t kFingerprintLength = 8;
constexpr std::string_view kHighlighter = "prism/";
constexpr std::string_view kWidget = "widget/";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (!file) throw Error(ErrorKind::io, "can't read " + path.string());
  return bytes.str();
}

// "css/app.css" with "1f2e3d4c" -> "css/app.1f2e3d4c.css".
std::string fingerprinted_name(const std::string& name, const std::string& bytes) {
  const std::string hash = fingerprint({bytes}).substr(0, kFingerprintLength);
  const size_t dot = name.rfind('.');
  if (dot == std::string::npos) return name + "." + hash;
  return name.substr(0, dot) + "." + hash + name.substr(dot);
}

bool is_public(const fs::path& relative) {
  return !relative.filename().string().starts_with(".") && relative.extension() != ".md";
}

std::map<std::string, std::string> read_all(const std::string& web_dir) {
  std::map<std::string, std::string> files;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(web_dir, failed), end; at != end; at.increment(failed)) {
    const fs::path relative = fs::relative(at->path(), web_dir);
    const bool is_apart = relative == "templates" || relative == "i18n" || relative == "prism";
    if (at->is_directory() && (is_apart || relative.filename().string().starts_with("."))) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file() && is_public(relative)) {
      files[relative.generic_string()] = read_file(at->path());
    }
  }
  if (files.empty()) throw Error(ErrorKind::not_found, "no files in " + web_dir);
  return files;
}

bool is_highlighter(std::string_view file) {
  const bool is_plain = std::all_of(file.begin(), file.end(), [](char letter) {
    return is_lower(letter) || is_digit(letter) || letter == '-' || letter == '.';
  });
  return is_plain && file.starts_with("prism-") && file.ends_with(".min.js");
}

std::map<std::string, std::string> read_highlighter(const std::vector<std::string>& dirs) {
  std::map<std::string, std::string> files;
  for (const std::string& dir : dirs) {
    std::error_code failed;
    for (fs::directory_iterator at(dir, failed), end; at != end; at.increment(failed)) {
      const std::string name = at->path().filename().string();
      if (is_highlighter(name) && at->is_regular_file() && files.count(name) == 0)
        files[name] = read_file(at->path());
    }
  }
  return files;
}

// Takes those below web/widget/ out of `files`.
std::map<std::string, std::string> take_widget(std::map<std::string, std::string>& files) {
  std::map<std::string, std::string> taken;
  std::erase_if(files, [&](auto& file) {
    if (!file.first.starts_with(kWidget)) return false;
    taken[file.first.substr(kWidget.size())] = std::move(file.second);
    return true;
  });
  return taken;
}

// Gives modules the fingerprinted URLs of those that they import, so that all of them can be immutable. A
// module's own fingerprint depends on its imports', so the ones without imports come first.
class ModuleLinker {
 public:
  explicit ModuleLinker(std::map<std::string, std::string>& files) : files_(files) {}

  void link(const std::string& name) {
    if (!name.ends_with(".js") || !started_.insert(name).second) return;
    std::string& text = files_[name];
    for (const std::string_view opening :
         {"from \"./", "import \"./", "import(\"./", "from './", "import './"}) {
      for (size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
        link_import(name, text, at + opening.size(), opening[opening.size() - 3]);
      }
    }
    done_.insert(name);
  }

 private:
  void link_import(const std::string& importer, std::string& text, size_t start, char quote) {
    const size_t end = text.find(quote, start);
    if (end == std::string::npos) return;
    const fs::path folder = fs::path(importer).parent_path();
    const std::string target = (folder / text.substr(start, end - start)).lexically_normal().generic_string();
    if (files_.count(target) == 0) return;
    link(target);
    if (done_.count(target) == 0) return;  // a circle: that import keeps its plain name
    const std::string linked = fingerprinted_name(target, files_[target]);
    text.replace(start, end - start, fs::path(linked).lexically_relative(folder).generic_string());
  }

  std::map<std::string, std::string>& files_;
  std::set<std::string> started_;
  std::set<std::string> done_;
};

}  // namespace

Assets::Assets(const std::string& web_dir, const std::vector<std::string>& prism_dirs) {
  std::map<std::string, std::string> files = read_all(web_dir);
  widget_ = WidgetFiles(take_widget(files));
  ModuleLinker linker(files);
  for (const auto& [name, bytes] : files) linker.link(name);
  for (auto& [name, bytes] : files) {
    const std::string linked = fingerprinted_name(name, bytes);
    add(name, linked, std::move(bytes));
  }
  add_highlighter(read_highlighter(prism_dirs));
  std::string all = widget_.version() + '\n';
  for (const auto& [name, asset] : by_name_) all += name + '\n' + asset.hash;
  version_ = fingerprint({all});
}

// A script loads these by the name of a language, so they have one fingerprint together, in the folder's
// name.
void Assets::add_highlighter(std::map<std::string, std::string> files) {
  if (files.empty()) return;
  std::string all;
  for (const auto& [name, bytes] : files) all += name + '\n' + fingerprint({bytes});
  const std::string folder = "prism." + fingerprint({all}).substr(0, kFingerprintLength);
  highlighter_url_ = "/assets/" + folder;
  for (auto& [name, bytes] : files)
    add(std::string(kHighlighter) + name, folder + "/" + name, std::move(bytes));
}

void Assets::add(const std::string& name, const std::string& linked, std::string bytes) {
  std::string hash = fingerprint({bytes});
  const auto added = by_name_.emplace(
      name, WebFile{name, "/assets/" + linked, media_type_of(name), std::move(bytes), std::move(hash)});
  by_fingerprint_[linked] = &added.first->second;
}

const WebFile* Assets::find(std::string_view name) const {
  if (const auto found = by_fingerprint_.find(name); found != by_fingerprint_.end()) return found->second;
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &found->second;
}

const std::string& Assets::encoded(const WebFile& asset, Encoding encoding) const {
  if (encoding == Encoding::identity) return asset.bytes;
  const MutexLock lock(mutex_);
  std::string& bytes = encoded_[{&asset, encoding}];
  if (bytes.empty()) bytes = compress(asset.bytes, encoding, Effort::best);
  return bytes;
}

Json Assets::urls() const {
  Json urls = {{"prism", highlighter_url_}};
  for (const auto& [name, asset] : by_name_) {
    if (name.starts_with(kHighlighter)) continue;
    std::string key = name;
    std::replace_if(
        key.begin(), key.end(), [](char letter) { return letter == '.' || letter == '-' || letter == '/'; },
        '_');
    urls[key] = asset.url;
  }
  return urls;
}

}  // namespace signpost
