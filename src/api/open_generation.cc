// open_generation.cc - see open_generation.h.
#include "api/open_generation.h"

#include "base/dates.h"
#include "index/generation_files.h"
#include "index/reply_file.h"
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

OpenGeneration::OpenGeneration(const std::string& generation_dir, const ReadClicks& read_clicks,
                               const ImprovementBoard* board)
    : board_(board), dir_(generation_dir), searcher_(generation_dir) {
  const Manifest manifest = read_manifest(generation_dir);
  created_ = std::chrono::system_clock::from_time_t(parse_time(manifest.created).value_or(0));
  readers_ = manifest.readers;
  if (readers_ == Readers::staff)
    replies_ = std::make_unique<const SavedReplies>(load_replies(generation_dir));
  content_ = content_of_manifest(manifest);
  if (read_clicks && site().ranking.clicks) clicks_ = read_clicks();
  if (clicks_) content_ += "+" + std::to_string(clicks_->sum());
  for (const ManifestFile& file : manifest.files) {
    const std::string folder = file.path.substr(0, file.path.find('/'));
    if (folder == kAssetFolder || folder == kSitemapFolder) files_.emplace(file.path, file);
  }
}

std::string OpenGeneration::content_at(int64_t now) const {
  std::string content = content_;
  if (searcher_.incidents().any()) content += "@" + std::to_string(searcher_.incidents().phase(now));
  const auto today = static_cast<uint32_t>(now / kSecondsOfDay);
  if (board_ != nullptr) content += "+" + improvements()->content_at(today, site().feedback.changed_days);
  return content;
}

std::shared_ptr<const Improvements> OpenGeneration::improvements() const {
  return board_ != nullptr ? board_->newest() : std::make_shared<const Improvements>();
}

}  // namespace signpost
