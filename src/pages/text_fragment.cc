// text_fragment.cc - see text_fragment.h.
#include "pages/text_fragment.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "api/answer_operation.h"
#include "base/percent.h"

namespace signpost {
namespace {

constexpr size_t kWholeBytes = 100;  // a short quotation is named in full
constexpr size_t kEnoughBytes = 40;  // of a longer one its beginning and its end
constexpr std::array<std::string_view, 6> kWideMarks = {"、", "。", "，", "．", "！", "？"};

// Nothing may stand in a directive that could end or divide it.
std::string directive_encoded(std::string_view text) {
  std::string encoded;
  for (const char letter : percent_encode(text)) encoded += letter == '-' ? "%2D" : std::string(1, letter);
  return encoded;
}

// A browser looks for each end within one block: a line of the text, or a cell.
std::string_view divider_of(AnswerKind kind) { return kind == AnswerKind::table_row ? " | " : "\n"; }

std::string_view shorn(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \n\t|");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n\t|") + 1 - begin);
}

// Only between words, or the browser doesn't take it: where a space is, or behind a mark of Chinese or
// Japanese.
bool is_between_words(std::string_view text, size_t at) {
  if (at == 0 || at == text.size()) return true;
  if (text[at] == ' ' || text[at - 1] == ' ') return true;
  for (const std::string_view mark : kWideMarks) {
    if (text.substr(0, at).ends_with(mark)) return true;
  }
  return false;
}

std::string_view beginning_of(std::string_view block) {
  size_t end = std::min(block.size(), kEnoughBytes);
  while (!is_between_words(block, end)) ++end;
  return shorn(block.substr(0, end));
}

std::string_view end_of(std::string_view block) {
  size_t begin = block.size() - std::min(block.size(), kEnoughBytes);
  while (!is_between_words(block, begin)) --begin;
  return shorn(block.substr(begin));
}

}  // namespace

std::string place_of_quotation(const Quotation& quotation) {
  const std::string url = source_url(quotation.source);
  const std::string_view text = shorn(quotation.text);
  if (text.empty()) return url;
  const std::string start = url + (url.find('#') == std::string::npos ? "#" : "") + ":~:text=";
  const std::string_view divider = divider_of(quotation.kind);
  const size_t first = text.find(divider);
  const size_t last = text.rfind(divider);
  const bool one_block = first == std::string_view::npos;
  const std::string_view beginning = beginning_of(text.substr(0, first));
  const std::string_view end = end_of(one_block ? text : text.substr(last + divider.size()));
  const bool in_full =
      one_block && (text.size() <= kWholeBytes || beginning.size() + end.size() >= text.size());
  if (in_full) return start + directive_encoded(text);
  return start + directive_encoded(beginning) + "," + directive_encoded(end);
}

}  // namespace signpost
