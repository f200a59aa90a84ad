// pack_manifest.cc - see pack_manifest.h.
#include "release/pack_manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/error.h"
#include "content/utf8.h"
#include "index/schema.h"
#include "index/sha256.h"

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kPackVersion = 1;
constexpr size_t kMaxPathBytes = 1024;
constexpr uint64_t kMaxFileBytes = uint64_t{1} << 40;  // so that a sum of sizes never overflows

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorKind::corrupt, "the manifest of the pack " + what);
}

// "a/b.png": no part is empty, "." or "..", and every character can be shown.
bool is_safe_path(std::string_view path) {
  if (path.empty() || path.size() > kMaxPathBytes || first_invalid_utf8(path) != std::string_view::npos)
    return false;
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\') return false;
  }
  for (size_t at = 0; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part.empty() || part == "." || part == ".." || part.size() > 255) return false;
    at = end + 1;
  }
  return path != "manifest.json" && path != "manifest.json.new";
}

uint64_t number(const Json& json, const char* key) {
  const Json& value = json.at(key);
  if (!value.is_number_unsigned() || value.get<uint64_t>() > kMaxFileBytes) {
    fail(std::string("has no sound number '") + key + "'");
  }
  return value.get<uint64_t>();
}

ManifestFile read_file_entry(const Json& json) {
  ManifestFile file{json.at("path").get<std::string>(), number(json, "size"),
                    json.at("sha256").get<std::string>()};
  if (!is_safe_path(file.path))
    fail("has a path that can't be used: " +
         Json(file.path).dump(-1, ' ', true, Json::error_handler_t::replace));
  if (!is_sha256(file.sha256)) fail("has no SHA-256 sum for " + file.path);
  return file;
}

}  // namespace

uint64_t PackManifest::bytes() const {
  uint64_t sum = 0;
  for (const ManifestFile& file : files) sum += file.size;
  return sum;
}

std::string to_json(const PackManifest& manifest) {
  Json files = Json::array();
  for (const ManifestFile& file : manifest.files) {
    files.push_back({{"path", file.path}, {"size", file.size}, {"sha256", file.sha256}});
  }
  return Json{{"pack", kPackVersion},
              {"generation", ""},
              {"schema_version", manifest.schema_version},
              {"created", manifest.build.date},
              {"documents", manifest.documents},
              {"build", {{"program", manifest.build.program}, {"revision", manifest.build.revision}}},
              {"files", files}}
             .dump(1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

PackManifest parse_pack_manifest(std::string_view text) {
  PackManifest manifest;
  try {
    const Json json = Json::parse(text);
    if (number(json, "pack") != kPackVersion) fail("is of another version; use the Signpost that made it");
    manifest.schema_version = static_cast<int>(std::min<uint64_t>(number(json, "schema_version"), 1'000'000));
    manifest.documents = number(json, "documents");
    manifest.build.date = json.at("created").get<std::string>();
    manifest.build.program = json.at("build").at("program").get<std::string>();
    manifest.build.revision = json.at("build").at("revision").get<std::string>();
    for (const Json& entry : json.at("files")) manifest.files.push_back(read_file_entry(entry));
  } catch (const nlohmann::json::exception&) {
    fail("is damaged");
  }
  for (size_t i = 1; i < manifest.files.size(); ++i) {
    if (manifest.files[i - 1].path >= manifest.files[i].path) {
      fail("is out of order at " + manifest.files[i].path);
    }
  }
  return manifest;
}

void check_schema(const PackManifest& manifest, const std::string& file) {
  if (manifest.schema_version == kSchemaVersion) return;
  throw Error(ErrorKind::corrupt, file + " was made by " + manifest.build.program + " in version " +
                                      std::to_string(manifest.schema_version) +
                                      " of the index; this program reads version " +
                                      std::to_string(kSchemaVersion));
}

}  // namespace signpost
