// history_file.cc - see history_file.h.
#include "index/history_file.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file_io.h"
#include "base/json_limits.h"
#include "index/schema.h"

namespace signpost {
namespace {

// Of each verdict: eleven values, twice the bytes of `why`, all of them quotes, and 250 more.
constexpr JsonLimits kHistoryLimits{16 << 20, 4, 120'000};
static_assert(11 * kMaxVerdicts + 100 < 120'000);
static_assert((2 * kMaxVerdictWhy + 250) * kMaxVerdicts + 1000 < (16 << 20));

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
  const nlohmann::json json = {{"revision", history.revision}, {"verdicts", verdicts}};
  write_file(generation_dir + "/" + files::kHistory, json.dump(1) + "\n");
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
    return history;
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::corrupt, std::string(files::kHistory) + " is damaged: " + error.what());
  }
}

}  // namespace signpost
