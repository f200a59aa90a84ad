// owners_file.cc - see owners_file.h.
#include "index/owners_file.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file_io.h"
#include "base/json_limits.h"
#include "index/schema.h"

namespace signpost {
namespace {

// What parse_code_owners() lets through fits: eight values a rule and one for each owner, which has two bytes
// at least; and 40 bytes a rule, three an owner and two for each byte of their texts, all of them quotes.
constexpr JsonLimits kOwnersLimits{16 << 20, 4, 3'000'000};
static_assert(8 * kMaxOwnerRules + kMaxCodeOwnersBytes / 2 < 2'900'000);
static_assert(40 * kMaxOwnerRules + 7 * kMaxCodeOwnersBytes / 2 < (15 << 20));

nlohmann::json json_of_rules(const std::vector<OwnerRule>& rules) {
  nlohmann::json json = nlohmann::json::array();
  for (const OwnerRule& rule : rules)
    json.push_back({{"pattern", rule.pattern}, {"owners", rule.owners}, {"section", rule.section}});
  return json;
}

std::vector<OwnerRule> rules_from_json(const nlohmann::json& json) {
  std::vector<OwnerRule> rules;
  rules.reserve(json.size());
  for (const nlohmann::json& rule : json) {
    rules.push_back({.pattern = rule.at("pattern").get<std::string>(),
                     .owners = rule.at("owners").get<std::vector<std::string>>(),
                     .section = rule.at("section").get<std::string>()});
  }
  return rules;
}

}  // namespace

void write_owners(const std::string& generation_dir, const SourceOwners& owners) {
  if (owners == SourceOwners{}) return;
  const nlohmann::json json = {{"folder", owners.folder}, {"rules", json_of_rules(owners.rules)}};
  write_file(generation_dir + "/" + files::kOwners,
             json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

SourceOwners load_owners(const std::string& generation_dir) {
  const auto text = read_file_if_present(generation_dir + "/" + files::kOwners);
  if (!text) return {};
  try {
    check_json(*text, kOwnersLimits);
    const nlohmann::json json = nlohmann::json::parse(*text);
    return {json.at("folder").get<std::string>(), rules_from_json(json.at("rules"))};
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::corrupt, std::string(files::kOwners) + " is damaged: " + error.what());
  }
}

}  // namespace signpost
