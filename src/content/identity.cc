// identity.cc - which document a file is, without rendering it.
// Tested by tests/unit/content/front_matter_test.cc.
#include "content/identity.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "content/diagnostic.h"
#include "content/front_matter.h"
#include "content/split_source.h"
#include "content/stated_addresses.h"
#include "content/stated_order.h"

namespace signpost {
namespace {

std::string_view without_quotes(std::string_view key) {
  while (!key.empty() && (key.front() == '"' || key.front() == '\'')) key.remove_prefix(1);
  while (!key.empty() && (key.back() == '"' || key.back() == '\'')) key.remove_suffix(1);
  return key;
}

// Most files set none of these keys, so the head is only read when one of them seems to begin a line.
bool may_say_identity(const SplitSource& source) {
  if (source.unclosed || source.format != HeadFormat::yaml || source.head.substr(0, 1) == "{") return true;
  for (std::string_view rest = source.head; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::string_view key = without_quotes(trimmed(line.substr(0, line.find_first_of(":="))));
    if (is_one_of(key, {"id", "lang", "weight", "aliases", "redirect_from"}) || is_address_key(key) ||
        is_order_key(key) || is_visibility_key(key))
      return true;
  }
  return false;
}

}  // namespace

Identity read_identity(std::string_view bytes) {
  const SplitSource source = split_source(bytes);
  Identity identity;
  if (source.has_front_matter && !may_say_identity(source)) return identity;
  std::vector<Diagnostic> ignored;
  FrontMatter matter = read_front_matter(source, std::string(), ignored);
  identity.id = std::move(matter.id);
  identity.lang = std::move(matter.lang);
  identity.visibility = std::move(matter.visibility);
  identity.position = matter.position;
  identity.weight = matter.weight;
  identity.addresses = std::move(matter.aliases);
  std::move(matter.addresses.begin(), matter.addresses.end(), std::back_inserter(identity.addresses));
  return identity;
}

}  // namespace signpost
