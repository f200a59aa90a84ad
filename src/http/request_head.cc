// request_head.cc - see request_head.h.
#include "http/request_head.h"

#include <algorithm>

namespace signpost {
namespace {

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin(), [](char want, char got) {
    return want == (got >= 'A' && got <= 'Z' ? static_cast<char>(got + 32) : got);
  });
}

// Any sign of a body: what follows such a head is not looked at, and the connection ends with the answer.
bool announces_body(std::string_view head) {
  for (size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
    const std::string_view line = head.substr(at + 2);
    if (starts_with_any_case(line, "transfer-encoding")) return true;
    if (!starts_with_any_case(line, "content-length")) continue;
    const std::string_view value = line.substr(0, line.find("\r\n"));
    if (value.find_first_of("123456789") != std::string_view::npos) return true;
  }
  return false;
}

bool has_bad_byte(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte == 0x7F;
  });
}

}  // namespace

HeadState inspect_head(std::string_view bytes, size_t max_line, size_t max_head) {
  HeadState state;
  const size_t newline = bytes.find('\n');
  if (newline == std::string_view::npos ? bytes.size() > max_line : newline > max_line) {
    state.refused = 414;
    return state;
  }
  if (newline != std::string_view::npos) {
    const bool ends_right = newline > 0 && bytes[newline - 1] == '\r';
    if (!ends_right || has_bad_byte(bytes.substr(0, newline - 1))) {
      state.refused = 400;
      return state;
    }
  }
  const size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos ? bytes.size() > max_head : end + 4 > max_head) {
    state.refused = 431;
    return state;
  }
  if (end == std::string_view::npos) return state;
  state.size = end + 4;
  state.has_body = announces_body(bytes.substr(0, state.size));
  return state;
}

std::string with_plain_target(std::string head) {
  const size_t start = head.find(' ');
  if (start == std::string::npos) return head;
  size_t end = std::min(head.find(' ', start + 1), head.find('\r', start + 1));
  size_t question = head.find('?', start);
  while (question < end) {
    question = head.find('?', question + 1);
    if (question >= end) break;
    head.replace(question, 1, "%3F");
    end += 2;
  }
  return head;
}

}  // namespace signpost
