// request_code.cc - see request_code.h.
#include "store/request_code.h"

#include "base/ascii.h"
#include "base/random_bytes.h"

namespace signpost {
namespace {

constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr size_t kCodeSize = 12;
constexpr size_t kGroup = 4;

// In GF(32) with x^5 + x^2 + 1, of which x is a primitive element.
constexpr unsigned times_x(unsigned value) {
  value <<= 1;
  return (value & 32) != 0 ? value ^ 0x25 : value;
}

// The value at x of the polynomial whose coefficients the symbols are. With the check symbol last it is 0:
// then a change of one is one of this, and an exchange too, because no two powers of x are equal.
unsigned checksum(std::string_view symbols) {
  unsigned sum = 0;
  for (const char symbol : symbols) sum = times_x(sum) ^ static_cast<unsigned>(kSymbols.find(symbol));
  return sum;
}

char symbol_of(char typed) {
  const char symbol = upper(typed);
  if (symbol == 'O') return '0';
  return symbol == 'I' || symbol == 'L' ? '1' : symbol;
}

}  // namespace

std::string make_request_code() {
  std::string code;
  for (const char byte : random_bytes(kCodeSize - 1))
    code += kSymbols[static_cast<unsigned char>(byte) % kSymbols.size()];
  code += kSymbols[times_x(checksum(code))];
  return code;
}

std::optional<std::string> parse_request_code(std::string_view text) {
  std::string code;
  for (const char typed : text) {
    if (typed == '-' || is_space(typed)) continue;
    const char symbol = symbol_of(typed);
    if (kSymbols.find(symbol) == std::string_view::npos || code.size() == kCodeSize) return std::nullopt;
    code += symbol;
  }
  if (code.size() != kCodeSize || checksum(code) != 0) return std::nullopt;
  return code;
}

std::string shown_code(std::string_view code) {
  std::string shown;
  for (size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % kGroup == 0) shown += '-';
    shown += code[i];
  }
  return shown;
}

}  // namespace signpost
