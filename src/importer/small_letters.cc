// small_letters.cc - the superscripts and subscripts that fonts have: digits, signs, n and i.
#include "importer/small_letters.h"

#include <array>
#include <utility>

namespace signpost {
namespace {

constexpr size_t kMaxLetters = 12;

struct Letter {
  char plain;
  std::string_view super;
  std::string_view sub;
};

constexpr std::array<Letter, 17> kLetters = {{
    {'0', "⁰", "₀"},
    {'1', "¹", "₁"},
    {'2', "²", "₂"},
    {'3', "³", "₃"},
    {'4', "⁴", "₄"},
    {'5', "⁵", "₅"},
    {'6', "⁶", "₆"},
    {'7', "⁷", "₇"},
    {'8', "⁸", "₈"},
    {'9', "⁹", "₉"},
    {'+', "⁺", "₊"},
    {'-', "⁻", "₋"},
    {'=', "⁼", "₌"},
    {'(', "⁽", "₍"},
    {')', "⁾", "₎"},
    {'n', "ⁿ", "ₙ"},
    {'i', "ⁱ", "ᵢ"},
}};

std::optional<std::string> translated(std::string_view text, std::string_view Letter::*form) {
  if (text.empty() || text.size() > kMaxLetters) return std::nullopt;
  std::string out;
  for (const char c : text) {
    const Letter* found = nullptr;
    for (const Letter& letter : kLetters) {
      if (letter.plain == c) found = &letter;
    }
    if (found == nullptr) return std::nullopt;
    out += found->*form;
  }
  return out;
}

}  // namespace

std::optional<std::string> superscript(std::string_view text) { return translated(text, &Letter::super); }
std::optional<std::string> subscript(std::string_view text) { return translated(text, &Letter::sub); }

}  // namespace signpost
