// packet_view.cc - see packet_view.h.
#include "pages/packet_view.h"

#include <nlohmann/json.hpp>

#include "api/incidents_operation.h"
#include "api/search_operation.h"
#include "api/short_texts.h"
#include "base/shown_text.h"

namespace signpost {
namespace {

class PacketLines {
 public:
  explicit PacketLines(const PageContext& context) : context_(context) {}

  // `kind`: of a request's fields.
  void add(const std::string& field, const std::string& kind, const std::string& value,
           const std::string& title = "") {
    lines_.push_back({{"field", field},
                      {"value", value},
                      {"line_kind", context_.strings().text("packet_" + kind)},
                      {"line_title", without_bidi_controls(short_title(title))}});
  }
  // "Title › Heading" of "ID#ANCHOR"; "" where there is none.
  std::string title_of(const std::string& id, const std::string& anchor) const {
    const auto document = context_.generation->searcher().quotable(id, context_.lang);
    if (!document) return "";
    std::string title = document->meta().title;
    const auto section = anchor.empty() ? std::nullopt : document->find_section(anchor);
    if (section) title += " › " + document->meta().sections[*section].heading;
    return title;
  }
  // Of what a packet says of an answer, which may be any text.
  std::string title_of(const std::string& name) const {
    const size_t border = std::min(name.find('#'), name.size());
    return title_of(name.substr(0, border), name.substr(std::min(border + 1, name.size())));
  }
  Json take() { return std::move(lines_); }

 private:
  const PageContext& context_;
  Json lines_ = Json::array();
};

std::string level_label(const PageContext& context, const std::string& level) {
  return context.strings().text_or("level_" + level, "");
}

}  // namespace

Json form_packet_lines(const PageContext& context, const RequestDraft& draft) {
  PacketLines lines(context);
  const RequestPacket& packet = draft.packet;
  if (!draft.product.empty()) lines.add("product", "product", draft.product);
  if (!packet.level.empty())
    lines.add("packet.level", "level", packet.level, level_label(context, packet.level));
  for (const std::string& question : packet.questions) lines.add("packet.questions", "questions", question);
  for (const ReadSection& read : packet.read)
    lines.add("packet.read", "read", read.id + "#" + read.anchor, lines.title_of(read.id, read.anchor));
  for (const TriedStep& tried : packet.tried) {
    const std::string number = std::to_string(tried.step);
    const std::string title = lines.title_of(tried.id, tried.anchor);
    lines.add("packet.tried", "tried", tried.id + "#" + tried.anchor + "#" + number,
              title.empty() ? "" : title + " (" + number + ")");
  }
  for (const std::string& answer : packet.answers)
    lines.add("packet.answers", "answers", answer, lines.title_of(answer));
  for (const std::string& id : packet.incidents) {
    const auto known = incident(context.operation(), id);
    lines.add("packet.incidents", "incidents", id, known ? known->text->title : "");
  }
  return lines.take();
}

}  // namespace signpost
