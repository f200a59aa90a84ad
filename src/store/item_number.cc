// item_number.cc - see item_number.h.
#include "store/item_number.h"

#include <charconv>

#include "base/ascii.h"

namespace signpost {

std::string shown_item(char letter, int64_t number) {
  return std::string(1, letter) + "-" + std::to_string(number);
}

std::optional<int64_t> parse_item(char letter, std::string_view text) {
  if (text.size() < 2 || (text[0] != letter && text[0] != lower(letter)) || text[1] != '-')
    return std::nullopt;
  text.remove_prefix(2);
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

}  // namespace signpost
