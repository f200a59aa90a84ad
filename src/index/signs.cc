// signs.cc - tells operators from punctuation by their length, their neighbours, and a list.
#include "index/signs.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>

#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr std::string_view kSentenceSigns = "!.:?";
constexpr size_t kLongest = 4;  // bytes; a longer run, or four of the same, is a line

constexpr std::string_view kOperators[] = {
    "!=",  "!==", "!~", "%=", "&&",  "&&=",  "&=", "**", "*=",  "++", "+=",  "-=", "->", "->>", "...",
    "..",  "/=",  "//", ":=", "<-",  "<<",   "<=", "<>", "<=>", "==", "===", "=>", "=~", ">=",  ">>",
    ">>=", ">>>", "?.", "?:", "?\?", "?\?=", "^=", "|=", "|>",  "||", "||=", "~=", "~>"};

bool is_sign(char c) { return sign_class(c) != SignClass::none; }
bool stands_alone(std::string_view run) { return run.size() == 1 && sign_class(run[0]) == SignClass::alone; }

bool is_sentence(std::string_view run) {
  return run.find_first_not_of(kSentenceSigns) == std::string_view::npos;
}

bool is_operator(std::string_view run) {
  for (const std::string_view known : kOperators) {
    if (run == known) return true;
  }
  return false;
}

bool opens(char c) { return is_space(c) || c == '(' || c == '[' || c == '{' || c == '"' || c == '\''; }
bool closes(char c) {
  return is_space(c) || c == ')' || c == ']' || c == '}' || c == '"' || c == '\'' || c == ',' || c == ';';
}

// Without the full stop or colon of the sentence that it ends.
size_t end_of_run(std::string_view text, size_t begin, size_t end) {
  const bool stops =
      (text[end - 1] == '.' || text[end - 1] == ':') && (end == text.size() || is_space(text[end]));
  const std::string_view shorter = text.substr(begin, end - begin - 1);
  const bool known = shorter.size() > 1 || stands_alone(shorter);
  return stops && !shorter.empty() && known && !is_operator(text.substr(begin, end - begin)) ? end - 1 : end;
}

// ":)" and ":-(", by themselves.
size_t end_of_smiley(std::string_view text, size_t begin) {
  size_t end = begin + 1;
  if (end < text.size() && text[end] == '-') ++end;
  if (end >= text.size() || (text[end] != ')' && text[end] != '(')) return begin;
  ++end;
  return end == text.size() || is_space(text[end]) ? end : begin;
}

size_t read_ascii(std::string_view text, size_t& i) {
  const size_t begin = i;
  if (!may_begin_signs(text, i)) return ++i, 0;
  const bool smiles = text[begin] == ':' || text[begin] == ';';
  const bool open = begin == 0 || opens(text[begin - 1]);
  if (smiles && (begin == 0 || is_space(text[begin - 1]))) {
    i = end_of_smiley(text, begin);
    if (i > begin) return i - begin;
  }
  while (i < text.size() && is_sign(text[i])) ++i;
  if (i == begin) return ++i, 0;
  const size_t end = end_of_run(text, begin, i);
  const std::string_view run = text.substr(begin, end - begin);
  const bool alone = open && (end < i || end == text.size() || closes(text[end]));
  const bool line = run.size() == kLongest && run.find_first_not_of(run[0]) == std::string_view::npos;
  const bool searched =
      run.size() == 1 ? alone && stands_alone(run)
                      : run.size() <= kLongest && !line && (alone || (!is_sentence(run) && is_operator(run)));
  return searched ? run.size() : 0;
}

bool is_symbol(char32_t c) {
  if (c >= 0x2500 && c <= 0x259F) return false;  // lines and blocks that draw tables
  if (c == 0xFFFC || c == 0xFFFD) return false;  // stand for what is not text
  if (c == 0x2212) return false;                 // a minus that typography made of a dash
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_SM_MASK | U_GC_SC_MASK | U_GC_SO_MASK)) != 0;
}

bool is_half_flag(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

}  // namespace

size_t read_signs(std::string_view text, size_t& i) {
  if (static_cast<uint8_t>(text[i]) < 0x80) return read_ascii(text, i);
  const size_t begin = i;
  const char32_t c = next_code_point(text, i);
  if (!is_symbol(c)) return 0;
  size_t behind = i;
  if (is_half_flag(c) && i < text.size() && is_half_flag(next_code_point(text, behind))) i = behind;
  return i - begin;
}

}  // namespace signpost
