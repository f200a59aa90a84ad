// reply_file.cc - see reply_file.h.
#include "index/reply_file.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file_io.h"
#include "base/json_limits.h"
#include "index/schema.h"

namespace signpost {
namespace {

constexpr JsonLimits kReplyLimits{64 << 20, 3, 1'000'000};

}  // namespace

void write_replies(const std::string& generation_dir, const std::vector<SavedReply>& replies) {
  if (replies.empty()) return;
  nlohmann::json json = nlohmann::json::array();
  for (const SavedReply& reply : replies) {
    json.push_back({{"id", reply.id},
                    {"lang", reply.lang},
                    {"title", reply.title},
                    {"text", reply.text},
                    {"article", reply.article}});
  }
  write_file(generation_dir + "/" + files::kReplies,
             json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

std::vector<SavedReply> load_replies(const std::string& generation_dir) {
  const auto text = read_file_if_present(generation_dir + "/" + files::kReplies);
  std::vector<SavedReply> replies;
  if (!text) return replies;
  try {
    check_json(*text, kReplyLimits);
    const nlohmann::json json = nlohmann::json::parse(*text);
    replies.reserve(json.size());
    for (const nlohmann::json& reply : json) {
      replies.push_back({reply.at("id").get<std::string>(), reply.at("lang").get<std::string>(),
                         reply.at("title").get<std::string>(), reply.at("text").get<std::string>(),
                         reply.at("article").get<std::string>()});
    }
    return replies;
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::corrupt, std::string(files::kReplies) + " is damaged: " + error.what());
  }
}

}  // namespace signpost
