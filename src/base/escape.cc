// escape.cc - see escape.h.
#include "base/escape.h"

#include <array>

namespace signpost {
namespace {

constexpr std::array<std::string_view, 256> make_escapes() {
  std::array<std::string_view, 256> table{};
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  return table;
}
constexpr std::array<std::string_view, 256> kEscapes = make_escapes();

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  size_t start = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view escape = kEscapes[static_cast<unsigned char>(text[i])];
    if (escape.empty()) continue;
    out.append(text, start, i - start);
    out += escape;
    start = i + 1;
  }
  out.append(text, start, text.size() - start);
}

std::string html_escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

}  // namespace signpost
