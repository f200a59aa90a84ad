// name_splitter.cc - where the parts of a name such as getUserName or std::vector begin.
#include "index/name_splitter.h"

#include <cstdint>

#include "base/ascii.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

// Length in bytes of the word character at text[i], 0 when there is none.
size_t word_char_length(std::string_view text, size_t i) {
  if (i >= text.size()) return 0;
  if (static_cast<uint8_t>(text[i]) < 0x80) return is_alnum(text[i]) ? 1 : 0;
  size_t after = i;
  const CharClass c = classify(next_code_point(text, after));
  return c == CharClass::word || c == CharClass::ignorable ? after - i : 0;
}

constexpr std::string_view kHyphen = "\xE2\x80\x90";
constexpr std::string_view kNoBreakHyphen = "\xE2\x80\x91";

bool is_hebrew(char32_t c) { return c >= 0x05D0 && c <= 0x05EA; }
bool is_hebrew_before(std::string_view text, size_t i) {
  return i > 0 && is_hebrew(code_point_before(text, i));
}
bool is_hebrew_at(std::string_view text, size_t i) {
  return i < text.size() && is_hebrew(next_code_point(text, i));
}

enum class Joint { none, apostrophe, name };

// What joins the word that ends at text[i] with the next one; `length` is its bytes.
Joint joint_at(std::string_view text, size_t i, size_t& length) {
  if (i >= text.size()) return Joint::none;
  const std::string_view rest = text.substr(i);
  Joint joint = Joint::none;
  length = 1;
  switch (rest[0]) {
    case '\'':
    case '`':
      joint = Joint::apostrophe;
      break;
    case '"':  // as Hebrew writes abbreviations, with the keys that there are
      joint = is_hebrew_before(text, i) && is_hebrew_at(text, i + 1) ? Joint::apostrophe : Joint::none;
      break;
    case '-':
    case '_':
    case '.':
    case '@':
      joint = Joint::name;
      break;
    case ',':
      joint = i > 0 && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1]) ? Joint::name
                                                                                             : Joint::none;
      break;
    case ':':
      joint = rest.starts_with("::") ? Joint::name : Joint::none;
      length = 2;
      break;
    default:
      if (static_cast<uint8_t>(rest[0]) < 0x80) return Joint::none;
      for (const std::string_view apostrophe : kOtherApostrophes) {
        if (!rest.starts_with(apostrophe)) continue;
        joint = Joint::apostrophe;
        length = apostrophe.size();
        break;
      }
      if (joint != Joint::none) break;
      length = 3;
      if (rest.starts_with(kHyphen) || rest.starts_with(kNoBreakHyphen)) joint = Joint::name;
  }
  if (rest[0] == '_') {
    while (length < rest.size() && rest[length] == '_') ++length;
  }
  return joint != Joint::none && word_char_length(text, i + length) > 0 ? joint : Joint::none;
}

bool is_hex_number(std::string_view word) {
  return word.size() > 2 && word[0] == '0' && (word[1] == 'x' || word[1] == 'X');
}

// True when a camelCase or letter-digit word has a joint before word[i].
bool splits_before(std::string_view word, size_t i) {
  const char before = word[i - 1];
  const char here = word[i];
  if (is_lower(before) && is_upper(here)) return true;
  if (is_upper(before) && is_upper(here) && i + 1 < word.size() && is_lower(word[i + 1])) {
    const bool plural = word[i + 1] == 's' && (i + 2 == word.size() || is_upper(word[i + 2]));
    return !plural;
  }
  if (is_digit(here) && !is_digit(before)) {
    size_t digits = i;
    while (digits < word.size() && is_digit(word[digits])) ++digits;
    return digits - i >= 3;
  }
  return false;
}

void split_word(std::string_view text, size_t begin, size_t end, std::vector<WordPart>& parts) {
  const std::string_view word = text.substr(begin, end - begin);
  size_t from = 0;
  if (!is_hex_number(word) && word.size() <= 64) {
    for (size_t i = 1; i < word.size(); ++i) {
      if (static_cast<uint8_t>(word[i]) >= 0x80 || !splits_before(word, i)) continue;
      parts.push_back({begin + from, begin + i, true});
      from = i;
    }
  }
  parts.push_back({begin + from, end, from > 0});
}

// "config/.env" and "(.NET", but not "..." or "node.js".
bool has_leading_dot(std::string_view text, size_t i) {
  if (i == 0 || text[i - 1] != '.' || is_digit(text[i])) return false;
  return i == 1 || is_space(text[i - 2]) ||
         std::string_view("(/\"'").find(text[i - 2]) != std::string_view::npos;
}

}  // namespace

bool ends_at_apostrophe(std::string_view text, size_t end) {
  size_t length = 0;
  return joint_at(text, end, length) == Joint::apostrophe;
}

void read_name(std::string_view text, size_t& i, bool split_apostrophe, NameSpan& out) {
  out.begin = i;
  out.flag = i >= 2 && text[i - 1] == '-' && text[i - 2] == '-' && (i == 2 || text[i - 3] != '-');
  out.dot = has_leading_dot(text, i);
  out.apostrophe = true;
  out.parts.clear();
  bool joined = false;
  for (;;) {
    const size_t word_begin = i;
    while (const size_t length = word_char_length(text, i)) i += length;
    size_t length = 0;
    size_t word_end = i;
    Joint joint = joint_at(text, i, length);
    while (joint == Joint::apostrophe && !split_apostrophe) {
      i += length;
      while (const size_t more = word_char_length(text, i)) i += more;
      word_end = i;
      joint = joint_at(text, i, length);
    }
    split_word(text, word_begin, word_end, out.parts);
    if (joint != Joint::name || out.parts.size() > 16) break;
    joined = true;
    i += length;
  }
  out.apostrophe = !joined;
  out.end = i;
  const std::string_view rest = text.substr(i);
  const size_t suffix = rest.starts_with("++") ? 2 : rest.starts_with("#") ? 1 : 0;
  const size_t behind = i + suffix;
  const bool closes = behind >= text.size() || word_char_length(text, behind) == 0;
  if (suffix > 0 && closes && i - out.begin <= 2) out.end = i = behind;
}

}  // namespace signpost
