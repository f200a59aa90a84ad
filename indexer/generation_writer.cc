// generation_writer.cc - writes a run's documents into a generation.
#include "indexer/generation_writer.h"

#include <filesystem>

#include "base/error.h"
#include "index/generation_files.h"
#include "index/manifest.h"
#include "index/merge.h"
#include "index/segment_builder.h"
#include "index/shard_writer.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// Segments are named after the generation that they were made for: "segments/000042".
std::string segment_path(const std::string& generation_dir) {
  const std::string name = fs::path(generation_dir).filename().string();
  return "segments/" + name.substr(0, name.find('-'));
}

// The same file in both places, or a copy where the file system has no links.
void share_file(const fs::path& from, const fs::path& to) {
  fs::create_directories(to.parent_path());
  std::error_code error;
  fs::create_hard_link(from, to, error);
  if (error) fs::copy_file(from, to);
}

void share_folder(const fs::path& from, const fs::path& to) {
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    if (entry.is_regular_file()) share_file(entry.path(), to / entry.path().lexically_relative(from));
  }
}

SegmentSource share_base(const SegmentSource& base, const GenerationDirs& dirs) {
  share_folder(dirs.previous + "/" + base.segment.path, dirs.generation + "/" + base.segment.path);
  SegmentSource shared = base;
  for (std::string* file : {&shared.documents_file, &shared.words_file}) {
    const fs::path target = fs::path(dirs.state) / fs::path(*file).filename();
    share_file(*file, target);
    *file = target.string();
  }
  return shared;
}

SegmentSource write_delta_segment(const std::vector<std::string>& delta, const GenerationDirs& dirs) {
  const std::string shard = dirs.generation + "/shards/0";
  ShardWriter writer(shard);
  for (const std::string& encoded : delta) writer.add(encoded);
  writer.finish();
  return build_segment({shard}, dirs.generation, segment_path(dirs.generation), dirs.generation + "/shards");
}

bool is_of_documents(const std::string& path) {
  return path != kManifestName && path != files::kIncidents && path != files::kReplies &&
         !path.starts_with(std::string(kAssetFolder) + "/");
}

}  // namespace

IndexStats write_full(const std::vector<std::string>& shard_dirs, const PipelineResult& rendered,
                      const Corpus& corpus, const Site& site, const GenerationDirs& dirs, RunState& state,
                      std::vector<DocumentPlace>& places) {
  state.base = build_segment(shard_dirs, dirs.generation, segment_path(dirs.generation), dirs.state);
  std::vector<DocumentPlace> order;
  places.assign(rendered.facts.size(), {});
  for (size_t i = 0; i < rendered.facts.size(); ++i) {
    if (!rendered.facts[i]) continue;
    places[i] = {0, static_cast<uint32_t>(order.size())};
    order.push_back(places[i]);
    order.back().rank = corpus.ranks.at(i);
  }
  return write_generation({state.base}, order, site, dirs.generation, "");
}

IndexStats write_delta(PipelineResult& rendered, const RunPlan& plan, const RunState& previous,
                       const Corpus& corpus, const Site& site, const GenerationDirs& dirs, RunState& state,
                       std::vector<DocumentPlace>& places) {
  try {
    state.base = share_base(previous.base, dirs);
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorKind::io, error.what());
  }
  std::vector<DocumentPlace> order;
  places.assign(plan.kept.size(), {});
  size_t fresh = 0;
  for (uint32_t i = 0; i < plan.kept.size(); ++i) {
    if (!rendered.facts[i]) continue;
    if (plan.kept[i] && previous.documents[*plan.kept[i]].place.segment == 0) {
      places[i] = previous.documents[*plan.kept[i]].place;
    } else {
      places[i] = {1, static_cast<uint32_t>(state.delta.size())};
      state.delta.push_back(plan.kept[i] ? previous.delta.at(previous.documents[*plan.kept[i]].place.index)
                                         : std::move(rendered.encoded.at(fresh++).second));
    }
    order.push_back(places[i]);
    order.back().rank = corpus.ranks.at(i);
  }
  std::vector<SegmentSource> segments = {state.base};
  if (!state.delta.empty()) segments.push_back(write_delta_segment(state.delta, dirs));
  return write_generation(segments, order, site, dirs.generation, dirs.previous);
}

void share_generation(RunState& previous, const GenerationDirs& dirs, RunState& state,
                      std::vector<DocumentPlace>& places) {
  try {
    for (const ManifestFile& file : read_manifest(dirs.previous).files) {
      if (is_of_documents(file.path))
        share_file(dirs.previous + "/" + file.path, dirs.generation + "/" + file.path);
    }
    share_folder(fs::path(previous.base.documents_file).parent_path(), dirs.state);
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorKind::io, error.what());
  }
  state.base = previous.base;
  for (std::string* file : {&state.base.documents_file, &state.base.words_file})
    *file = dirs.state + "/" + fs::path(*file).filename().string();
  state.delta = std::move(previous.delta);
  places.clear();
  for (const DocumentState& document : previous.documents) places.push_back(document.place);
}

}  // namespace signpost
