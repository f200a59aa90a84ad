// request.cc - see request.h.
#include "store/request.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "store/sent_text.h"

namespace signpost {
namespace {

constexpr std::string_view kStateNames[] = {"received", "passed_on", "answered", "closed"};

class DraftChecker {
 public:
  void text(const std::string& field, const std::string& value, size_t most, Lines lines = Lines::one) {
    if (value.size() > most) {
      add(field, "has " + std::to_string(value.size()) + " bytes; " + std::to_string(most) + " are allowed");
    } else if (!is_text(value, lines)) {
      add(field, lines == Lines::one ? "must be one line of text in UTF-8" : "must be text in UTF-8");
    }
  }

  // Calls check(entry, field) for each, where there are not too many.
  template <typename Entry, typename Check>
  void list(const std::string& field, const std::vector<Entry>& entries, const Check& check) {
    if (entries.size() > kMaxPacketEntries) {
      return add(field, "has " + std::to_string(entries.size()) + " entries; " +
                            std::to_string(kMaxPacketEntries) + " are allowed");
    }
    for (size_t i = 0; i < entries.size(); ++i) check(entries[i], field + "[" + std::to_string(i) + "]");
  }

  void texts(const std::string& field, const std::vector<std::string>& entries, size_t most) {
    list(field, entries,
         [&](const std::string& entry, const std::string& place) { text(place, entry, most); });
  }

  // Of read and tried.
  void section(const std::string& place, const std::string& id, const std::string& anchor) {
    if (id.empty()) add(place + ".id", "is needed");
    text(place + ".id", id, kMaxIdBytes);
    text(place + ".anchor", anchor, kMaxIdBytes);
  }

  void add(std::string field, std::string message) {
    faults_.push_back({std::move(field), std::move(message)});
  }
  std::vector<DraftFault> take() { return std::move(faults_); }

 private:
  std::vector<DraftFault> faults_;
};

void check_packet(const RequestPacket& packet, DraftChecker& checker) {
  checker.texts("packet.questions", packet.questions, kMaxQuestionBytes);
  checker.list("packet.read", packet.read, [&](const ReadSection& read, const std::string& place) {
    checker.section(place, read.id, read.anchor);
  });
  checker.list("packet.tried", packet.tried, [&](const TriedStep& tried, const std::string& place) {
    checker.section(place, tried.id, tried.anchor);
    if (tried.step < 1 || tried.step > kMaxStep)
      checker.add(place + ".step", "must be a number from 1 to " + std::to_string(kMaxStep));
  });
  checker.texts("packet.answers", packet.answers, kMaxQuestionBytes);
  checker.texts("packet.incidents", packet.incidents, kMaxIdBytes);
  checker.text("packet.level", packet.level, kMaxProductBytes);
}

}  // namespace

std::vector<DraftFault> settle_draft(RequestDraft& draft) {
  unify_line_breaks(draft.message);
  DraftChecker checker;
  checker.text("lang", draft.lang, kMaxLanguageBytes);
  checker.text("reply_to", draft.reply_to, kMaxReplyToBytes);
  checker.text("name", draft.name, kMaxNameBytes);
  checker.text("product", draft.product, kMaxProductBytes);
  checker.text("message", draft.message, kMaxMessageBytes, Lines::many);
  if (is_blank(draft.message)) checker.add("message", "is needed");
  check_packet(draft.packet, checker);
  return checker.take();
}

void fit_what_goes_along(RequestDraft& draft) {
  const auto fit = [](std::vector<std::string>& entries, size_t most_bytes) {
    for (std::string& entry : entries) entry = one_line_of(std::move(entry), most_bytes);
    const auto first =
        entries.end() - static_cast<std::ptrdiff_t>(std::min(entries.size(), kMaxPacketEntries));
    entries.erase(entries.begin(), first);
  };
  fit(draft.packet.questions, kMaxQuestionBytes);
  fit(draft.packet.answers, kMaxQuestionBytes);
  fit(draft.packet.incidents, kMaxIdBytes);
  draft.product = one_line_of(std::move(draft.product), kMaxProductBytes);
  draft.packet.level = one_line_of(std::move(draft.packet.level), kMaxProductBytes);
}

std::string_view name_of(RequestState state) { return kStateNames[static_cast<size_t>(state)]; }

std::optional<RequestState> request_state_named(std::string_view name) {
  const auto* const found = std::find(std::begin(kStateNames), std::end(kStateNames), name);
  if (found == std::end(kStateNames)) return std::nullopt;
  return kRequestStates[found - std::begin(kStateNames)];
}

}  // namespace signpost
