// html_text.cc - the character references of raw HTML.
// Tested by tests/unit/content/html_text_test.cc.
#include "content/html_text.h"

#include <array>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/utf8.h"

namespace signpost {
namespace {

// The HTML standard's table has 2,231 names; these are the ones worth knowing without it. Those for
// characters that change the meaning of a URL are here for the sake of safety.
constexpr std::array<std::pair<std::string_view, char32_t>, 64> kNames = {{
    {"amp", '&'},       {"AMP", '&'},      {"lt", '<'},
    {"LT", '<'},        {"gt", '>'},       {"GT", '>'},
    {"quot", '"'},      {"QUOT", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},     {"Tab", '\t'},     {"NewLine", '\n'},
    {"colon", ':'},     {"semi", ';'},     {"sol", '/'},
    {"bsol", '\\'},     {"lpar", '('},     {"rpar", ')'},
    {"lsqb", '['},      {"rsqb", ']'},     {"lbrace", '{'},
    {"lcub", '{'},      {"rbrace", '}'},   {"rcub", '}'},
    {"excl", '!'},      {"num", '#'},      {"dollar", '$'},
    {"percnt", '%'},    {"ast", '*'},      {"plus", '+'},
    {"comma", ','},     {"period", '.'},   {"equals", '='},
    {"quest", '?'},     {"commat", '@'},   {"lowbar", '_'},
    {"grave", '`'},     {"vert", '|'},     {"verbar", '|'},
    {"copy", 0xA9},     {"reg", 0xAE},     {"trade", 0x2122},
    {"deg", 0xB0},      {"plusmn", 0xB1},  {"micro", 0xB5},
    {"middot", 0xB7},   {"times", 0xD7},   {"divide", 0xF7},
    {"laquo", 0xAB},    {"raquo", 0xBB},   {"ndash", 0x2013},
    {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"bull", 0x2022},
    {"hellip", 0x2026}, {"larr", 0x2190},  {"uarr", 0x2191},
    {"rarr", 0x2192},   {"darr", 0x2193},  {"ZeroWidthSpace", 0x200B},
    {"shy", 0xAD},
}};

int digit_of(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  const char letter = lower(c);
  return base == 16 && letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// Length of the numeric reference at the start of `text` ("&#58;", "&#x3a", with or without ';'), and what
// it stands for; 0 when there is none.
size_t numeric_reference(std::string_view text, char32_t& code_point) {
  size_t pos = 2;
  int base = 10;
  if (pos < text.size() && (text[pos] == 'x' || text[pos] == 'X')) {
    base = 16;
    ++pos;
  }
  const size_t first = pos;
  uint32_t value = 0;
  for (; pos < text.size() && digit_of(text[pos], base) >= 0; ++pos) {
    if (value <= 0x110000)
      value = value * static_cast<uint32_t>(base) + static_cast<uint32_t>(digit_of(text[pos], base));
  }
  if (pos == first) return 0;
  if (pos < text.size() && text[pos] == ';') ++pos;
  code_point = value == 0 || !is_text_code_point(value) ? kReplacement : value;
  return pos;
}

// Length of what has the form of a named reference with its ';', 0 when there is none.
size_t named_reference(std::string_view text) {
  size_t pos = 1;
  while (pos < text.size() && pos < 40 && is_alnum(text[pos])) ++pos;
  return pos > 1 && pos < text.size() && text[pos] == ';' ? pos + 1 : 0;
}

// Length of the reference at the start of `text`, and what it stands for; 0 when there is none that is known.
size_t known_reference(std::string_view text, char32_t& code_point) {
  if (text.size() < 3 || text[0] != '&') return 0;
  if (text[1] == '#') return numeric_reference(text, code_point);
  const size_t length = named_reference(text);
  if (length == 0) return 0;
  const std::string_view name = text.substr(1, length - 2);
  for (const auto& [known, value] : kNames) {
    if (known != name) continue;
    code_point = value;
    return length;
  }
  return 0;
}

}  // namespace

void append_html_source_text(std::string& html, std::string_view source) {
  for (size_t i = 0; i < source.size();) {
    const std::string_view rest = source.substr(i);
    char32_t code_point = 0;
    size_t length = known_reference(rest, code_point);
    if (length > 0) {
      std::string character;
      append_utf8(character, code_point);
      append_escaped(html, character);
    } else if (rest[0] == '&' && (length = named_reference(rest)) > 0) {
      html.append(rest.substr(0, length));
    } else {
      append_escaped(html, rest.substr(0, length = 1));
    }
    i += length;
  }
}

std::string decode_references(std::string_view source) {
  std::string out;
  out.reserve(source.size());
  for (size_t i = 0; i < source.size();) {
    const std::string_view rest = source.substr(i);
    char32_t code_point = 0;
    const size_t length = known_reference(rest, code_point);
    if (length == 0) {
      out += rest[0];
      ++i;
    } else {
      append_utf8(out, code_point);
      i += length;
    }
  }
  return out;
}

}  // namespace signpost
