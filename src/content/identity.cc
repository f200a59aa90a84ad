// identity.cc - which document a file is, without rendering it.
// Tested by tests/unit/content/front_matter_test.cc.
#include "content/identity.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "content/diagnostic.h"
#include "content/front_matter.h"
#include "content/split_source.h"

namespace signpost {
namespace {

// Most files set none of these keys, so the YAML is only parsed when one of them starts a line.
bool may_say_identity(std::string_view yaml) {
  if (yaml.substr(0, 1) == "{") return true;
  while (!yaml.empty()) {
    const std::string_view line = yaml.substr(yaml[0] == '"' || yaml[0] == '\'' ? 1 : 0);
    if (line.substr(0, 2) == "id" || line.substr(0, 4) == "lang" || line.substr(0, 5) == "draft") return true;
    yaml.remove_prefix(std::min(yaml.find('\n'), yaml.size() - 1) + 1);
  }
  return false;
}

}  // namespace

Identity read_identity(std::string_view bytes) {
  const SplitSource source = split_source(bytes);
  Identity identity;
  if (!may_say_identity(source.yaml)) return identity;
  std::vector<Diagnostic> ignored;
  FrontMatter matter = read_front_matter(source, std::string(), ignored);
  identity.id = std::move(matter.id);
  identity.lang = std::move(matter.lang);
  identity.draft = matter.draft;
  return identity;
}

}  // namespace signpost
