// document.cc - the words for a document's enums.
// Tested by tests/unit/content/document_test.cc.
#include "content/document.h"

#include <array>

namespace signpost {
namespace {

// The word of the enumerator with value i stands at index i.
constexpr std::array<std::string_view, 2> kKinds = {"help", "community"};
constexpr std::array<std::string_view, 4> kLevels = {"", "basic", "intermediate", "expert"};
constexpr std::array<std::string_view, 5> kTypes = {"", "guide", "faq", "troubleshooting", "reference"};

template <typename Enum, size_t N>
std::string_view word_of(const std::array<std::string_view, N>& words, Enum value) {
  const auto index = static_cast<size_t>(value);
  return index < N ? words[index] : std::string_view();
}

template <typename Enum, size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& words, std::string_view word) {
  for (size_t i = 0; i < N; ++i) {
    if (words[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Kind kind) { return word_of(kKinds, kind); }
std::string_view to_string(Level level) { return word_of(kLevels, level); }
std::string_view to_string(ArticleType type) { return word_of(kTypes, type); }

std::optional<Kind> parse_kind(std::string_view word) { return value_of<Kind>(kKinds, word); }
std::optional<Level> parse_level(std::string_view word) { return value_of<Level>(kLevels, word); }
std::optional<ArticleType> parse_article_type(std::string_view word) {
  return value_of<ArticleType>(kTypes, word);
}

}  // namespace signpost
