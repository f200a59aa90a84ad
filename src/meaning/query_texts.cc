// query_texts.cc - see query_texts.h.
//
// What is random here is the sum of a text, so that each run over the same texts chooses the same.
#include "meaning/query_texts.h"

#include <algorithm>
#include <utility>

#include "base/fnv1a.h"
#include "content/sentences.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr size_t kLeastBytes = 3;  // of a text that says something
constexpr size_t kMostBytes = 200;
constexpr size_t kSpansOfSection = 16;

// Bits of a text that look thrown: splitmix64 over its sum.
uint64_t thrown(std::string_view text) {
  uint64_t z = fnv1a(text) + 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

struct Character {
  size_t begin = 0;
  bool space = false;
  bool cjk = false;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> out;
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    const char32_t c = next_code_point(text, i);
    const CharClass kind = classify(c);
    // Hangul has spaces between its words.
    out.push_back({begin, c == ' ' || c == '\t',
                   (is_cjk(kind) && kind != CharClass::hangul) || kind == CharClass::complex});
  }
  return out;
}

std::vector<std::string_view> words_of(std::string_view sentence, const std::vector<Character>& characters) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  for (size_t i = 0; i <= characters.size(); ++i) {
    const size_t at = i < characters.size() ? characters[i].begin : sentence.size();
    if (i < characters.size() && !characters[i].space) continue;
    if (at > begin) out.push_back(sentence.substr(begin, at - begin));
    begin = at + 1;
  }
  return out;
}

// `count` things in a row out of `of`, and where the first is.
struct Window {
  size_t first = 0;
  size_t count = 0;
};
Window window_of(uint64_t bits, size_t least, size_t most, size_t of) {
  const size_t count = std::min<size_t>(of, least + bits % (most - least + 1));
  return {static_cast<size_t>((bits >> 32) % (of - count + 1)), count};
}

std::string span_of(std::string_view sentence) {
  const std::vector<Character> characters = characters_of(sentence);
  const auto cjk = static_cast<size_t>(
      std::count_if(characters.begin(), characters.end(), [](const Character& c) { return c.cjk; }));
  const uint64_t bits = thrown(sentence);
  if (2 * cjk > characters.size()) {
    const Window window = window_of(bits, 6, 24, characters.size());
    const size_t begin = characters[window.first].begin;
    const size_t behind = window.first + window.count;
    const size_t end = behind < characters.size() ? characters[behind].begin : sentence.size();
    return std::string(sentence.substr(begin, end - begin));
  }
  const std::vector<std::string_view> words = words_of(sentence, characters);
  if (words.empty()) return "";
  const Window window = window_of(bits, 2, 10, words.size());
  std::string out;
  for (size_t i = 0; i < window.count; ++i)
    out.append(out.empty() ? "" : " ").append(words[window.first + i]);
  return out;
}

}  // namespace

void TextSample::add(std::string_view text, std::string_view lang) {
  if (text.size() < kLeastBytes || text.size() > kMostBytes) return;
  const uint64_t sum = thrown(text);
  if (chosen_.size() >= limit_) {
    if (sum >= std::prev(chosen_.end())->first) return;
    if (chosen_.count(sum) == 0) chosen_.erase(std::prev(chosen_.end()));
  }
  chosen_.try_emplace(sum, QueryText{std::string(text), std::string(lang)});
}

std::vector<QueryText> TextSample::take() {
  std::vector<QueryText> out;
  out.reserve(chosen_.size());
  for (auto& [sum, text] : chosen_) out.push_back(std::move(text));
  chosen_.clear();
  return out;
}

std::vector<std::string> spans_of(std::string_view text, size_t limit) {
  std::vector<std::pair<uint64_t, std::string_view>> chosen;
  for (const auto& [begin, end] : sentences(text)) {
    const std::string_view sentence = text.substr(begin, end - begin);
    chosen.emplace_back(thrown(sentence), sentence);
  }
  const size_t count = std::min(limit, chosen.size());
  std::partial_sort(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(count), chosen.end());
  std::vector<std::string> out;
  for (size_t i = 0; i < count; ++i) {
    std::string span = span_of(chosen[i].second);
    if (!span.empty()) out.push_back(std::move(span));
  }
  return out;
}

void QueryTexts::add_section(std::string_view text, std::string_view lang) {
  for (const std::string& span : spans_of(text, kSpansOfSection)) spans_.add(span, lang);
}

std::vector<QueryText> QueryTexts::take() {
  std::vector<QueryText> out;
  std::map<std::string, size_t> seen;
  for (TextSample* sample : {&titles_, &headings_, &spans_}) {
    for (QueryText& text : sample->take()) {
      if (seen.try_emplace(text.text, out.size()).second) out.push_back(std::move(text));
    }
  }
  return out;
}

}  // namespace signpost
