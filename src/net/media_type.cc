// media_type.cc - see media_type.h.
#include "net/media_type.h"

#include <map>

#include "base/ascii.h"

namespace signpost {

std::string media_type_of(std::string_view path) {
  static const std::map<std::string_view, std::string_view> kTypes = {
      {"aac", "audio/aac"},
      {"apng", "image/apng"},
      {"avif", "image/avif"},
      {"css", "text/css; charset=utf-8"},
      {"csv", "text/csv; charset=utf-8"},
      {"flac", "audio/flac"},
      {"gif", "image/gif"},
      {"html", "text/html; charset=utf-8"},
      {"ico", "image/x-icon"},
      {"jpeg", "image/jpeg"},
      {"jpg", "image/jpeg"},
      {"js", "text/javascript; charset=utf-8"},
      {"json", "application/json"},
      {"m4a", "audio/mp4"},
      {"m4v", "video/mp4"},
      {"md", "text/markdown; charset=utf-8"},
      {"mov", "video/quicktime"},
      {"mp3", "audio/mpeg"},
      {"mp4", "video/mp4"},
      {"oga", "audio/ogg"},
      {"ogg", "audio/ogg"},
      {"ogv", "video/ogg"},
      {"opus", "audio/ogg"},
      {"pdf", "application/pdf"},
      {"png", "image/png"},
      {"svg", "image/svg+xml"},
      {"txt", "text/plain; charset=utf-8"},
      {"vtt", "text/vtt; charset=utf-8"},
      {"wav", "audio/wav"},
      {"webm", "video/webm"},
      {"webmanifest", "application/manifest+json"},
      {"webp", "image/webp"},
      {"woff2", "font/woff2"},
      {"xml", "application/xml"},
      {"yaml", "text/plain; charset=utf-8"},
      {"yml", "text/plain; charset=utf-8"},
      {"zip", "application/zip"},
  };
  const size_t dot = path.rfind('.');
  const std::string extension = lower_case(dot == std::string_view::npos ? "" : path.substr(dot + 1));
  const auto found = kTypes.find(extension);
  return std::string(found == kTypes.end() ? "application/octet-stream" : found->second);
}

}  // namespace signpost
