// manifest_files.cc - see manifest_files.h.
#include "index/manifest_files.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_limits.h"
#include "base/sha256.h"
#include "index/generation_files.h"
#include "index/manifest.h"

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

// Some 280,000 files, in a few hundred megabytes at the worst.
constexpr JsonLimits kLimits{uint64_t{64} << 20, 4, 2'000'000};
constexpr uint64_t kMaxNumber = uint64_t{1} << 40;

[[noreturn]] void refuse(const std::string& subject, const std::string& what) {
  throw Error(ErrorKind::corrupt, subject + " " + what);
}

ManifestFile file_from_json(const Json& json, const std::string& subject) {
  ManifestFile file{json.at("path").get<std::string>(), number_from_json(json, "size", subject),
                    json.at("sha256").get<std::string>()};
  if (!is_generation_file(file.path)) {
    refuse(subject, "has a path that can't be used: " +
                        Json(file.path).dump(-1, ' ', true, Json::error_handler_t::replace));
  }
  if (!is_sha256(file.sha256)) refuse(subject, "has no SHA-256 sum for " + file.path);
  return file;
}

}  // namespace

Json parse_manifest_json(std::string_view text, const std::string& subject) {
  try {
    check_json(text, kLimits);
    return Json::parse(text);
  } catch (const nlohmann::json::exception&) {
    refuse(subject, "is damaged");
  } catch (const Error& error) {
    refuse(subject, std::string("is damaged: ") + error.what());
  }
}

Json files_to_json(const std::vector<ManifestFile>& files) {
  Json json = Json::array();
  for (const ManifestFile& file : files) {
    json.push_back({{"path", file.path}, {"size", file.size}, {"sha256", file.sha256}});
  }
  return json;
}

std::vector<ManifestFile> files_from_json(const Json& json, const std::string& subject) {
  std::vector<ManifestFile> files;
  for (const Json& entry : json) {
    files.push_back(file_from_json(entry, subject));
    if (files.size() > 1 && files[files.size() - 2].path >= files.back().path)
      refuse(subject, "is out of order at " + files.back().path);
  }
  return files;
}

uint64_t number_from_json(const Json& json, const char* key, const std::string& subject) {
  const Json& value = json.at(key);
  if (!value.is_number_unsigned() || value.get<uint64_t>() > kMaxNumber)
    refuse(subject, std::string("has no sound number '") + key + "'");
  return value.get<uint64_t>();
}

}  // namespace signpost
