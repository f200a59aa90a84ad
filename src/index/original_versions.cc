// original_versions.cc - see original_versions.h.
#include "index/original_versions.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file_io.h"
#include "base/json_limits.h"
#include "index/schema.h"

namespace signpost {
namespace {

// A byte of a text takes six at most ("\u0001"); a version has six fields.
constexpr JsonLimits kOriginalsLimits{64 << 20, 4, 30'000};
static_assert(6 * kMaxOriginalBytes + 500 * kMaxOriginalVersions < (64 << 20));
static_assert(14 * kMaxOriginalVersions < 30'000);

}  // namespace

void write_original_versions(const std::string& generation_dir,
                             const std::vector<OriginalVersion>& versions) {
  if (versions.empty()) return;
  nlohmann::json json = nlohmann::json::array();
  for (const OriginalVersion& one : versions) {
    json.push_back({{"id", one.id},
                    {"day", one.day},
                    {"revision", one.revision},
                    {"made", one.made},
                    {"title", one.title},
                    {"markdown", one.markdown}});
  }
  write_file(generation_dir + "/" + files::kOriginals,
             json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

std::vector<OriginalVersion> load_original_versions(const std::string& generation_dir) {
  const auto text = read_file_if_present(generation_dir + "/" + files::kOriginals);
  if (!text) return {};
  try {
    check_json(*text, kOriginalsLimits);
    const nlohmann::json json = nlohmann::json::parse(*text);
    std::vector<OriginalVersion> versions;
    versions.reserve(json.size());
    for (const nlohmann::json& one : json) {
      versions.push_back({.id = one.at("id").get<std::string>(),
                          .day = one.at("day").get<std::string>(),
                          .revision = one.at("revision").get<std::string>(),
                          .made = one.at("made").get<std::string>(),
                          .title = one.at("title").get<std::string>(),
                          .markdown = one.at("markdown").get<std::string>()});
    }
    return versions;
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::corrupt, std::string(files::kOriginals) + " is damaged: " + error.what());
  }
}

}  // namespace signpost
