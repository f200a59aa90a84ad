// internal_folder.cc - see internal_folder.h.
#include "content/internal_folder.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/language.h"
#include "content/saved_reply.h"

namespace signpost {

bool is_internal_folder(std::string_view name) {
  return is_one_of(lower_case(name), {"internal", "internal-only", "staff-only", "내부", "社内"});
}

bool is_internal_folder(std::string_view parent, std::string_view name) {
  return is_internal_folder(name) || (parent == kReplyFolder && canonical_language(name));
}

bool lies_in_internal_folder(std::string_view path) {
  for (size_t begin = 0, slash = 0; (slash = path.find('/', begin)) != std::string_view::npos;
       begin = slash + 1) {
    if (is_internal_folder(path.substr(0, begin), path.substr(begin, slash - begin))) return true;
  }
  return false;
}

bool is_internal_path(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  constexpr std::string_view kEnding = ".internal";
  if (stem.size() > kEnding.size() && lower_case(stem.substr(stem.size() - kEnding.size())) == kEnding)
    return true;
  return lies_in_internal_folder(path);
}

std::string without_internal_folders(std::string_view path) {
  std::string rest;
  for (size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    if (!is_internal_folder(path.substr(0, slash))) rest += path.substr(0, slash + 1);
    path.remove_prefix(slash + 1);
  }
  return rest.append(path);
}

}  // namespace signpost
