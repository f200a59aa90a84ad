// reply_draft.cc - see reply_draft.h.
#include "api/reply_draft.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/shown_text.h"
#include "content/post_length.h"
#include "content/sentences.h"

namespace signpost {
namespace {

constexpr size_t kMostUnits = 12;     // of either kind: more fit nowhere
constexpr size_t kReadBytes = 4'000;  // of a text
constexpr size_t kLongestUnit = 600;  // graphemes: more fit nowhere
constexpr size_t kBackToSpace = 24;   // graphemes that are given up for a whole word
constexpr std::string_view kMore = "…";

// In one line, with single spaces.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!is_space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return without_bidi_controls(line);
}

std::string cut_to(std::string_view text, size_t graphemes) {
  const std::vector<size_t> ends = grapheme_ends(text, graphemes);
  return std::string(text.substr(0, ends.empty() ? 0 : ends.back()));
}

std::string unit_of(std::string_view text) {
  return cut_to(in_one_line(text.substr(0, kReadBytes)), kLongestUnit);
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> units;
  for (const auto& [begin, end] : sentences(text)) {
    if (units.size() == kMostUnits) break;
    units.push_back(unit_of(text.substr(begin, end - begin)));
  }
  return units;
}

// Behind the last whole character.
std::string_view beginning_of(std::string_view text) {
  if (text.size() <= kReadBytes) return text;
  size_t end = kReadBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::vector<std::string> steps_of(const SectionText& section) {
  std::vector<std::string> units;
  const std::vector<StepList> lists = step_lists(section.blocks);
  if (lists.empty()) return units;
  for (const size_t place : lists.front().steps) {
    if (units.size() == kMostUnits) break;
    const TextBlock& step = section.blocks[place];
    const std::string_view text = std::string_view(section.text).substr(step.begin, step.end - step.begin);
    units.push_back(std::to_string(step.number) + ". " + unit_of(beginning_of(text)));
  }
  return units;
}

// What a person reads first: paragraphs before any list, table or code.
std::vector<std::string> first_sentences(const SectionText& section) {
  for (const TextBlock& block : section.blocks) {
    if (block.kind == BlockKind::paragraph && block.parent < 0)
      return sentences_of(
          beginning_of(std::string_view(section.text).substr(block.begin, block.end - block.begin)));
  }
  return section.blocks.empty() ? sentences_of(beginning_of(section.text)) : std::vector<std::string>();
}

bool fits(const std::string& text, const ReplyPlace& place) {
  return (place.most_bytes == 0 || text.size() <= place.most_bytes) && place.length(text) <= place.limit;
}

std::string joined(const DraftText& of, const std::string& body) {
  return of.title + "\n" + body + (body.empty() ? "" : "\n") + of.address;
}

// The longest beginning of `text` that fits with "…" behind it, up to a whole word where one ends near; ""
// for none. `around` makes the post of it.
template <typename Around>
std::string cut_to_fit(const std::string& text, const ReplyPlace& place, const Around& around) {
  const std::vector<size_t> ends = grapheme_ends(text, place.limit);
  const auto beginning = [&](size_t graphemes) {
    std::string cut = text.substr(0, ends[graphemes - 1]);
    while (cut.ends_with(' ')) cut.pop_back();
    return cut + std::string(kMore);
  };
  size_t low = 0;
  size_t high = ends.size();
  while (low < high) {
    const size_t middle = (low + high + 1) / 2;
    if (fits(around(beginning(middle)), place)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  for (size_t back = 0; back < kBackToSpace && back + 1 < low; ++back) {
    const size_t end = ends[low - back - 1];
    if (end < text.size() && text[end] == ' ' && fits(around(beginning(low - back)), place))
      return beginning(low - back);
  }
  // More letters may count less, where an address ends: so not all shorter ones need fit.
  while (low > 0 && !fits(around(beginning(low)), place)) --low;
  return low == 0 ? "" : beginning(low);
}

}  // namespace

const std::vector<ReplyPlace>& reply_places() {
  static const std::vector<ReplyPlace> kPlaces = {
      {.id = "x", .name = "X", .limit = kXLimit, .length = x_length, .most_bytes = 0},
      {.id = "mastodon",
       .name = "Mastodon",
       .limit = kMastodonLimit,
       .length = mastodon_length,
       .most_bytes = 0},
      {.id = "bluesky",
       .name = "Bluesky",
       .limit = kBlueskyLimit,
       .length = grapheme_count,
       .most_bytes = kBlueskyBytes}};
  return kPlaces;
}

DraftText draft_text(const QuotableDocument& document, size_t section, const std::string& title,
                     const std::string& summary, const std::string& address) {
  DraftText text{.title = unit_of(beginning_of(title)), .sentences = {}, .steps = {}, .address = address};
  const bool is_whole = section == 0;
  if (is_whole && !summary.empty()) text.sentences = sentences_of(beginning_of(summary));
  const size_t last = is_whole ? document.section_count() : section + 1;
  for (size_t i = section; i < last && (text.sentences.empty() || text.steps.empty()); ++i) {
    const SectionText read = document.section(i);
    if (text.steps.empty()) text.steps = steps_of(read);
    if (text.sentences.empty()) text.sentences = first_sentences(read);
  }
  return text;
}

std::string draft_reply(const DraftText& of, const ReplyPlace& place) {
  if (!fits(joined(of, ""), place)) {
    return cut_to_fit(of.title, place,
                      [&of](const std::string& title) { return title + "\n" + of.address; }) +
           "\n" + of.address;
  }
  std::string body;
  size_t taken = 0;
  for (const std::string& sentence : of.sentences) {
    const std::string longer = body + (body.empty() ? "" : " ") + sentence;
    if (!fits(joined(of, longer), place)) break;
    body = longer;
    ++taken;
  }
  // Steps come whole: half a procedure is none. Where there is nothing else, as many as fit.
  std::string steps;
  size_t steps_taken = 0;
  for (const std::string& step : of.steps) {
    const std::string longer = steps + (steps.empty() ? "" : "\n") + step;
    const bool is_last = steps_taken + 1 == of.steps.size();
    const std::string with_rest = longer + (is_last ? "" : "\n" + std::string(kMore));
    if (!fits(joined(of, body + (body.empty() ? "" : "\n") + with_rest), place)) break;
    steps = longer;
    ++steps_taken;
  }
  const bool has_all_steps = steps_taken == of.steps.size();
  if (steps_taken > 0 && (has_all_steps || body.empty())) {
    const std::string rest = has_all_steps ? "" : "\n" + std::string(kMore);
    body += (body.empty() ? "" : "\n") + steps + rest;
  }
  if (!body.empty()) return joined(of, body);
  const std::vector<std::string>& first = of.sentences.empty() ? of.steps : of.sentences;
  if (first.empty()) return joined(of, "");
  return joined(of, cut_to_fit(first.front(), place,
                               [&of](const std::string& beginning) { return joined(of, beginning); }));
}

}  // namespace signpost
