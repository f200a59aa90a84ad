// staff_packet.cc - see staff_packet.h.
#include "pages/staff_packet.h"

#include <algorithm>

#include "api/addresses.h"
#include "base/ascii.h"
#include "base/shown_text.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

constexpr size_t kCopiedMessageBytes = 2000;

class PacketReader {
 public:
  PacketReader(const PageContext& context, const StoredRequest& request) : context_(context) {
    const auto& languages = context.site().languages;
    const bool has_it = std::any_of(languages.begin(), languages.end(),
                                    [&](const Language& one) { return one.code == request.draft.lang; });
    lang_ = has_it ? request.draft.lang : context.lang;
  }

  PacketLine text(const char* label, const std::string& text) const {
    return {context_.strings().text(label), text, "", ""};
  }

  PacketLine place(const char* label, const std::string& id, const std::string& anchor) const {
    PacketLine line = text(label, anchor.empty() ? id : id + "#" + anchor);
    const auto found = context_.generation->searcher().article(id, lang_);
    if (!found) return line;
    line.url = page_url(found->url, anchor);
    line.text = found->document.title;
    const auto& toc = found->toc;
    const auto heading =
        std::find_if(toc.begin(), toc.end(), [&](const TocEntry& entry) { return entry.anchor == anchor; });
    if (heading != toc.end()) line.text += " › " + heading->heading;
    return line;
  }

  PacketLine step(const TriedStep& tried) const {
    PacketLine line = place("packet_tried", tried.id, tried.anchor);
    line.more = context_.strings().fill("staff_step", {{"n", std::to_string(tried.step)}});
    return line;
  }

  // "id#anchor" of the answer that was shown; older ones are texts.
  PacketLine answer(const std::string& answer) const {
    const size_t hash = std::min(answer.find('#'), answer.size());
    PacketLine line =
        place("packet_answers", answer.substr(0, hash), hash < answer.size() ? answer.substr(hash + 1) : "");
    if (line.url.empty()) line.text = answer;
    return line;
  }

  PacketLine incident(const std::string& id) const {
    PacketLine line = text("packet_incidents", id);
    line.url = incident_url(id, lang_);
    return line;
  }

 private:
  const PageContext& context_;
  std::string lang_;
};

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : trimmed(text)) {
    if (!is_space(c)) {
      line += c;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return shortened(without_bidi_controls(line), kCopiedMessageBytes);
}

}  // namespace

std::vector<PacketLine> packet_lines(const PageContext& context, const StoredRequest& request) {
  const PacketReader reader(context, request);
  const RequestPacket& packet = request.draft.packet;
  std::vector<PacketLine> lines;
  if (!packet.level.empty())
    lines.push_back(
        reader.text("packet_level", context.strings().text_or("level_" + packet.level, packet.level)));
  for (const std::string& question : packet.questions)
    lines.push_back(reader.text("packet_questions", question));
  for (const TriedStep& tried : packet.tried) lines.push_back(reader.step(tried));
  for (const std::string& answer : packet.answers) lines.push_back(reader.answer(answer));
  for (const ReadSection& read : packet.read)
    lines.push_back(reader.place("packet_read", read.id, read.anchor));
  for (const std::string& incident : packet.incidents) lines.push_back(reader.incident(incident));
  return lines;
}

std::string text_for_agent(const PageContext& context, const StoredRequest& request,
                           const std::vector<PacketLine>& lines) {
  const RequestDraft& draft = request.draft;
  std::vector<std::string> texts = {request.code + " · " + state_label(context, request.state()),
                                    one_line(draft.name + " " + draft.reply_to),
                                    one_line(draft.product + " " + language_label(context, draft.lang)),
                                    one_line(draft.message)};
  for (const PacketLine& line : lines) {
    const std::string what = line.url.empty() ? line.text : absolute_url(context.site(), line.url);
    texts.push_back(line.label + ": " + one_line(what + " " + line.more));
  }
  std::erase_if(texts, [](const std::string& text) { return text.empty(); });
  if (texts.size() > kMostCopied) texts.resize(kMostCopied);
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "\n") + text;
  return all;
}

}  // namespace signpost
