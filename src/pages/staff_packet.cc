// staff_packet.cc - see staff_packet.h.
#include "pages/staff_packet.h"

#include <algorithm>
#include <utility>

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

  // Steps of one section.
  PacketLine steps(const std::vector<TriedStep>& tried) const {
    PacketLine line = place("packet_tried", tried[0].id, tried[0].anchor);
    std::string numbers;
    for (const TriedStep& one : tried)
      numbers +=
          (numbers.empty() ? "" : context_.strings().text("list_separator")) + std::to_string(one.step);
    line.more = context_.strings().fill(tried.size() == 1 ? "staff_step" : "staff_steps", {{"n", numbers}});
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

// In the order in which the sections were begun.
std::vector<std::vector<TriedStep>> by_section(const std::vector<TriedStep>& tried) {
  std::vector<std::vector<TriedStep>> sections;
  for (const TriedStep& step : tried) {
    const auto known = std::find_if(sections.begin(), sections.end(), [&](const auto& section) {
      return section[0].id == step.id && section[0].anchor == step.anchor;
    });
    if (known == sections.end()) {
      sections.push_back({step});
    } else {
      known->push_back(step);
    }
  }
  return sections;
}

// As many as there is room for: the newest of each kind, the next ones, and how many are left out.
std::vector<std::string> texts_that_fit(const std::vector<std::pair<std::string, std::string>>& lines,
                                        size_t room) {
  std::vector<std::pair<size_t, size_t>> by_age;  // how many of its kind are newer; its place
  by_age.reserve(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    const auto newer = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(),
                                     [&](const auto& line) { return line.first == lines[i].first; });
    by_age.emplace_back(static_cast<size_t>(newer), i);
  }
  const size_t most = lines.size() <= room ? lines.size() : room - 1;
  std::sort(by_age.begin(), by_age.end());
  by_age.resize(most);
  std::sort(by_age.begin(), by_age.end(),
            [](const auto& one, const auto& other) { return one.second < other.second; });
  std::vector<std::string> texts;
  texts.reserve(room);
  for (const auto& [age, place] : by_age) texts.push_back(lines[place].second);
  if (most < lines.size()) texts.push_back("… +" + std::to_string(lines.size() - most));
  return texts;
}

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
  for (const auto& tried : by_section(packet.tried)) lines.push_back(reader.steps(tried));
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
  std::erase_if(texts, [](const std::string& text) { return text.empty(); });
  std::vector<std::pair<std::string, std::string>> done;  // kind, text
  done.reserve(lines.size());
  for (const PacketLine& line : lines) {
    const std::string what = line.url.empty() ? line.text : absolute_url(context.site(), line.url);
    done.emplace_back(line.label, line.label + ": " + one_line(what + " " + line.more));
  }
  for (std::string& text : texts_that_fit(done, kMostCopied - texts.size())) texts.push_back(std::move(text));
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "\n") + text;
  return all;
}

}  // namespace signpost
