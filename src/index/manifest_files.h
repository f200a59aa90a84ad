// manifest_files.h - the files that a manifest lists, as JSON: in a generation's own manifest and in a
// pack's. Tested by tests/unit/index/generation_test.cc and tests/unit/release/pack_manifest_test.cc.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "index/manifest.h"

namespace signpost {

// A manifest as a tree, within limits of size and depth. Throws Error{corrupt} that begins with `subject`.
nlohmann::ordered_json parse_manifest_json(std::string_view text, const std::string& subject);

nlohmann::ordered_json files_to_json(const std::vector<ManifestFile>& files);

// Believes nothing: throws Error{corrupt} that begins with `subject` for paths that are not of the closed
// list (generation_files.h), out of order or there twice, and for sizes and sums that are none.
std::vector<ManifestFile> files_from_json(const nlohmann::ordered_json& json, const std::string& subject);

// A whole number that is small enough to be added up with others. Throws Error{corrupt} that begins with
// `subject`.
uint64_t number_from_json(const nlohmann::ordered_json& json, const char* key, const std::string& subject);

}  // namespace signpost
