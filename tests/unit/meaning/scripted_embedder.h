// scripted_embedder.h - what the tests of embedders share: answers as servers give them, and what they were
// asked.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "meaning/embedder.h"
#include "scripted_server.h"

namespace signpost::testing {

inline std::vector<std::string> texts_in(const ReceivedRequest& request) {
  return nlohmann::json::parse(request.body).at("input");
}

// For each text {its length in bytes, 1, 0}.
inline std::string answer_by_length(const ReceivedRequest& request) {
  nlohmann::json data = nlohmann::json::array();
  for (const std::string& text : texts_in(request)) {
    data.push_back({{"object", "embedding"}, {"index", data.size()}, {"embedding", {text.size(), 1, 0}}});
  }
  return http_answer(200, nlohmann::json{{"object", "list"}, {"data", data}, {"model", "m"}}.dump());
}

inline Embedder embedder_at(const ScriptedServer& server, const std::string& key = "",
                            const MeaningSettings& settings = {}) {
  return Embedder({server.url(), key, settings});
}

}  // namespace signpost::testing
