// request_json.cc - see request_json.h.
#include "store/request_json.h"

#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "base/error.h"

namespace signpost {

using OrderedJson = nlohmann::ordered_json;

OrderedJson packet_json(const RequestPacket& packet) {
  OrderedJson read = OrderedJson::array();
  for (const ReadSection& section : packet.read)
    read.push_back({{"id", section.id}, {"anchor", section.anchor}});
  OrderedJson tried = OrderedJson::array();
  for (const TriedStep& step : packet.tried)
    tried.push_back({{"id", step.id}, {"anchor", step.anchor}, {"step", step.step}});
  OrderedJson json = {{"questions", packet.questions},
                      {"read", std::move(read)},
                      {"tried", std::move(tried)},
                      {"answers", packet.answers},
                      {"incidents", packet.incidents}};
  if (!packet.level.empty()) json["level"] = packet.level;
  return json;
}

std::string packet_text(const RequestPacket& packet) { return packet_json(packet).dump(); }

RequestPacket parse_packet(std::string_view text) {
  try {
    const auto json = nlohmann::json::parse(text);
    RequestPacket packet;
    json.at("questions").get_to(packet.questions);
    for (const auto& section : json.at("read"))
      packet.read.push_back({section.at("id").get<std::string>(), section.at("anchor").get<std::string>()});
    for (const auto& step : json.at("tried")) {
      packet.tried.push_back({step.at("id").get<std::string>(), step.at("anchor").get<std::string>(),
                              step.at("step").get<int>()});
    }
    json.at("answers").get_to(packet.answers);
    json.at("incidents").get_to(packet.incidents);
    packet.level = json.value("level", "");
    return packet;
  } catch (const nlohmann::json::exception& wrong) {
    throw Error(ErrorKind::corrupt, std::string("the packet of a request can't be read: ") + wrong.what());
  }
}

Sha256Sum draft_sum(const RequestDraft& draft) {
  ByteWriter bytes;
  for (const std::string* text : {&draft.lang, &draft.reply_to, &draft.name, &draft.message, &draft.product})
    bytes.string(*text);
  bytes.string(packet_text(draft.packet));
  return sha256_sum(bytes.take());
}

}  // namespace signpost
