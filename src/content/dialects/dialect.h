// dialect.h - the Markdown of other tools: which there are, and a set of them.
// Tested by tests/unit/content/dialects/dialect_test.cc.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

enum class Dialect : uint8_t {
  docusaurus,
  gitbook,
  hugo,
  jekyll,
  mdbook,
  mdx,
  mintlify,
  mkdocs,
  obsidian,
  starlight,
  vitepress,
};
inline constexpr int kDialects = 11;

// What site.yaml and the summary of a run call it: "mkdocs".
std::string_view to_string(Dialect dialect);
std::optional<Dialect> parse_dialect(std::string_view name);

// The dialects that a help centre is written in: most often none or one.
class DialectSet {
 public:
  DialectSet() = default;
  DialectSet(std::initializer_list<Dialect> dialects) {
    for (const Dialect dialect : dialects) add(dialect);
  }

  void add(Dialect dialect) { bits_ = static_cast<uint16_t>(bits_ | bit(dialect)); }
  bool has(Dialect dialect) const { return (bits_ & bit(dialect)) != 0; }
  bool has_any(DialectSet others) const { return (bits_ & others.bits_) != 0; }
  bool empty() const { return bits_ == 0; }
  bool operator==(const DialectSet&) const = default;

 private:
  static uint16_t bit(Dialect dialect) { return static_cast<uint16_t>(1u << static_cast<unsigned>(dialect)); }

  uint16_t bits_ = 0;
};

// In the order of their names.
std::vector<std::string> names_of(DialectSet dialects);

// "docusaurus, gitbook, ...": all that there are, for messages.
std::string known_dialects();

}  // namespace signpost
