// open_generation.cc - see open_generation.h.
#include "api/open_generation.h"

#include "base/dates.h"
#include "index/generation_files.h"
#include "net/entity_tag.h"

namespace signpost {
namespace {

// Sums stand for the bytes; names and times of generations repeat and differ without them.
std::string content_of_manifest(const Manifest& manifest) {
  std::string all;
  for (const ManifestFile& file : manifest.files) all += file.path + '\n' + file.sha256 + '\n';
  return fingerprint({all});
}

}  // namespace

OpenGeneration::OpenGeneration(const std::string& generation_dir, const ReadClicks& read_clicks)
    : searcher_(generation_dir) {
  const Manifest manifest = read_manifest(generation_dir);
  created_ = std::chrono::system_clock::from_time_t(parse_time(manifest.created).value_or(0));
  content_ = content_of_manifest(manifest);
  if (read_clicks && site().ranking.clicks) clicks_ = read_clicks();
  if (clicks_) content_ += "+" + std::to_string(clicks_->sum());
  for (const ManifestFile& file : manifest.files) {
    const std::string folder = file.path.substr(0, file.path.find('/'));
    if (folder == kAssetFolder || folder == kSitemapFolder) files_.emplace(file.path, file);
  }
}

}  // namespace signpost
