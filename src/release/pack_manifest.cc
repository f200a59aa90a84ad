// pack_manifest.cc - see pack_manifest.h.
#include "release/pack_manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "index/manifest_files.h"
#include "index/schema.h"

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kPackVersion = 1;
const std::string kSubject = "the manifest of the pack";

[[noreturn]] void fail(const std::string& what) { throw Error(ErrorKind::corrupt, kSubject + " " + what); }

// A word or two about the build, of one line.
std::string text_from_json(const Json& json, const char* key) {
  constexpr size_t kMaxBuildText = 1024;
  std::string text = json.at(key).get<std::string>();
  if (text.size() > kMaxBuildText) fail(std::string("has a '") + key + "' that is too long");
  return text;
}

}  // namespace

uint64_t PackManifest::bytes() const {
  uint64_t sum = 0;
  for (const ManifestFile& file : files) sum += file.size;
  return sum;
}

std::string to_json(const PackManifest& manifest) {
  return Json{{"pack", kPackVersion},
              {"generation", ""},
              {"schema_version", manifest.schema_version},
              {"created", manifest.build.date},
              {"documents", manifest.documents},
              {"build", {{"program", manifest.build.program}, {"revision", manifest.build.revision}}},
              {"files", files_to_json(manifest.files)}}
             .dump(1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

PackManifest parse_pack_manifest(std::string_view text) {
  PackManifest manifest;
  try {
    const Json json = parse_manifest_json(text, kSubject);
    if (number_from_json(json, "pack", kSubject) != kPackVersion)
      fail("is of another version; use the Signpost that made it");
    manifest.schema_version =
        static_cast<int>(std::min<uint64_t>(number_from_json(json, "schema_version", kSubject), 1'000'000));
    manifest.documents = number_from_json(json, "documents", kSubject);
    manifest.build.date = text_from_json(json, "created");
    manifest.build.program = text_from_json(json.at("build"), "program");
    manifest.build.revision = text_from_json(json.at("build"), "revision");
    // What another version of the program lists is not for this one to judge.
    if (manifest.schema_version == kSchemaVersion)
      manifest.files = files_from_json(json.at("files"), kSubject);
  } catch (const nlohmann::json::exception&) {
    fail("is damaged");
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
