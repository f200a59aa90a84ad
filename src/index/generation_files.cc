// generation_files.cc - see generation_files.h.
#include "index/generation_files.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr size_t kMaxPathBytes = 1024;
constexpr size_t kMaxNameBytes = 255;  // of one part; what file systems allow
constexpr std::string_view kSegments = "segments/";

bool are_digits(std::string_view text, size_t least, size_t most) {
  return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), is_digit);
}

template <size_t N>
bool is_one_of(std::string_view name, const char* const (&names)[N]) {
  return std::any_of(std::begin(names), std::end(names), [&](const char* known) { return name == known; });
}

// No part is empty, "." or "..", and every character can be shown.
bool is_plain_path(std::string_view path) {
  if (path.empty() || path.size() > kMaxPathBytes || first_invalid_utf8(path) != std::string_view::npos)
    return false;
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\') return false;
  }
  for (size_t at = 0; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part.empty() || part == "." || part == ".." || part.size() > kMaxNameBytes) return false;
    at = end + 1;
  }
  return true;
}

// "000042/store.000" or "000042/xapian/iamglass".
bool is_file_of_segment(std::string_view path) {
  constexpr std::string_view kStore = "store.";
  constexpr std::string_view kPostings = "xapian/";
  const size_t slash = std::min(path.find('/'), path.size() - 1);
  if (!are_digits(path.substr(0, slash), 6, 12)) return false;
  const std::string_view name = path.substr(slash + 1);
  if (name.starts_with(kStore)) return are_digits(name.substr(kStore.size()), 3, 6);
  return name.starts_with(kPostings) && is_one_of(name.substr(kPostings.size()), kFilesOfPostings);
}

// Takes "FOLDER/" off the front.
bool remove_folder(std::string_view& path, std::string_view folder) {
  if (!path.starts_with(folder) || path.substr(folder.size(), 1) != "/") return false;
  path.remove_prefix(folder.size() + 1);
  return true;
}

bool is_sitemap(std::string_view name) {
  constexpr std::string_view kEnding = ".xml";
  return name.ends_with(kEnding) && are_digits(name.substr(0, name.size() - kEnding.size()), 6, 6);
}

}  // namespace

bool is_segment_path(std::string_view path) {
  return path.starts_with(kSegments) && are_digits(path.substr(kSegments.size()), 6, 12);
}

bool is_generation_file(std::string_view path) {
  if (!is_plain_path(path)) return false;
  if (remove_folder(path, kAssetFolder)) return true;
  if (path.starts_with(kSegments)) return is_file_of_segment(path.substr(kSegments.size()));
  if (remove_folder(path, kSitemapFolder)) return is_sitemap(path);
  return is_one_of(path, kFilesOfGeneration);
}

}  // namespace signpost
