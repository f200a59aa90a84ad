// widget_files.cc - see widget_files.h.
#include "pages/widget_files.h"

#include <nlohmann/json.hpp>

#include "api/json.h"
#include "base/base64.h"
#include "base/sha256.h"
#include "net/entity_tag.h"
#include "net/media_type.h"

namespace signpost {
namespace {

constexpr char kEntry[] = "widget.js";
constexpr char kSums[] = "integrity.json";
constexpr size_t kVersionLength = 12;

// Whatever version that is.
bool has_version(std::string_view path) {
  return path.size() > kVersionLength && path[kVersionLength] == '/' &&
         path.find_first_not_of("0123456789abcdef") == kVersionLength;
}

WebFile web_file_at(const std::string& name, std::string url, std::string bytes) {
  WebFile file{name, std::move(url), media_type_of(name), std::move(bytes), {}};
  file.hash = fingerprint({file.bytes});
  return file;
}

std::string version_of(const std::map<std::string, std::string>& files) {
  std::string all;
  for (const auto& [name, bytes] : files) all += name + '\n' + sha256_of(bytes) + '\n';
  return sha256_of(all).substr(0, kVersionLength);
}

std::string sum_of(const std::string& bytes) {
  const Sha256Sum sum = sha256_sum(bytes);
  return "sha256-" + to_base64({reinterpret_cast<const char*>(sum.data()), sum.size()});
}

// The script loads what lies beside it; served from one folder above, it has to say which folder that is.
std::string imports_below(std::string script, const std::string& folder) {
  constexpr std::string_view kImport = "import('./";
  for (size_t at = script.find(kImport); at != std::string::npos; at = script.find(kImport, at)) {
    at += kImport.size();
    script.insert(at, folder);
  }
  return script;
}

}  // namespace

WidgetFiles::WidgetFiles(const std::map<std::string, std::string>& files) {
  const auto entry = files.find(kEntry);
  if (entry == files.end()) return;
  version_ = version_of(files);
  const std::string folder = "widget/" + version_ + "/";
  Json sums = Json::object();
  for (const auto& [name, bytes] : files) {
    const WebFile& file = by_name_.emplace(name, web_file_at(name, "/" + folder + name, bytes)).first->second;
    if (name.ends_with(".js")) sums[file.url] = sum_of(bytes);
  }
  const std::string said = to_text({{"version", version_}, {"integrity", std::move(sums)}});
  by_name_.emplace(kSums, web_file_at(kSums, "/" + folder + kSums, said));
  entry_ = web_file_at(kEntry, std::string("/") + kEntry, imports_below(entry->second, folder));
}

const WebFile* WidgetFiles::find(std::string_view path) const {
  if (const auto newest = by_name_.find(path); newest != by_name_.end()) return &newest->second;
  if (!has_version(path)) return nullptr;
  const auto found = by_name_.find(path.substr(kVersionLength + 1));
  return found == by_name_.end() ? nullptr : &found->second;
}

bool WidgetFiles::is_fixed(std::string_view path) const {
  return !version_.empty() && path.starts_with(version_ + "/");
}

}  // namespace signpost
