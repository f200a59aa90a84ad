// history_file.cc - see history_file.h.
#include "index/history_file.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file_io.h"
#include "base/json_limits.h"
#include "index/schema.h"

namespace signpost {
namespace {

// Of CODEOWNERS of the size that is read, every word may be an owner.
constexpr JsonLimits kHistoryLimits{64 << 20, 5, 4'000'000};

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

void write_history(const std::string& generation_dir, const SourceHistory& history) {
  if (history.revision.empty()) return;
  nlohmann::json verdicts = nlohmann::json::array();
  for (const ComplaintVerdict& verdict : history.verdicts) {
    verdicts.push_back({{"item", verdict.item},
                        {"fixed", verdict.fixed},
                        {"revision", verdict.revision},
                        {"at", verdict.at},
                        {"why", verdict.why}});
  }
  const nlohmann::json json = {{"revision", history.revision},
                               {"verdicts", verdicts},
                               {"folder", history.folder},
                               {"owners", json_of_rules(history.owners)}};
  write_file(generation_dir + "/" + files::kHistory,
             json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

SourceHistory load_history(const std::string& generation_dir) {
  const auto text = read_file_if_present(generation_dir + "/" + files::kHistory);
  if (!text) return {};
  try {
    check_json(*text, kHistoryLimits);
    const nlohmann::json json = nlohmann::json::parse(*text);
    SourceHistory history;
    history.revision = json.at("revision").get<std::string>();
    for (const nlohmann::json& verdict : json.at("verdicts")) {
      history.verdicts.push_back({.item = verdict.at("item").get<std::string>(),
                                  .fixed = verdict.at("fixed").get<bool>(),
                                  .revision = verdict.at("revision").get<std::string>(),
                                  .at = verdict.at("at").get<int64_t>(),
                                  .why = verdict.at("why").get<std::string>()});
    }
    json.at("folder").get_to(history.folder);
    history.owners = rules_from_json(json.at("owners"));
    return history;
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::corrupt, std::string(files::kHistory) + " is damaged: " + error.what());
  }
}

}  // namespace signpost
